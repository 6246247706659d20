import type { FilterPredicate } from '@backstage/filter-predicates';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';

/** The entities that name an OpenSLO file. */
export const hasSloFile: FilterPredicate = {
  [`metadata.annotations.${SLO_ANNOTATION}`]: { $exists: true },
};

/** Those, and what runs and could have one. */
export const canHaveSlos: FilterPredicate = {
  $any: [
    hasSloFile,
    {
      $all: [
        { kind: 'component' },
        { $not: { 'spec.type': { $in: ['library', 'documentation'] } } },
      ],
    },
  ],
};
