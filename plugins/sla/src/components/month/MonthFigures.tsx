import { formatNumber, NumberTile } from '@atrium/ui';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import {
  durationWords,
  formatSli,
  formatTarget,
} from '@atrium/plugin-slo-common';
import { creditsWords, creditWords } from '../../words/agreementWords';
import { MonthVerdict } from './MonthVerdict';
import styles from './MonthFigures.module.css';

/** The result of a month in three figures. */
export function MonthFigures({ report }: { report: MonthlyReport }) {
  const { agreement, sli, isTargetMet, creditPercent, good, total } = report;
  return (
    <div className={styles.figures}>
      <NumberTile
        label="SLI of the month"
        value={sli === undefined ? undefined : formatSli(sli, agreement.target)}
        status={verdictOf(isTargetMet)}
        detail={
          <span className={styles.detail}>
            <MonthVerdict report={report} />
            <span>
              target {formatTarget(agreement.target)},{' '}
              {formatNumber(total - good)} bad of {formatNumber(total)}
            </span>
          </span>
        }
      />
      <NumberTile
        label="Credit owed"
        value={creditWords(creditPercent)}
        status={creditPercent > 0 ? 'bad' : undefined}
        detail={creditsWords(agreement)}
      />
      <NumberTile
        label="Measured"
        value={formatSli(report.coverage, agreement.target)}
        detail={
          report.excludedMinutes > 0
            ? `of the time that counts; ${durationWords(
                report.excludedMinutes,
              )} do not`
            : 'of the time; all of it counts'
        }
      />
    </div>
  );
}

function verdictOf(isTargetMet: boolean | undefined) {
  return isTargetMet === undefined
    ? undefined
    : (isTargetMet && 'good') || 'bad';
}
