import { Button } from '@backstage/ui';
import { RiDownloadLine, RiPrinterLine } from '@remixicon/react';
import { errorMessage, textStyles } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { useAgreementRights } from '../../hooks/useAgreements';
import { useReportExport } from '../../hooks/useReports';
import { t } from '../../translation';
import { CloseMonth } from './CloseMonth';
import styles from './MonthReport.module.css';

/** What can be done with the report of a month; not on paper. */
export function MonthActions({ report }: { report: MonthlyReport }) {
  const { agreement, month, state, hasLostMinutes } = report;
  const { canClose } = useAgreementRights(agreement.entityRef);
  const { mutate, isPending, error } = useReportExport(agreement.id, month);
  return (
    <div className={styles.actions}>
      {error && (
        <span role="alert" className={textStyles.bad}>
          {t('monthActions.notSaved', { error: errorMessage(error) })}
        </span>
      )}
      {canClose && state === 'open' && !hasLostMinutes && (
        <CloseMonth report={report} />
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine />}
        isPending={isPending}
        onPress={() => mutate()}
      >
        {t('monthActions.exportCsv')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiPrinterLine />}
        onPress={() => window.print()}
      >
        {t('monthActions.print')}
      </Button>
    </div>
  );
}
