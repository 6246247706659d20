import {
  alertRules,
  MAX_WINDOW_MINUTES,
  type SloDefinition,
  type SloObjective,
} from '@atrium/plugin-slo-common';
import { windowBounds, type WindowBounds } from './budget/windowBounds';
import type { EvaluatedObjective } from './EvaluatedSlo';
import { type Interval, minuteOf } from './Interval';
import { subtractBuckets } from './subtractBuckets';

/** Over which a burn rate is always told: from five minutes to three days. */
const BURN_MINUTES = [5, 30, 60, 120, 360, 1440, 4320];

/** The spans of time that an objective is judged by. */
export interface ObjectiveWindows {
  bounds: WindowBounds;
  /** The window of the SLO, in buckets that count, without excluded times. */
  slo: Interval[];
  /** The same by the minute, whatever counts. */
  measured: Interval[];
  /**
   * As long as the whole window and up to now, by the minute: other than a
   * calendar window, it does not begin anew.
   */
  traffic: Interval[];
  /** By their length in minutes. */
  burn: Map<number, Interval[]>;
  excludedMinutes: number;
}

/** What the spans depend on. */
export interface ObjectiveWindowsOptions {
  definition: SloDefinition;
  exclusions: Interval[];
  now: Date;
  /** Of the slices that buckets are pieces of. Default: they are whole ones. */
  sliceMinutes?: number[];
}

/** Works out the spans of time that an objective is judged by. */
export function objectiveWindows(
  {
    objective,
    bucketMinutes,
  }: Pick<EvaluatedObjective, 'objective' | 'bucketMinutes'>,
  options: ObjectiveWindowsOptions,
): ObjectiveWindows {
  const { definition, exclusions, now } = options;
  const { sliceMinutes = [bucketMinutes] } = options;
  const bounds = windowBounds(definition.window, now);
  const whole = { from: minuteOf(bounds.from), to: minuteOf(bounds.to) };
  const count = (interval: Interval) =>
    subtractBuckets(interval, exclusions, sliceMinutes);
  const measured = subtractBuckets(whole, exclusions, 1);
  const isRolling = definition.window.kind === 'rolling';
  const wholeLength = minuteOf(bounds.end) - whole.from;
  // Slices count once they are over, in the window that they begin in.
  const first = Math.max(...sliceMinutes.map(size => ceilTo(whole.from, size)));
  const last = Math.min(...sliceMinutes.map(size => floorTo(whole.to, size)));
  const lengthOf = (minutes: number): Interval => ({
    from: last - ceilTo(minutes, bucketMinutes),
    to: last,
  });
  const slo = isRolling
    ? lengthOf(whole.to - whole.from)
    : { from: first, to: last };
  return {
    bounds,
    slo: count(slo),
    measured,
    traffic: isRolling
      ? measured
      : subtractBuckets(
          { from: whole.to - wholeLength, to: whole.to },
          exclusions,
          1,
        ),
    burn: new Map(
      burnMinutes(definition, objective).map(minutes => [
        minutes,
        // Definitions that were stored long ago may look back further.
        count(lengthOf(Math.min(minutes, MAX_WINDOW_MINUTES))),
      ]),
    ),
    excludedMinutes: whole.to - whole.from - lengthOfAll(measured),
  };
}

/** How many minutes spans have together. */
export function lengthOfAll(intervals: Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

function burnMinutes(
  definition: SloDefinition,
  objective: SloObjective,
): number[] {
  const ofRules = alertRules(definition, objective).flatMap(({ windows }) =>
    windows.flatMap(({ longMinutes, shortMinutes }) => [
      longMinutes,
      shortMinutes,
    ]),
  );
  return [...new Set([...BURN_MINUTES, ...ofRules])].sort((a, b) => a - b);
}

function floorTo(minute: number, size: number): number {
  return Math.floor(minute / size) * size;
}

function ceilTo(minute: number, size: number): number {
  return Math.ceil(minute / size) * size;
}
