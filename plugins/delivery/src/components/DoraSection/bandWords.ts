import { formatPercent } from '@atrium/ui';
import type { DoraBand, DoraMetricName } from '@atrium/plugin-delivery-common';
import { t } from '../../translation';

/** From the best on, as the report of the bands has them. */
const DURATIONS = [
  'bandWords.lessThanOneHour',
  'bandWords.lessThanOneDay',
  'bandWords.oneDayToOneWeek',
  'bandWords.oneWeekToOneMonth',
  'bandWords.oneMonthToSixMonths',
  'bandWords.moreThanSixMonths',
] as const;

const FREQUENCIES = [
  'bandWords.onDemand',
  'bandWords.hourlyToDaily',
  'bandWords.dailyToWeekly',
  'bandWords.weeklyToMonthly',
  'bandWords.monthlyToHalfYearly',
  'bandWords.lessOften',
] as const;

/** Where bands of failure rates end; the last one has no end. */
const RATES = [0, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64];

/** The band of a metric, in the language of the reader. */
export function bandWords(metric: DoraMetricName, band: DoraBand): string {
  const index = band.rank - 1;
  switch (metric) {
    case 'deploymentFrequency':
      return t(FREQUENCIES[index]);
    case 'changeFailureRate': {
      const [from, to] = RATES.slice(index);
      return to === undefined
        ? t('bandWords.moreThan', { from: formatPercent(from) })
        : t('bandWords.to', {
            from: formatPercent(from),
            to: formatPercent(to),
          });
    }
    case 'leadTime':
    case 'timeToRestore':
      return t(DURATIONS[index]);
    default:
      throw new Error(`There are no bands for '${metric satisfies never}'`);
  }
}
