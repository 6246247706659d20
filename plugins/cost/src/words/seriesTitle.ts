import type { CostDimension, CostSeries } from '@atrium/plugin-cost-common';
import { inSentence } from '@atrium/ui';
import { t } from '../translation';
import { DIMENSION_WORDS } from './dimensionWords';

/** What a chart of cost over time is called: `Daily cost by team`. */
export function seriesTitle(
  granularity: CostSeries['granularity'],
  by: CostDimension,
): string {
  const dimension = inSentence(DIMENSION_WORDS[by]);
  return granularity === 'day'
    ? t('seriesTitle.daily', { dimension })
    : t('seriesTitle.monthly', { dimension });
}
