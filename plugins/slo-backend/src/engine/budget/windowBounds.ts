import { DateTime, type DurationLikeObject } from 'luxon';
import type { Duration } from '@atrium/plugin-slo-common';
import { parseCalendarStart } from '@atrium/plugin-slo-common';
import type { SloWindow } from '@atrium/plugin-slo-common';

/** The minutes a window covers at some instant. */
export interface WindowBounds {
  /** Its first minute. */
  from: Date;
  /** Where counting stops: the last whole minute is the one before. */
  to: Date;
  /** When the budget starts anew; of a rolling window, the same as `to`. */
  end: Date;
}

/**
 * The window of an SLO at an instant, in whole minutes.
 *
 * @remarks Calendar windows are laid end to end from their start time, forwards
 * and backwards, by the clocks of their time zone: a day with a change of the
 * clocks has 23 or 25 hours, and a month from the 31st ends with the last day of
 * a shorter one. Rolling months go by the calendar in UTC.
 */
export function windowBounds(window: SloWindow, instant: Date): WindowBounds {
  const now = DateTime.fromJSDate(instant, { zone: 'utc' }).startOf('minute');
  if (window.kind === 'rolling') {
    const from = now.minus(toLuxon(window.duration, 1));
    return {
      from: from.toJSDate(),
      to: now.toJSDate(),
      end: now.toJSDate(),
    };
  }
  const start = parseCalendarStart(window.startTime, window.timeZone);
  const startOf = (index: number) =>
    start.plus(toLuxon(window.duration, index)).toMillis();
  const index = indexOfWindow(startOf, now.toMillis());
  return {
    from: new Date(startOf(index)),
    to: now.toJSDate(),
    end: new Date(startOf(index + 1)),
  };
}

function indexOfWindow(
  startOf: (index: number) => number,
  instant: number,
): number {
  const estimated = (instant - startOf(0)) / (startOf(1) - startOf(0));
  let index = Math.floor(estimated);
  // Months and days differ in length, so the estimate can be off a little.
  while (startOf(index) > instant) {
    index -= 1;
  }
  while (startOf(index + 1) <= instant) {
    index += 1;
  }
  return index;
}

function toLuxon({ count, unit }: Duration, times: number): DurationLikeObject {
  const amount = count * times;
  switch (unit) {
    case 'm':
      return { minutes: amount };
    case 'h':
      return { hours: amount };
    case 'd':
      return { days: amount };
    case 'w':
      return { weeks: amount };
    case 'M':
      return { months: amount };
    case 'Q':
      return { quarters: amount };
    case 'Y':
      return { years: amount };
    default:
      return unit satisfies never;
  }
}
