import type { Interval } from './Interval';

/** Which table of sums a piece is read from. */
export type Grain = 'minute' | 'hour' | 'day';

/** A part of a span whose buckets of one size are whole. */
export interface Piece extends Interval {
  grain: Grain;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * Splits a span into whole days, the whole hours around them and the minutes
 * around these, so that its sum is that of few rows.
 */
export function splitInterval(interval: Interval): Piece[] {
  return around(interval, { size: HOUR, grain: 'minute' }, hours =>
    around(hours, { size: DAY, grain: 'hour' }, days => [
      { grain: 'day', ...days },
    ]),
  );
}

/** The parts of a span that are read by the minute: it has no whole hour there. */
export function partialHours(interval: Interval): Interval[] {
  return splitInterval(interval).filter(({ grain }) => grain === 'minute');
}

/** The edges in small buckets, and the middle as the caller sees fit. */
function around(
  { from, to }: Interval,
  { size, grain }: { size: number; grain: Grain },
  middle: (interval: Interval) => Piece[],
): Piece[] {
  const begin = Math.ceil(from / size) * size;
  const end = Math.floor(to / size) * size;
  const pieces: Piece[] =
    begin >= end
      ? [{ grain, from, to }]
      : [
          { grain, from, to: begin },
          ...middle({ from: begin, to: end }),
          { grain, from: end, to },
        ];
  return pieces.filter(piece => piece.from < piece.to);
}
