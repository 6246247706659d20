import { type Interval, subtractIntervals } from './Interval';

/**
 * What is left of a span when others are taken out. A bucket of which a part is
 * taken out is gone as a whole.
 */
export function subtractBuckets(
  whole: Interval,
  exclusions: Interval[],
  bucketMinutes: number,
): Interval[] {
  return subtractIntervals(
    whole,
    exclusions.map(({ from, to }) => ({
      from: Math.floor(from / bucketMinutes) * bucketMinutes,
      to: Math.ceil(to / bucketMinutes) * bucketMinutes,
    })),
  );
}
