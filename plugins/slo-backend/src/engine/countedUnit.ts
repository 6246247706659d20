import { bucketScale } from './budget/minuteCounts';
import {
  indicatorOf,
  PARTS_PER_BILLION,
  type SloDefinition,
  type SloObjective,
} from '@atrium/plugin-slo-common';

/** How much one event, or one slice, is in the sums that count. */
export function countedUnit(
  objective: SloObjective,
  definition: SloDefinition,
): number {
  switch (definition.budgetingMethod) {
    case 'Timeslices':
      return 1;
    case 'RatioTimeslices':
      return PARTS_PER_BILLION;
    default:
      return bucketScale(indicatorOf(definition, objective));
  }
}
