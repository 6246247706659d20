import type { MinuteRange } from '../counts/traffic.ts';
import { WINDOW_MINUTES } from '../windows.ts';
import type { Check } from './Check.ts';

interface RandomChecksOptions {
  count: number;
  seriesIds: number[];
  /** Within which the windows end. */
  minutes: MinuteRange;
  /** Says a number from 0 up to but not including 1. */
  random?: () => number;
}

/**
 * Draws windows of any series that end at any time: of those that a tick sums
 * up, and one in nine of any other length.
 */
export function randomChecks(options: RandomChecksOptions): Check[] {
  const { count, seriesIds, minutes, random = Math.random } = options;
  const below = (limit: number) => Math.floor(random() * limit);
  const longest = Math.max(...WINDOW_MINUTES);
  return Array.from({ length: count }, () => {
    const seriesId = seriesIds[below(seriesIds.length)];
    const length =
      WINDOW_MINUTES[below(WINDOW_MINUTES.length + 1)] ?? 1 + below(longest);
    const to = minutes.from + 1 + below(minutes.to - minutes.from);
    return { seriesId, from: to - length, to };
  });
}
