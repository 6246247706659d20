import { perLanguage } from '../language/language';

const dayFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

const shortDayFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }),
);

const monthFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

const shortMonthFormat = perLanguage(
  ({ dates }) =>
    new Intl.DateTimeFormat(dates, {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

/** A calendar day as it is, in whatever zone it is read: `26 Nov 2026`. */
export function formatDay(day: string): string {
  return dayFormat().format(new Date(day));
}

/** A calendar day where the year is clear: `26 Nov`. */
export function formatShortDay(day: string): string {
  return shortDayFormat().format(new Date(day));
}

/** A calendar month, `2026-11`, as it is read: `November 2026`. */
export function formatMonth(month: string): string {
  return monthFormat().format(new Date(month));
}

/** A calendar month where its year is clear: `November`. */
export function formatMonthName(month: string): string {
  return formatMonth(month).replace(/ \d+$/, '');
}

/** A calendar month where there is little room: `Nov 2026`. */
export function formatShortMonth(month: string): string {
  return shortMonthFormat().format(new Date(month));
}
