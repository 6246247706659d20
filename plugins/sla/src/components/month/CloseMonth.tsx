import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ActionDialog, formatMonth, textStyles } from '@atrium/ui';
import { RiLockLine } from '@remixicon/react';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import {
  coverageWords,
  formatSli,
  formatTarget,
} from '@atrium/plugin-slo-common';
import { useCloseMonth } from '../../hooks/useReports';
import { t } from '../../translation';
import { creditWords } from '../../words/agreementWords';

/** Closes a month that is over, after saying what that means. */
export function CloseMonth({ report }: { report: MonthlyReport }) {
  const { agreement, month, sli, creditPercent, coverage } = report;
  const [isOpen, setIsOpen] = useState(false);
  const change = useCloseMonth(agreement.id, month);
  const name = formatMonth(month);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiLockLine />}
        aria-label={t('closeMonth.close', { name })}
        onPress={() => setIsOpen(true)}
      >
        {t('closeMonth.close2')}
      </Button>
      {isOpen && (
        <ActionDialog
          failure={t('closeMonth.nothingWasChanged')}
          title={t('closeMonth.close3', { name })}
          action={t('closeMonth.closeMonth')}
          change={change}
          onConfirm={() =>
            change.mutate(undefined, { onSuccess: () => setIsOpen(false) })
          }
          onClose={() => setIsOpen(false)}
        >
          <p className={textStyles.text}>
            {t('closeMonth.facts', {
              sli:
                sli === undefined
                  ? t('closeMonth.nothingWasMeasured')
                  : t('closeMonth.whereWasAgreed', {
                      sli: formatSli(sli, agreement.target),
                      target: formatTarget(agreement.target),
                    }),
              credit: creditWords(creditPercent),
              coverage: coverageWords(coverage),
            })}
          </p>
          <p className={textStyles.text}>
            {t('closeMonth.fromThenOnTheReport', {
              text: <strong>{t('closeMonth.thisIsFinal')}</strong>,
            })}
          </p>
        </ActionDialog>
      )}
    </>
  );
}
