import type { Comparison } from '@atrium/plugin-slo-common';

/** How a comparison is written. */
export const COMPARISON_SIGNS: Record<Comparison, string> = {
  lte: '≤',
  lt: '<',
  gte: '≥',
  gt: '>',
};
