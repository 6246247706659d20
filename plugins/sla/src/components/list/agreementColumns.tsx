import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type DataColumn, formatMonth, textStyles } from '@atrium/ui';
import { type AgreementSummary } from '@atrium/plugin-sla-common';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import { creditWords, validityWords } from '../../words/agreementWords';
import { AgreementLink } from '../AgreementLink';
import { MonthLink } from '../MonthLink';
import { MonthVerdict } from '../month/MonthVerdict';

/** What is not measured stands behind whatever is. */
const NOT_MEASURED = 2;

/** What the list says of each agreement. */
export const AGREEMENT_COLUMNS: DataColumn<AgreementSummary>[] = [
  {
    title: 'Agreement',
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
    title: 'Service',
    cell: ({ entityRef, sloName }) => (
      <>
        <EntityRefLink entityRef={entityRef} hideIcon />
        <div className={textStyles.muted}>{sloName}</div>
      </>
    ),
    sortBy: ({ entityRef }) => entityRef,
  },
  {
    title: 'Target',
    isNumber: true,
    cell: ({ target }) => formatTarget(target),
    sortBy: ({ target }) => target,
  },
  {
    title: 'SLI',
    isNumber: true,
    cell: ({ latest, target }) =>
      latest?.sli === undefined ? (
        <span className={textStyles.muted}>–</span>
      ) : (
        formatSli(latest.sli, target)
      ),
    sortBy: ({ latest }) => latest?.sli ?? NOT_MEASURED,
  },
  {
    title: 'This month',
    cell: ({ id, latest }) =>
      latest ? (
        <>
          <MonthVerdict report={latest} />
          <div className={textStyles.muted}>
            <MonthLink agreementId={id} month={latest.month} />
          </div>
        </>
      ) : (
        <span className={textStyles.muted}>Not started</span>
      ),
  },
  {
    title: 'Credit owed',
    isNumber: true,
    cell: ({ latest }) => creditWords(latest?.creditPercent ?? 0),
    sortBy: ({ latest }) => latest?.creditPercent ?? 0,
  },
  {
    title: 'Closed until',
    cell: ({ lastClosedMonth, openMonths }) => (
      <>
        {lastClosedMonth ? formatMonth(lastClosedMonth) : 'No month yet'}
        {openMonths > 0 && (
          <div className={textStyles.muted}>
            {openMonths === 1
              ? '1 month to close'
              : `${openMonths} months to close`}
          </div>
        )}
      </>
    ),
    sortBy: ({ openMonths }) => -openMonths,
  },
];
