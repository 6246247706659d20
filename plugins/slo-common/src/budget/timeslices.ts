import { PARTS_PER_BILLION } from '../definition/partsPerBillion';
import type { Counts } from './counts';
import { isTargetMet } from './errorBudget';

/**
 * Counts slices for `Timeslices`: a slice is good when its ratio reaches the
 * slice target. Slices without events are not counted.
 *
 * @remarks Slices start at whole multiples of their length since 1970 UTC.
 */
export function timesliceCounts(
  slices: Iterable<Counts>,
  timeSliceTargetPpb: number,
): Counts {
  const counts = { good: 0, total: 0 };
  for (const slice of slices) {
    const isGood = isTargetMet(slice, timeSliceTargetPpb);
    if (isGood !== undefined) {
      counts.total += 1;
      counts.good += isGood ? 1 : 0;
    }
  }
  return counts;
}

/**
 * The ratio of one slice in parts per billion, halves rounded up: the unit in
 * which `RatioTimeslices` adds slices up.
 */
export function sliceRatioPpb({ good, total }: Counts): number {
  const doubled = BigInt(good) * BigInt(PARTS_PER_BILLION) * 2n;
  return Number((doubled + BigInt(total)) / (2n * BigInt(total)));
}

/**
 * Adds up slices for `RatioTimeslices`, where each slice weighs the same
 * however much traffic it had: the ratio of the sums is the mean of the ratios.
 */
export function ratioTimesliceCounts(slices: Iterable<Counts>): Counts {
  const counts = { good: 0, total: 0 };
  for (const slice of slices) {
    if (slice.total > 0) {
      counts.good += sliceRatioPpb(slice);
      counts.total += PARTS_PER_BILLION;
    }
  }
  return counts;
}
