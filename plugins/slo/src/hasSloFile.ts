import type { FilterPredicate } from '@backstage/filter-predicates';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';

/** The entities that name an OpenSLO file. */
export const hasSloFile: FilterPredicate = {
  [`metadata.annotations.${SLO_ANNOTATION}`]: { $exists: true },
};
