import {
  burnRate,
  type Counts,
  fromPartsPerBillion,
  type SloDefinition,
  type SloObjective,
} from '@atrium/plugin-slo-common';
import {
  compositeBurnRate,
  type CompositeMember,
  compositeRatio,
  compositeTargetPpb,
} from './budget/composite';

/**
 * How fast the objectives of a composite SLO burn together: by their weights,
 * or by `Timeslices` by the slices that were good for all of them.
 */
export function compositeBurn(
  definition: SloDefinition,
  members: CompositeMember[],
  joined: Counts | undefined,
): number | undefined {
  const targetPpb = compositeTargetPpb(definition.objectives);
  switch (definition.budgetingMethod) {
    case 'Occurrences':
      return compositeBurnRate(members);
    case 'RatioTimeslices': {
      const ratio = compositeRatio(members);
      return ratio === undefined
        ? undefined
        : (1 - ratio) / (1 - fromPartsPerBillion(targetPpb));
    }
    case 'Timeslices':
      return joined && burnRate(joined, targetPpb);
    default:
      return definition.budgetingMethod satisfies never;
  }
}

/** An objective with what it has counted, as a part of a composite SLO. */
export function toMember(
  { targetPpb, compositeWeightPpb }: SloObjective,
  counts: Counts,
): CompositeMember {
  return { counts, targetPpb, weightPpb: compositeWeightPpb };
}
