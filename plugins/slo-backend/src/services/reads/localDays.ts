import { DateTime } from 'luxon';
import { type Interval, minuteOf } from '../../engine/Interval';

const DAY_MS = 24 * 3_600_000;

/** A day by the clocks of a time zone: of 23, 24 or 25 hours. */
export interface LocalDay extends Interval {
  /** `YYYY-MM-DD` */
  day: string;
}

/** The days from one to another, both included, by the clocks of a time zone. */
export function localDays(
  firstDay: string,
  lastDay: string,
  timeZone: string,
): LocalDay[] {
  const startOf = (day: string) =>
    minuteOf(DateTime.fromISO(day, { zone: timeZone }).toMillis());
  const days: LocalDay[] = [];
  // By number: the text of a day after the year 9999 comes before all others.
  const last = numberOf(lastDay);
  for (let number = numberOf(firstDay); number <= last; number++) {
    const day = dayOf(number);
    days.push({ day, from: startOf(day), to: startOf(dayOf(number + 1)) });
  }
  return days;
}

/** How many days after the first of 1970. */
function numberOf(day: string): number {
  return Date.parse(day) / DAY_MS;
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().split('T')[0];
}
