import { CATEGORY_COLORS, type ChartMeaning, OTHER_COLOR } from '@atrium/ui';
import { t } from '../translation';

/** The key of what no rule allocates. */
export const UNALLOCATED = 'unallocated';
/** The key of charges that have no value. */
export const NONE = 'none';
/** The key of all that has no series of its own. */
const OTHER = 'other';

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

/** What a part is called; of what is none, the backend knows the English word only. */
export function partLabel(part: { key: string; label: string }): string {
  switch (part.key) {
    case UNALLOCATED:
      return t('partColors.unallocated');
    case OTHER:
      return t('partColors.other');
    default:
      return part.label;
  }
}
