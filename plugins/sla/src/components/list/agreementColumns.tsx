import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type DataColumn, formatMonth, NoValue, textStyles } from '@atrium/ui';
import { type AgreementSummary } from '@atrium/plugin-sla-common';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { creditWords, validityWords } from '../../words/agreementWords';
import { AgreementLink } from '../AgreementLink';
import { MonthLink } from '../MonthLink';
import { MonthVerdict } from '../month/MonthVerdict';

/** What is not measured stands behind whatever is. */
const NOT_MEASURED = 2;

/** What the list says of each agreement. */
export const agreementColumns = (
  measureTitle: (agreement: AgreementSummary) => string,
): DataColumn<AgreementSummary>[] => [
  {
    title: t('agreementColumns.agreement'),
    cell: agreement => (
      <>
        <AgreementLink agreement={agreement} />
        <div className={textStyles.muted}>
          {agreement.customer && `${agreement.customer} · `}
          {validityWords(agreement)}
        </div>
      </>
    ),
    sortBy: ({ name }) => name,
  },
  {
    title: t('agreementColumns.service'),
    cell: agreement => (
      <>
        <EntityRefLink entityRef={agreement.entityRef} hideIcon />
        <div className={textStyles.muted}>{measureTitle(agreement)}</div>
      </>
    ),
    sortBy: ({ entityRef }) => entityRef,
  },
  {
    title: t('agreementColumns.target'),
    isNumber: true,
    cell: ({ target }) => formatTarget(target),
    sortBy: ({ target }) => target,
  },
  {
    title: t('agreementColumns.sli'),
    isNumber: true,
    cell: ({ latest, target }) =>
      latest?.sli === undefined ? <NoValue /> : formatSli(latest.sli, target),
    sortBy: ({ latest }) => latest?.sli ?? NOT_MEASURED,
  },
  {
    title: t('agreementColumns.thisMonth'),
    cell: ({ id, latest }) =>
      latest ? (
        <>
          <MonthVerdict report={latest} />
          <div className={textStyles.muted}>
            <MonthLink agreementId={id} month={latest.month} />
          </div>
        </>
      ) : (
        <span className={textStyles.muted}>
          {t('agreementColumns.notStarted')}
        </span>
      ),
  },
  {
    title: t('agreementColumns.creditOwed'),
    isNumber: true,
    cell: ({ latest }) =>
      latest?.hasLostMinutes ? (
        <NoValue />
      ) : (
        creditWords(latest?.creditPercent ?? 0)
      ),
    sortBy: ({ latest }) => latest?.creditPercent ?? 0,
  },
  {
    title: t('agreementColumns.closedUntil'),
    cell: ({ lastClosedMonth, openMonths }) => (
      <>
        {lastClosedMonth
          ? formatMonth(lastClosedMonth)
          : t('agreementColumns.noMonthYet')}
        {openMonths > 0 && (
          <div className={textStyles.muted}>
            {t('agreementColumns.monthsToClose', { count: openMonths })}
          </div>
        )}
      </>
    ),
    sortBy: ({ openMonths }) => -openMonths,
  },
];
