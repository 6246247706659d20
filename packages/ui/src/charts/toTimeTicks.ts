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
    Math.ceil((end - start) / MAX_TICKS / DAY_MS) * DAY_MS;
  const ticks: number[] = [];
  // Steps of the reader's clock, which is put forward and back twice a year.
  let clock = Math.ceil(toClock(start) / step) * step;
  for (let at = fromClock(clock); at < end; at = fromClock(clock)) {
    // An hour that is left out, or comes twice, gives no second mark.
    if (at >= start && at > (ticks.at(-1) ?? -Infinity)) {
      ticks.push(at);
    }
    clock += step;
  }
  return {
    ticks,
    format: at =>
      (step < DAY_MS ? timeFormat() : dayFormat()).format(new Date(at)),
  };
}

/** What the reader's clock shows at an instant, as if it were UTC. */
function toClock(at: number): number {
  return at - new Date(at).getTimezoneOffset() * MINUTE_MS;
}

/** When the reader's clock shows that. */
function fromClock(clock: number): number {
  const shown = new Date(clock);
  return new Date(
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
  ).getTime();
}
