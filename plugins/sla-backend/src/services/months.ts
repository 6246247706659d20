import type { Agreement } from '@atrium/plugin-sla-common';
import { DateTime } from 'luxon';

/** The month, `YYYY-MM`, that it is at an instant by the clocks of a time zone. */
export function monthAt(instant: Date, timeZone: string): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-MM');
}

/** When a month, `YYYY-MM`, begins and ends by the clocks of a time zone. */
export function monthBounds(
  month: string,
  timeZone: string,
): { from: Date; to: Date } {
  const from = DateTime.fromISO(month, { zone: timeZone });
  return { from: from.toJSDate(), to: from.plus({ months: 1 }).toJSDate() };
}

/** The first and the last day, `YYYY-MM-DD`, that an agreement holds in a month. */
export function agreementDays(
  { validFrom, validTo }: Agreement,
  month: string,
): { firstDay: string; lastDay: string } {
  const monthStart = DateTime.fromISO(month, { zone: 'utc' });
  const firstDay = `${month}-01`;
  const lastDay = `${month}-${monthStart.daysInMonth}`;
  return {
    firstDay: validFrom > firstDay ? validFrom : firstDay,
    lastDay: validTo !== undefined && validTo < lastDay ? validTo : lastDay,
  };
}

/** The months that an agreement holds in, up to that of an instant. */
export function agreementMonths(
  { validFrom, validTo, timeZone }: Agreement,
  now: Date,
): string[] {
  const present = monthAt(now, timeZone);
  const last = validTo?.slice(0, 7) ?? present;
  const end = last < present ? last : present;
  const months: string[] = [];
  for (let month = validFrom.slice(0, 7); month <= end; ) {
    months.push(month);
    month = DateTime.fromISO(month, { zone: 'utc' })
      .plus({ months: 1 })
      .toFormat('yyyy-MM');
  }
  return months;
}
