/**
 * Good events of all events. Whole numbers, so that sums over any time are
 * exact; of what unit, `bucketScale` says.
 */
export interface Counts {
  good: number;
  total: number;
}

/** A fraction of whole numbers, for comparisons without rounding. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** The number nearest to a fraction, within the last digit. */
export function fractionToNumber({ numerator, denominator }: Fraction): number {
  // In lowest terms both are usually numbers without rounding.
  const divisor = greatestCommonDivisor(numerator, denominator);
  return Number(numerator / divisor) / Number(denominator / divisor);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) {
    [a, b] = [b, a % b];
  }
  return a;
}

/** Adds up counts of whole buckets. */
export function sumCounts(buckets: Iterable<Counts>): Counts {
  const sum = { good: 0, total: 0 };
  for (const { good, total } of buckets) {
    sum.good += good;
    sum.total += total;
  }
  return sum;
}
