import type { FilterPredicate } from '@backstage/filter-predicates';

/** What scorecards may rate. */
export const canBeRated: FilterPredicate = {
  kind: { $in: ['component', 'api', 'resource', 'system'] },
};

/** What may own services. */
export const isGroup: FilterPredicate = { kind: 'group' };
