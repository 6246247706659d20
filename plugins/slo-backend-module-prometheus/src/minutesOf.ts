import type { SloMinuteValue } from '@atrium/plugin-slo-node';
import type { RangeSeries } from './client/rangeAnswerSchema';

/** What a range came to. */
export interface RangeMinutes {
  minutes: SloMinuteValue[];
  problem?: string;
}

const MINUTE_SECONDS = 60;

/**
 * By how much counters grew in each minute, all series together.
 *
 * @remarks
 * A minute has the difference between the values at its two ends. A value that
 * fell was reset, and counts from zero. A series that is new has no first
 * value to compare with: it may have been counting for long.
 */
export function growthOf(series: RangeSeries[]): RangeMinutes {
  const sums = new Map<number, number>();
  const wrong = new Set<number>();
  let problem: string | undefined;
  for (const { values } of series) {
    let before: [number, number] | undefined;
    for (const [at, text] of values) {
      const value = toNumber(text);
      if (!Number.isFinite(value)) {
        problem ??= problemOf(text);
        // Both minutes that it is an end of are unknown.
        wrong.add(at).add(at + MINUTE_SECONDS);
        before = undefined;
        continue;
      }
      if (before && at - before[0] === MINUTE_SECONDS) {
        const grown = value < before[1] ? value : value - before[1];
        sums.set(at, (sums.get(at) ?? 0) + grown);
      }
      before = [at, value];
    }
  }
  return { minutes: toMinutes(sums, wrong), problem };
}

/** The value at the end of each minute, which has to be a single one. */
export function valuesOf(series: RangeSeries[]): RangeMinutes {
  if (series.length > 1) {
    return {
      minutes: [],
      problem: `The query gives ${series.length} series where one is needed`,
    };
  }
  const values = new Map<number, number>();
  const wrong = new Set<number>();
  let problem: string | undefined;
  for (const [at, text] of series[0]?.values ?? []) {
    const value = toNumber(text);
    if (Number.isFinite(value)) {
      values.set(at, value);
    } else {
      problem ??= problemOf(text);
    }
  }
  return { minutes: toMinutes(values, wrong), problem };
}

/** By the start of each minute; Prometheus is asked about its end. */
function toMinutes(
  values: Map<number, number>,
  wrong: Set<number>,
): SloMinuteValue[] {
  return [...values]
    .filter(([at]) => !wrong.has(at))
    .sort(([a], [b]) => a - b)
    .map(([at, value]) => ({
      minute: new Date((at - MINUTE_SECONDS) * 1_000).toISOString(),
      value,
    }));
}

/** As Prometheus writes them: `NaN`, `+Inf`, `-Inf`. */
function toNumber(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}

function problemOf(text: string): string {
  return `The query gives ${text}`;
}
