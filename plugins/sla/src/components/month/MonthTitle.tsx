import { formatMonth, textStyles } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
import { t } from '../../translation';
import { zonedTimeWords } from '../../words/zonedTimeWords';
import { Author } from '../Author';
import { MonthState } from './MonthState';
import styles from './MonthReport.module.css';

/** Which month of which agreement it is, and whether it may still change. */
export function MonthTitle({ report }: { report: MonthlyReport }) {
  const { agreement, month, from, to } = report;
  const { timeZone } = agreement;
  return (
    <div className={styles.name}>
      <p className={textStyles.muted}>
        {agreement.customer
          ? t('monthTitle.reportFor', {
              name: agreement.name,
              customer: agreement.customer,
            })
          : t('monthTitle.report', { name: agreement.name })}
      </p>
      <h2 className={styles.title}>{formatMonth(month)}</h2>
      <p className={textStyles.muted}>
        {t('monthTitle.to', {
          from: zonedTimeWords(from, timeZone),
          to: zonedTimeWords(to, timeZone),
        })}
      </p>
      <div className={styles.state}>
        <MonthState state={report.state} />
        <span className={textStyles.muted}>
          <Standing report={report} />
        </span>
      </div>
    </div>
  );
}

function Standing({ report }: { report: MonthlyReport }) {
  const { state, closedAt, closedBy, agreement, hasLostMinutes } = report;
  switch (state) {
    case 'running':
      return <>{t('monthTitle.theMonthIsNotOver')}</>;
    case 'open':
      return (
        <>
          {hasLostMinutes
            ? t('monthTitle.itCanNoLongerBe')
            : t('monthTitle.theMonthIsOverAnd')}
        </>
      );
    case 'closed':
      return closedAt && closedBy ? (
        <>
          {t('monthTitle.closedOnByItCannot', {
            closedAt: zonedTimeWords(closedAt, agreement.timeZone),
            author: <Author author={closedBy} />,
          })}
        </>
      ) : null;
    default:
      return state satisfies never;
  }
}
