import { perLanguage } from '@atrium/common';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MAX_TICKS = 7;

const STEPS = [
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  30 * DAY_MS,
  91 * DAY_MS,
];

const timeFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, { hour: '2-digit', minute: '2-digit' }),
);
const dayFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short' }),
);

/**
 * Where the axis of a period is marked, and how: by the clock and the days of
 * the reader.
 */
export function toTimeTicks(
  start: number,
  end: number,
): { ticks: number[]; format(at: number): string } {
  const step =
    STEPS.find(candidate => (end - start) / candidate <= MAX_TICKS) ??
    (end - start) / MAX_TICKS;
  const ticks: number[] = [];
  // Whole days and hours of the reader, not of UTC.
  const offset = new Date(start).getTimezoneOffset() * MINUTE_MS;
  const first = Math.ceil((start - offset) / step) * step + offset;
  for (let at = first; at < end; at += step) {
    ticks.push(at);
  }
  return {
    ticks,
    format: at =>
      (step < DAY_MS ? timeFormat() : dayFormat()).format(new Date(at)),
  };
}
