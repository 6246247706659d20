import type { DataColumn } from '@atrium/ui';
import { formatSli, type SlaReport } from '@atrium/plugin-slo-common';
import { creditWords } from '../../../words/contractWords';
import { coverageWords } from '../../../words/coverageWords';
import { CloseMonth } from '../month/CloseMonth';
import { MonthLink } from '../MonthLink';
import { MonthState } from '../month/MonthState';
import { MonthVerdict } from '../month/MonthVerdict';
import shared from '../../shared/shared.module.css';
import styles from './AgreementDetails.module.css';

/** What the months of an agreement say. */
export function monthColumns(options: {
  canClose: boolean;
}): DataColumn<SlaReport>[] {
  return [
    {
      title: 'Month',
      cell: ({ contract, month }) => (
        <MonthLink contractId={contract.id} month={month} />
      ),
    },
    {
      title: 'State',
      cell: ({ state }) => <MonthState state={state} />,
    },
    {
      title: 'SLI',
      isNumber: true,
      cell: ({ sli, contract }) =>
        sli === undefined ? (
          <span className={shared.muted}>–</span>
        ) : (
          formatSli(sli, contract.target)
        ),
    },
    {
      title: 'Target',
      cell: report => <MonthVerdict report={report} />,
    },
    {
      title: 'Credit owed',
      isNumber: true,
      cell: ({ creditPercent }) => creditWords(creditPercent),
    },
    {
      title: 'Measured',
      cell: ({ coverage }) => (
        <span className={shared.muted}>{coverageWords(coverage)}</span>
      ),
    },
    ...(options.canClose
      ? [
          {
            title: 'Close',
            cell: (report: SlaReport) =>
              report.state === 'open' && (
                <div className={styles.close}>
                  <CloseMonth report={report} />
                </div>
              ),
          },
        ]
      : []),
  ];
}
