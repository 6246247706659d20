import type { MinuteCount } from '../database/MinuteCount';
import type { Interval } from '../engine/Interval';
import type { WindowSum } from '../engine/WindowSums';

const BILLION = 1_000_000_000n;

interface Bucket {
  good: bigint;
  total: bigint;
}

/**
 * Sums up raw counts minute by minute, and slices one by one, without any of
 * the sums that the plugin keeps.
 */
export function countOracle(options: {
  sliceMinutes: number;
  sliceTargetPpb: bigint;
  ratioMinutes: number;
}) {
  const plain = new Map<number, Bucket>();

  function slicesOf(
    minutes: number,
    judge: (slice: Bucket) => Bucket,
  ): Map<number, Bucket> {
    const sums = new Map<number, Bucket>();
    for (const [minute, { good, total }] of plain) {
      const start = minute - (minute % minutes);
      const sum = sums.get(start) ?? { good: 0n, total: 0n };
      sums.set(start, { good: sum.good + good, total: sum.total + total });
    }
    return new Map(
      [...sums]
        .filter(([, { total }]) => total > 0n)
        .map(([start, sum]) => [start, judge(sum)]),
    );
  }

  function bucketsOf(kind: 'plain' | 'slices' | 'ratios') {
    switch (kind) {
      case 'slices':
        return slicesOf(options.sliceMinutes, ({ good, total }) => ({
          good: good * BILLION >= options.sliceTargetPpb * total ? 1n : 0n,
          total: 1n,
        }));
      case 'ratios':
        return slicesOf(options.ratioMinutes, ({ good, total }) => ({
          // Rounded half up, as numbers are on paper.
          good: (2n * good * BILLION + total) / (2n * total),
          total: BILLION,
        }));
      default:
        return plain;
    }
  }

  return {
    write(counts: MinuteCount[]): void {
      for (const { minute, good, total } of counts) {
        plain.set(minute, { good: BigInt(good), total: BigInt(total) });
      }
    },
    sum(kind: 'plain' | 'slices' | 'ratios', intervals: Interval[]): WindowSum {
      const sum = { good: 0n, total: 0n, buckets: 0 };
      for (const [minute, { good, total }] of bucketsOf(kind)) {
        if (intervals.some(({ from, to }) => minute >= from && minute < to)) {
          sum.good += good;
          sum.total += total;
          sum.buckets += 1;
        }
      }
      return {
        good: Number(sum.good),
        total: Number(sum.total),
        buckets: sum.buckets,
      };
    },
  };
}
