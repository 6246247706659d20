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
  for (let day = firstDay; day <= lastDay; ) {
    const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
    days.push({ day, from: startOf(day), to: startOf(next) });
    day = next;
  }
  return days;
}
