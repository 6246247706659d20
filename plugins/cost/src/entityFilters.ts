import { COST_KINDS } from '@atrium/plugin-cost-common';
import type { FilterPredicate } from '@backstage/filter-predicates';

/** What charges can be allocated to, and what stands for several of them. */
export const canHaveCost: FilterPredicate = {
  kind: {
    $in: COST_KINDS,
  },
};
