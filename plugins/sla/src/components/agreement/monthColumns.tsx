import { type DataColumn, textStyles } from '@atrium/ui';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import { coverageWords, formatSli } from '@atrium/plugin-slo-common';
import { creditWords } from '../../words/agreementWords';
import { CloseMonth } from '../month/CloseMonth';
import { MonthLink } from '../MonthLink';
import { MonthState } from '../month/MonthState';
import { MonthVerdict } from '../month/MonthVerdict';
import styles from './AgreementDetails.module.css';

/** What the months of an agreement say. */
export function monthColumns(options: {
  canClose: boolean;
}): DataColumn<MonthlyReport>[] {
  return [
    {
      title: 'Month',
      cell: ({ agreement, month }) => (
        <MonthLink agreementId={agreement.id} month={month} />
      ),
    },
    {
      title: 'State',
      cell: ({ state }) => <MonthState state={state} />,
    },
    {
      title: 'SLI',
      isNumber: true,
      cell: ({ sli, agreement }) =>
        sli === undefined ? (
          <span className={textStyles.muted}>–</span>
        ) : (
          formatSli(sli, agreement.target)
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
        <span className={textStyles.muted}>{coverageWords(coverage)}</span>
      ),
    },
    ...(options.canClose
      ? [
          {
            title: 'Close',
            cell: (report: MonthlyReport) =>
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
