import { type Interval, subtractIntervals } from './Interval';

/**
 * What is left of a span when others are taken out. A bucket of which a part is
 * taken out is gone as a whole; a piece of buckets of several lengths with any
 * of these.
 */
export function subtractBuckets(
  whole: Interval,
  exclusions: Interval[],
  bucketMinutes: number | number[],
): Interval[] {
  return subtractIntervals(
    whole,
    exclusions.flatMap(({ from, to }) =>
      [bucketMinutes].flat().map(size => ({
        from: Math.floor(from / size) * size,
        to: Math.ceil(to / size) * size,
      })),
    ),
  );
}
