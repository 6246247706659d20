import type { LevelCount } from '@atrium/plugin-scorecard-common';
import { formatNumber } from '@atrium/ui';
import { t } from '../translation';

/** How many hold which level: `12 gold, 30 silver, 5 without`. */
export function levelWords(counts: LevelCount[]): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ level, count }) =>
      level === undefined
        ? t('levelWords.without', { number: count })
        : `${formatNumber(count)} ${level}`,
    )
    .join(', ');
}
