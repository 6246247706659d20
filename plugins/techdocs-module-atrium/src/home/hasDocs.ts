import type { FilterPredicate } from '@backstage/filter-predicates';

/** Documentation of its own, or a part of another entity's site. */
export const hasDocs: FilterPredicate = {
  $any: [
    { 'metadata.annotations.backstage.io/techdocs-ref': { $exists: true } },
    { 'metadata.annotations.backstage.io/techdocs-entity': { $exists: true } },
  ],
};
