import type { FilterPredicate } from '@backstage/filter-predicates';

/** What charges can be allocated to, and what stands for several of them. */
export const canHaveCost: FilterPredicate = {
  kind: {
    $in: ['component', 'resource', 'api', 'system', 'domain', 'group'],
  },
};
