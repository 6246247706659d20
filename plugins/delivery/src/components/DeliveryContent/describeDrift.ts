import type { StatusWords } from '@atrium/ui';
import type { EnvironmentCell } from '@atrium/plugin-delivery-common';
import { t } from '../../translation';

type Comparison = NonNullable<EnvironmentCell['comparedWith']>;

/** How an environment stands to the one before it, as hue and words. */
export function describeDrift(comparison: Comparison): StatusWords {
  const { environment, drift, changesAhead, changesBehind } = comparison;
  switch (drift) {
    case 'none':
      return {
        status: 'good',
        text: t('describeDrift.sameAs', { environment }),
      };
    case 'behind':
      return {
        status: 'warning',
        text: t('describeDrift.behind', {
          changesBehind: count(changesBehind),
          environment,
        }),
      };
    case 'ahead':
      return {
        status: 'warning',
        text: t('describeDrift.thatNeverHad', {
          changesAhead: count(changesAhead),
          environment,
        }),
      };
    case 'diverged':
      return {
        status: 'bad',
        text: t('describeDrift.aheadBehind', {
          changesAhead: count(changesAhead),
          changesBehind: count(changesBehind),
          environment,
        }),
      };
    case 'different':
      return {
        status: 'warning',
        text: t('describeDrift.anotherVersionThan', { environment }),
      };
    case 'unknown':
      return {
        status: 'unknown',
        text: t('describeDrift.notComparableWith', { environment }),
      };
    default:
      throw new Error(`Unknown drift '${drift satisfies never}'`);
  }
}

function count(changes: number | undefined): string {
  if (changes === undefined) {
    return t('describeDrift.changes');
  }
  return t('describeDrift.changes2', { count: changes });
}
