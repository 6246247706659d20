import type { LevelCount } from '@atrium/plugin-scorecard-common';
import { formatNumber } from '@atrium/ui';

/** How many hold which level: `12 gold, 30 silver, 5 without`. */
export function levelWords(counts: LevelCount[]): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${formatNumber(count)} ${level ?? 'without'}`)
    .join(', ');
}
