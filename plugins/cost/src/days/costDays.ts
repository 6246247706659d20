import { formatDay, formatMonth, formatShortDay } from '@atrium/ui';
import { t } from '../translation';

const DAY_MS = 86_400_000;

/** Days in UTC: `from` is the first one, `to` the one after the last. */
export interface Days {
  from: string;
  to: string;
}

/** The day in UTC of an instant. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** So many days after a day, or before it. */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * DAY_MS));
}

/** How many days there are. */
export function countDays({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The first day of a month so many months later, or earlier. */
export function addMonths(day: string, count: number): string {
  const date = new Date(day);
  return dayOf(
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)),
  );
}

/** The first day of the month of a day. */
export function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/**
 * The same days of a month so many months earlier; of a shorter month those that
 * it has, and all of it where all of the other one is meant.
 */
export function monthsBefore({ from, to }: Days, count: number): Days {
  const start = addMonths(from, -count);
  const end = addMonths(startOfMonth(to), -count);
  const after = addDays(end, countDays({ from: startOfMonth(to), to }));
  const limit = addMonths(end, 1);
  return {
    from: addDays(start, Number(from.slice(8)) - 1),
    to: after < limit ? after : limit,
  };
}

/** Days in words: `1 Nov 2026 to 26 Nov 2026`, a whole month by its name. */
export function daysWords(days: Days): string {
  const { from, to } = days;
  const last = addDays(to, -1);
  if (isWholeMonth(days)) {
    return formatMonth(from.slice(0, 7));
  }
  if (from === last) {
    return formatDay(from);
  }
  return t('costDays.to', {
    from:
      from.slice(0, 4) === last.slice(0, 4)
        ? formatShortDay(from)
        : formatDay(from),
    last: formatDay(last),
  });
}

/** When something was, in words: `from 1 Nov to 26 Nov 2026`, `in November 2026`. */
export function duringWords(days: Days): string {
  if (isWholeMonth(days)) {
    return t('costDays.in', { month: daysWords(days) });
  }
  return countDays(days) === 1
    ? t('costDays.on', { day: daysWords(days) })
    : t('costDays.from', { days: daysWords(days) });
}

function isWholeMonth({ from, to }: Days): boolean {
  return from === startOfMonth(from) && to === addMonths(from, 1);
}
