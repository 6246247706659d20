import { type DataColumn, NoValue, textStyles } from '@atrium/ui';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import { coverageWords, formatSli } from '@atrium/plugin-slo-common';
import { t } from '../../translation';
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
      title: t('monthColumns.month'),
      cell: ({ agreement, month }) => (
        <MonthLink agreementId={agreement.id} month={month} />
      ),
    },
    {
      title: t('monthColumns.state'),
      cell: ({ state }) => <MonthState state={state} />,
    },
    {
      title: t('monthColumns.sli'),
      isNumber: true,
      cell: ({ sli, agreement }) =>
        sli === undefined ? <NoValue /> : formatSli(sli, agreement.target),
    },
    {
      title: t('monthColumns.target'),
      cell: report => <MonthVerdict report={report} />,
    },
    {
      title: t('monthColumns.creditOwed'),
      isNumber: true,
      cell: ({ creditPercent, hasLostMinutes }) =>
        hasLostMinutes ? <NoValue /> : creditWords(creditPercent),
    },
    {
      title: t('monthColumns.measured'),
      cell: ({ coverage }) => (
        <span className={textStyles.muted}>{coverageWords(coverage)}</span>
      ),
    },
    ...(options.canClose
      ? [
          {
            title: t('monthColumns.close'),
            cell: (report: MonthlyReport) =>
              report.state === 'open' &&
              !report.hasLostMinutes && (
                <div className={styles.close}>
                  <CloseMonth report={report} />
                </div>
              ),
          },
        ]
      : []),
  ];
}
