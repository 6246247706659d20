import { type DurationUnit, windowBounds } from '@atrium/plugin-slo-common';
import { type Interval, minuteOf } from '../engine/Interval';

/** A day by the clocks of a time zone. */
export interface LocalDay extends Interval {
  /** `YYYY-MM-DD` */
  day: string;
}

/** The days of a month, `YYYY-MM`, by the clocks of a time zone. */
export function monthDays(month: string, timeZone: string): LocalDay[] {
  // Its middle is in the month wherever one is.
  const { from, end } = calendarWindow(
    'M',
    timeZone,
    new Date(`${month}-15T12:00:00Z`),
  );
  const days: LocalDay[] = [];
  for (let at = from; at < end; ) {
    const day = calendarWindow('d', timeZone, at);
    days.push({
      day: `${month}-${String(days.length + 1).padStart(2, '0')}`,
      from: minuteOf(day.from),
      to: minuteOf(day.end),
    });
    at = day.end;
  }
  return days;
}

/** The month, `YYYY-MM`, that it is now by the clocks of a time zone. */
export function monthAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(instant);
  const read = (type: string) => parts.find(part => part.type === type)?.value;
  return `${read('year')}-${read('month')}`;
}

function calendarWindow(unit: DurationUnit, timeZone: string, instant: Date) {
  return windowBounds(
    {
      kind: 'calendar',
      duration: { count: 1, unit },
      startTime: '2020-01-01 00:00:00',
      timeZone,
    },
    instant,
  );
}
