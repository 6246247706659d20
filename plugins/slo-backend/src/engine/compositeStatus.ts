import {
  type CompositeMember,
  compositeRatio,
  compositeTargetPpb,
} from './budget/composite';
import {
  fromPartsPerBillion,
  type ObjectiveStatus,
  sli,
  type SloDefinition,
  type SloState,
} from '@atrium/plugin-slo-common';
import { projectExhaustion } from './budget/projectExhaustion';
import { compositeBurn, toMember } from './compositeBurn';
import type { EvaluatedObjective } from './EvaluatedSlo';
import type { EvaluationSettings, ObjectiveSums } from './evaluateObjective';
import type { ObjectiveWindows } from './objectiveWindows';
import type { WindowSum } from './WindowSums';

interface CompositeOptions {
  members: {
    evaluated: EvaluatedObjective;
    windows: ObjectiveWindows;
    sums: ObjectiveSums;
  }[];
  /** Of the joined slices, by `Timeslices`. */
  joined?: ObjectiveSums;
  statuses: ObjectiveStatus[];
  settings: EvaluationSettings;
}

type SumOf = (sums: ObjectiveSums) => WindowSum | undefined;

const PROJECTED_FROM_MINUTES = 60;

/**
 * How the objectives of a composite SLO stand together: by their weights, or by
 * `Timeslices` by the slices that were good for all of them.
 */
export function compositeStatus(
  definition: SloDefinition,
  options: CompositeOptions,
): ObjectiveStatus | undefined {
  const { members, joined, statuses, settings } = options;
  const [first] = members;
  if (!first || (definition.budgetingMethod === 'Timeslices' && !joined)) {
    return undefined;
  }
  const burnOf = (sumOf: SumOf) =>
    compositeBurn(
      definition,
      weightedMembers(options, sumOf),
      joined && sumOf(joined),
    );
  const burnt = burnOf(sums => sums.slo);
  const remaining = burnt === undefined ? undefined : 1 - burnt;
  const { bounds, excludedMinutes } = first.windows;
  const window = {
    from: bounds.from.toISOString(),
    to: bounds.to.toISOString(),
    end: bounds.end.toISOString(),
    excludedMinutes,
  };
  return {
    objectiveId: 'composite',
    target: fromPartsPerBillion(compositeTargetPpb(definition.objectives)),
    state: stateOf(remaining, statuses, settings),
    ...window,
    ...(joined
      ? { good: joined.slo.good, total: joined.slo.total, sli: sli(joined.slo) }
      : {}),
    ...(definition.budgetingMethod === 'RatioTimeslices'
      ? { sli: compositeRatio(weightedMembers(options, sums => sums.slo)) }
      : {}),
    budgetRemaining: remaining,
    burnRates: [...first.windows.burn.keys()].map(windowMinutes => ({
      windowMinutes,
      burnRate: burnOf(sums => sums.burn.get(windowMinutes)),
    })),
    projectedExhaustion: projectExhaustion({
      budgetRemaining: remaining,
      burnRate: burnOf(sums => sums.burn.get(PROJECTED_FROM_MINUTES)),
      window,
    }),
    lastDataAt: statuses
      .flatMap(({ lastDataAt }) => lastDataAt ?? [])
      .sort()
      .at(-1),
    coverage: Math.min(...statuses.map(({ coverage }) => coverage)),
    alert: { state: 'none' },
  };
}

function weightedMembers(
  { members }: CompositeOptions,
  sumOf: SumOf,
): CompositeMember[] {
  return members.map(({ evaluated: { objective }, sums }) =>
    toMember(objective, sumOf(sums) ?? { good: 0, total: 0 }),
  );
}

function stateOf(
  remaining: number | undefined,
  statuses: ObjectiveStatus[],
  { atRiskBelow }: EvaluationSettings,
): SloState {
  if (remaining === undefined) {
    return statuses.every(({ state }) => state === 'no-data')
      ? 'no-data'
      : 'not-enough-traffic';
  }
  if (remaining < 0) {
    return 'breached';
  }
  return remaining < atRiskBelow ? 'at-risk' : 'ok';
}
