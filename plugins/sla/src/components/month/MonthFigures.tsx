import { NumberTile } from '@atrium/ui';
import { type MonthlyReport } from '@atrium/plugin-sla-common';
import {
  durationWords,
  formatSli,
  formatTarget,
} from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { creditsWords, creditWords } from '../../words/agreementWords';
import { MonthVerdict } from './MonthVerdict';
import styles from './MonthFigures.module.css';

/** The result of a month in three figures. */
export function MonthFigures({ report }: { report: MonthlyReport }) {
  const { agreement, sli, isTargetMet, creditPercent, good, total } = report;
  return (
    <div className={styles.figures}>
      <NumberTile
        label={t('monthFigures.sliOfTheMonth')}
        value={sli === undefined ? undefined : formatSli(sli, agreement.target)}
        status={verdictOf(isTargetMet)}
        detail={
          <span className={styles.detail}>
            <MonthVerdict report={report} />
            <span>
              {t('monthFigures.targetAndCounts', {
                target: formatTarget(agreement.target),
                bad: total - good,
                total,
              })}
            </span>
          </span>
        }
      />
      <NumberTile
        label={t('monthFigures.creditOwed')}
        value={report.hasLostMinutes ? undefined : creditWords(creditPercent)}
        status={creditPercent > 0 ? 'bad' : undefined}
        detail={creditsWords(agreement)}
      />
      <NumberTile
        label={t('monthFigures.measured')}
        value={formatSli(report.coverage, agreement.target)}
        detail={
          report.excludedMinutes > 0
            ? t('monthFigures.ofTheTimeThatCounts', {
                excludedMinutes: durationWords(report.excludedMinutes),
              })
            : t('monthFigures.ofTheTimeAllOf')
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
