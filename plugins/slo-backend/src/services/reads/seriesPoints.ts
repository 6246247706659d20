import {
  budgetRemaining,
  type SeriesPoint,
  sli,
  type SloDefinition,
} from '@atrium/plugin-slo-common';
import { countedUnit } from '../../engine/countedUnit';
import type { EvaluatedObjective } from '../../engine/EvaluatedSlo';
import { type Interval, startOfMinute } from '../../engine/Interval';
import { lengthOfAll, objectiveWindows } from '../../engine/objectiveWindows';
import { subtractBuckets } from '../../engine/subtractBuckets';
import type { SeriesWindows, WindowSums } from '../../engine/WindowSums';

/** Which steps of which time are wanted. */
export interface PlanOptions {
  definition: SloDefinition;
  exclusions: Interval[];
  period: Interval;
  stepMinutes: number;
  now: number;
}

/** The steps of an objective, and what has to be summed up for them. */
export interface PointPlan {
  evaluated: EvaluatedObjective;
  definition: SloDefinition;
  steps: {
    start: number;
    /** Without excluded times, as far as it has passed. */
    counted: Interval[];
    isPast: boolean;
    excludedMinutes: number;
  }[];
  seriesWindows: SeriesWindows[];
}

/** Plans the steps of an objective over a period. */
export function planPoints(
  evaluated: EvaluatedObjective,
  options: PlanOptions,
): PointPlan {
  const { definition, exclusions, period, stepMinutes, now } = options;
  const measured = new Map<string, Interval[]>();
  const counted = new Map<string, Interval[]>();
  const steps: PointPlan['steps'] = [];
  for (let start = period.from; start < period.to; start += stepMinutes) {
    const end = Math.min(start + stepMinutes, now);
    const isPast = start < end;
    const step = { from: start, to: Math.max(start, end) };
    const left = subtractBuckets(step, exclusions, 1);
    steps.push({
      start,
      isPast,
      counted: left,
      excludedMinutes: step.to - step.from - lengthOfAll(left),
    });
    if (isPast) {
      measured.set(`measured ${start}`, left);
      counted.set(
        `step ${start}`,
        subtractBuckets(step, exclusions, evaluated.bucketMinutes),
      );
      counted.set(
        `budget ${start}`,
        objectiveWindows(evaluated, {
          definition,
          exclusions,
          now: startOfMinute(end),
        }).slo,
      );
    }
  }
  return {
    evaluated,
    definition,
    steps,
    seriesWindows: [
      { seriesId: evaluated.seriesId, windows: measured },
      { seriesId: evaluated.countedSeriesId, windows: counted },
    ],
  };
}

/** Makes points of the sums that were planned. */
export function toPoints(
  { evaluated, definition, steps }: PointPlan,
  sums: WindowSums,
): SeriesPoint[] {
  const unit = countedUnit(evaluated.objective, definition);
  const { seriesId, countedSeriesId, objective } = evaluated;
  return steps.map(({ start, counted: left, isPast, excludedMinutes }) => {
    const measuredMinutes = sums.get(seriesId, `measured ${start}`).buckets;
    const sum = sums.get(countedSeriesId, `step ${start}`);
    const budget = sums.get(countedSeriesId, `budget ${start}`);
    return {
      at: startOfMinute(start).toISOString(),
      ...(sum.buckets > 0
        ? { good: sum.good / unit, total: sum.total / unit, ratio: sli(sum) }
        : {}),
      measuredMinutes,
      excludedMinutes,
      isGap: isPast && measuredMinutes === 0 && lengthOfAll(left) > 0,
      budgetRemaining: budgetRemaining(budget, objective.targetPpb),
    };
  });
}
