import type { SloDefinition, SloObjective } from '@atrium/plugin-slo-common';
import { windowBounds } from '../engine/budget/windowBounds';

/** A time that does not count, in minutes since 1970. */
interface Excluded {
  from: number;
  to: number;
}

interface Bucket {
  good: bigint;
  total: bigint;
}

/** What an objective should have come to, by hand. */
export interface ExpectedStatus {
  good: number;
  total: number;
  sli?: number;
  budgetRemaining?: number;
  coverage: number;
  excludedMinutes: number;
  burnRates: Map<number, number | undefined>;
}

const PPB = 1_000_000_000n;

/**
 * Works out how an objective stands from raw counts, minute by minute and slice
 * by slice. Of the code under test it shares only where a window begins.
 */
export function sloOracle(
  minutes: ReadonlyMap<number, Bucket>,
  options: {
    definition: SloDefinition;
    objective: SloObjective;
    excluded: Excluded[];
    now: Date;
    burnMinutes: number[];
  },
): ExpectedStatus {
  const { definition, objective, excluded, now } = options;
  const size = objective.timeSliceWindowMinutes ?? 1;
  const bounds = windowBounds(definition.window, now);
  const from = bounds.from.getTime() / 60_000;
  const to = bounds.to.getTime() / 60_000;
  const last = to - (to % size);
  const isOut = (minute: number) =>
    excluded.some(span => minute >= span.from && minute < span.to);

  /** Buckets that begin within a span and end by its end, one by one. */
  function sum(start: number, end: number): Bucket {
    const all: Bucket = { good: 0n, total: 0n };
    const first = Math.ceil(start / size) * size;
    for (let bucket = first; bucket + size <= end; bucket += size) {
      const counted = countBucket(bucket);
      all.good += counted.good;
      all.total += counted.total;
    }
    return all;
  }

  function countBucket(bucket: number): Bucket {
    let good = 0n;
    let total = 0n;
    for (let minute = bucket; minute < bucket + size; minute++) {
      if (isOut(minute)) {
        return { good: 0n, total: 0n };
      }
      good += minutes.get(minute)?.good ?? 0n;
      total += minutes.get(minute)?.total ?? 0n;
    }
    if (definition.budgetingMethod === 'Occurrences' || total === 0n) {
      return { good, total };
    }
    if (definition.budgetingMethod === 'RatioTimeslices') {
      return { good: (2n * good * PPB + total) / (2n * total), total: PPB };
    }
    const isGood =
      good * PPB >= BigInt(objective.timeSliceTargetPpb ?? 0) * total;
    return { good: isGood ? 1n : 0n, total: 1n };
  }

  function burn({ good, total }: Bucket): number | undefined {
    return total === 0n
      ? undefined
      : Number((total - good) * PPB) /
          Number(total * (PPB - BigInt(objective.targetPpb)));
  }

  const lengthInBuckets = (length: number) => Math.ceil(length / size) * size;
  const counted =
    definition.window.kind === 'rolling'
      ? sum(last - lengthInBuckets(to - from), last)
      : sum(from, last);
  const burnt = burn(counted);
  let measured = 0;
  let wanted = 0;
  for (let minute = from; minute < to; minute++) {
    if (!isOut(minute)) {
      wanted += 1;
      measured += minutes.has(minute) ? 1 : 0;
    }
  }
  const unit =
    definition.budgetingMethod === 'RatioTimeslices' ? Number(PPB) : 1;
  return {
    good: Number(counted.good) / unit,
    total: Number(counted.total) / unit,
    sli:
      counted.total === 0n
        ? undefined
        : Number(counted.good) / Number(counted.total),
    budgetRemaining: burnt === undefined ? undefined : 1 - burnt,
    coverage: wanted > 0 ? measured / wanted : 0,
    excludedMinutes: to - from - wanted,
    burnRates: new Map(
      options.burnMinutes.map(length => [
        length,
        burn(sum(last - lengthInBuckets(length), last)),
      ]),
    ),
  };
}
