import { formatMonth, textStyles } from '@atrium/ui';
import type { MonthlyReport } from '@atrium/plugin-sla-common';
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
        Service level report · {agreement.name}
        {agreement.customer && ` · for ${agreement.customer}`}
      </p>
      <h2 className={styles.title}>{formatMonth(month)}</h2>
      <p className={textStyles.muted}>
        {zonedTimeWords(from, timeZone)} to {zonedTimeWords(to, timeZone)}
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
  const { state, closedAt, closedBy, agreement } = report;
  switch (state) {
    case 'running':
      return <>The month is not over: these are the figures so far.</>;
    case 'open':
      return <>The month is over, and still follows what comes in late.</>;
    case 'closed':
      return closedAt && closedBy ? (
        <>
          Closed on {zonedTimeWords(closedAt, agreement.timeZone)} by{' '}
          <Author author={closedBy} />. It cannot change any more.
        </>
      ) : null;
    default:
      return state satisfies never;
  }
}
