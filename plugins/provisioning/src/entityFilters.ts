import type { FilterPredicate } from '@backstage/filter-predicates';
import { PROVISIONED_RESOURCE_ANNOTATION } from '@atrium/plugin-provisioning-common';

/** The Resources of the catalog that provisioning made. */
export const isProvisioned: FilterPredicate = {
  [`metadata.annotations.${PROVISIONED_RESOURCE_ANNOTATION}`]: {
    $exists: true,
  },
};

/** The components that run and may need something to do so. */
export const canHaveResources: FilterPredicate = {
  $all: [
    { kind: 'component' },
    { $not: { 'spec.type': { $in: ['library', 'documentation'] } } },
  ],
};
