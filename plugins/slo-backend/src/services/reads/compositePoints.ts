import {
  type CompositeMember,
  compositeRatio,
} from '../../engine/budget/composite';
import {
  type SeriesPoint,
  sli,
  type SloDefinition,
} from '@atrium/plugin-slo-common';
import { compositeBurn, toMember } from '../../engine/compositeBurn';
import { compositeWindows } from '../../engine/compositeWindows';
import type { EvaluatedObjective } from '../../engine/EvaluatedSlo';
import { type Interval, minuteOf, startOfMinute } from '../../engine/Interval';
import { subtractBuckets } from '../../engine/subtractBuckets';
import type {
  SeriesWindows,
  WindowSum,
  WindowSums,
} from '../../engine/WindowSums';
import {
  type PlanOptions,
  planPoints,
  type PointPlan,
  toPoints,
} from './seriesPoints';

interface CompositePlanOptions extends PlanOptions {
  /** The joined slices, by `Timeslices`. */
  joinedSeriesId?: number;
}

/** The steps of a composite SLO, and what has to be summed up for them. */
export interface CompositePointPlan {
  definition: SloDefinition;
  members: PointPlan[];
  joinedSeriesId?: number;
  seriesWindows: SeriesWindows[];
}

/** What was counted in one span, by each objective and by all. */
interface StepCounts {
  members: CompositeMember[];
  joined?: WindowSum;
}

/** Plans the steps of all objectives of a composite SLO together. */
export function planCompositePoints(
  objectives: EvaluatedObjective[],
  options: CompositePlanOptions,
): CompositePointPlan {
  const { joinedSeriesId } = options;
  const members = objectives.map(evaluated => planPoints(evaluated, options));
  const seriesWindows = members.flatMap(member => member.seriesWindows);
  return {
    definition: options.definition,
    members,
    joinedSeriesId,
    seriesWindows:
      joinedSeriesId === undefined
        ? seriesWindows
        : [
            ...seriesWindows,
            {
              seriesId: joinedSeriesId,
              windows: joinedWindows(objectives, options),
            },
          ],
  };
}

/**
 * Makes points of the sums that were planned. Events of several objectives are
 * not of one kind: by `Occurrences` there is a budget, but no ratio.
 */
export function toCompositePoints(
  { definition, members, joinedSeriesId }: CompositePointPlan,
  sums: WindowSums,
): SeriesPoint[] {
  const points = members.map(member => toPoints(member, sums));
  return points[0].map(({ at, excludedMinutes }, index) => {
    const steps = points.map(ofMember => ofMember[index]);
    const countsOf = (name: string): StepCounts => ({
      members: members.map(({ evaluated: { objective, countedSeriesId } }) =>
        toMember(objective, sums.get(countedSeriesId, name)),
      ),
      joined:
        joinedSeriesId === undefined
          ? undefined
          : sums.get(joinedSeriesId, name),
    });
    const budget = countsOf(`budget ${minuteOf(at)}`);
    const burnt = compositeBurn(definition, budget.members, budget.joined);
    return {
      at,
      ...ratioOf(definition, countsOf(`step ${minuteOf(at)}`)),
      measuredMinutes: Math.min(...steps.map(step => step.measuredMinutes)),
      excludedMinutes,
      isGap: steps.every(({ isGap }) => isGap),
      budgetRemaining: burnt === undefined ? undefined : 1 - burnt,
    };
  });
}

function ratioOf(
  { budgetingMethod }: SloDefinition,
  { members, joined }: StepCounts,
): Pick<SeriesPoint, 'good' | 'total' | 'ratio'> {
  switch (budgetingMethod) {
    case 'Occurrences':
      return {};
    case 'RatioTimeslices':
      return { ratio: compositeRatio(members) };
    case 'Timeslices':
      return joined && joined.buckets > 0
        ? { good: joined.good, total: joined.total, ratio: sli(joined) }
        : {};
    default:
      return budgetingMethod satisfies never;
  }
}

function joinedWindows(
  objectives: EvaluatedObjective[],
  { definition, exclusions, period, stepMinutes, now }: PlanOptions,
): Map<string, Interval[]> {
  const sliceMinutes = objectives.map(({ bucketMinutes }) => bucketMinutes);
  const windows = new Map<string, Interval[]>();
  for (let start = period.from; start < period.to; start += stepMinutes) {
    const end = Math.min(start + stepMinutes, now);
    if (start < end) {
      windows.set(
        `step ${start}`,
        subtractBuckets({ from: start, to: end }, exclusions, sliceMinutes),
      );
      windows.set(
        `budget ${start}`,
        compositeWindows(objectives, {
          definition,
          exclusions,
          now: startOfMinute(end),
        }).slo,
      );
    }
  }
  return windows;
}
