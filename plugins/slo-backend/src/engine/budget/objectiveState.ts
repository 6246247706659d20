import type { Counts } from '@atrium/plugin-slo-common';
import { budgetRemaining, isTargetMet } from '@atrium/plugin-slo-common';
import { type SloState, sloStateSchema } from '@atrium/plugin-slo-common';

/** What decides how an objective stands. */
export interface ObjectiveStateOptions {
  /** Over the window of the SLO. */
  counts: Counts;
  targetPpb: number;
  /** How many minutes of the window hold data, zeros included. */
  measuredMinutes: number;
  /** Of how many events the window consists, by the scale of its buckets. */
  events: number;
  minimumEvents: number;
  /** Whether an alert of it is firing. */
  isAlerting: boolean;
  /** Below this part of the budget it is at risk. */
  atRiskBelow: number;
}

/**
 * How an objective stands. Data that is missing is neither good nor bad, and
 * too few events say nothing either way.
 */
export function objectiveState(options: ObjectiveStateOptions): SloState {
  const { counts, targetPpb } = options;
  if (options.measuredMinutes === 0) {
    return 'no-data';
  }
  const isMet = isTargetMet(counts, targetPpb);
  const remaining = budgetRemaining(counts, targetPpb);
  if (
    isMet === undefined ||
    remaining === undefined ||
    options.events < options.minimumEvents
  ) {
    return 'not-enough-traffic';
  }
  if (!isMet) {
    return 'breached';
  }
  return options.isAlerting || remaining < options.atRiskBelow
    ? 'at-risk'
    : 'ok';
}

/** The worst of several states; of none, no data. */
export function worstState(states: SloState[]): SloState {
  return (
    sloStateSchema.options.find(state => states.includes(state)) ?? 'no-data'
  );
}
