import type { CostDimension } from '@atrium/plugin-cost-common';
import { CATEGORY_COLORS, type ChartMeaning, OTHER_COLOR } from '@atrium/ui';
import { t } from '../translation';

/** The key of what no rule allocates. */
export const UNALLOCATED = 'unallocated';
/** The key of charges that have no value. */
export const NONE = 'none';
/** The key of all that has no series of its own. */
const OTHER = 'other';
/** The key of entities that the reader may not see. */
const HIDDEN = 'hidden';
/** The key of what is the own cost of whose it is, not a part of a pool. */
const DIRECT = 'direct';
/** How the keys of pools begin. */
const POOL_PREFIX = 'pool:';

/**
 * How the parts of cost are drawn, in their order. What nobody has stands out in
 * light and dark, and without its colour.
 */
export function partColors(
  parts: readonly { key: string; label: string }[],
): ChartMeaning[] {
  let used = 0;
  return parts.map(({ key, label }) => {
    switch (key) {
      case UNALLOCATED:
        return {
          id: key,
          label,
          color: 'var(--atrium-warning)',
          isHatched: true,
        };
      case NONE:
        return { id: key, label, color: OTHER_COLOR, isHatched: true };
      case OTHER:
        return { id: key, label, color: OTHER_COLOR };
      default: {
        const color = CATEGORY_COLORS[used % CATEGORY_COLORS.length];
        used += 1;
        return { id: key, label, color };
      }
    }
  });
}

/** What a part is called; of what has no name, the backend knows the English word only. */
export function partLabel(
  { key, label }: { key: string; label: string },
  by: CostDimension | undefined,
): string {
  switch (key) {
    case UNALLOCATED:
      return t('partColors.unallocated');
    case OTHER:
      return t('partColors.other');
    case HIDDEN:
      return t('partColors.hidden');
    case NONE:
      return noneWords(by);
    case DIRECT:
      return by === 'origin' ? t('partColors.direct') : label;
    default:
      return key.startsWith(POOL_PREFIX)
        ? t('partColors.shared', { pool: label })
        : label;
  }
}

function noneWords(by: CostDimension | undefined): string {
  switch (by) {
    case 'subAccount':
      return t('partColors.noSubAccount');
    case 'serviceCategory':
      return t('partColors.noCategory');
    case 'region':
      return t('partColors.noRegion');
    case 'pricingCategory':
      return t('partColors.noPricingCategory');
    case 'system':
      return t('partColors.noSystem');
    case 'team':
      return t('partColors.noOwner');
    default:
      return t('partColors.none');
  }
}
