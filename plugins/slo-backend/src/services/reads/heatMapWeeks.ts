import {
  type HeatMapObjective,
  isTargetMet,
  sli,
} from '@atrium/plugin-slo-common';
import type { EvaluatedObjective } from '../../engine/EvaluatedSlo';
import { type Interval, startOfMinute } from '../../engine/Interval';
import { lengthOfAll } from '../../engine/objectiveWindows';
import { subtractBuckets } from '../../engine/subtractBuckets';
import type { SeriesWindows, WindowSums } from '../../engine/WindowSums';

/** A week from Monday (UTC), as far as it has passed. */
export type Week = Interval;

/** An objective, and what does not count of it. */
export interface CountedObjective {
  sloId: string;
  evaluated: EvaluatedObjective;
  exclusions: Interval[];
}

const WEEK_MINUTES = 7 * 1440;
/** 1970 began on a Thursday, so its first Monday was the fifth day. */
const FIRST_MONDAY = 4 * 1440;

/** So many weeks up to the present one. */
export function lastWeeks(count: number, now: number): Week[] {
  const thisWeek =
    Math.floor((now - FIRST_MONDAY) / WEEK_MINUTES) * WEEK_MINUTES +
    FIRST_MONDAY;
  return Array.from({ length: count }, (_, index) => {
    const from = thisWeek - (count - 1 - index) * WEEK_MINUTES;
    return { from, to: Math.min(from + WEEK_MINUTES, now) };
  });
}

/** What has to be summed up for the weeks of an objective. */
export function weekSums(
  { sloId, evaluated, exclusions }: CountedObjective,
  weeks: Week[],
): SeriesWindows[] {
  const { seriesId, countedSeriesId, bucketMinutes } = evaluated;
  const windowsOf = (what: string, minutes: number) =>
    new Map(
      weeks.map(week => [
        `${sloId} ${what} ${week.from}`,
        subtractBuckets(week, exclusions, minutes),
      ]),
    );
  return [
    { seriesId: countedSeriesId, windows: windowsOf('week', bucketMinutes) },
    { seriesId, windows: windowsOf('measured', 1) },
  ];
}

/** Draws the weeks of an objective. */
export function toHeatMapObjective(
  { sloId, evaluated, exclusions }: CountedObjective,
  weeks: Week[],
  sums: WindowSums,
): HeatMapObjective {
  const { objective, seriesId, countedSeriesId } = evaluated;
  return {
    objectiveId: objective.id,
    displayName: objective.displayName,
    target: objective.target,
    cells: weeks.map(week => {
      const counted = sums.get(countedSeriesId, `${sloId} week ${week.from}`);
      const measured = sums.get(seriesId, `${sloId} measured ${week.from}`);
      const minutes = lengthOfAll(subtractBuckets(week, exclusions, 1));
      return {
        weekStart: startOfMinute(week.from).toISOString().slice(0, 10),
        sli: sli(counted),
        isTargetMet: isTargetMet(counted, objective.targetPpb),
        coverage: minutes > 0 ? measured.buckets / minutes : 0,
      };
    }),
  };
}
