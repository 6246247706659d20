const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar day as it is, in whatever zone it is read: `26 Nov 2026`. */
export function formatDay(day: string): string {
  return DAY.format(new Date(day));
}

/** A calendar day where the year is clear: `26 Nov`. */
export function formatShortDay(day: string): string {
  return SHORT_DAY.format(new Date(day));
}

/** A calendar month, `2026-11`, as it is read: `November 2026`. */
export function formatMonth(month: string): string {
  return MONTH.format(new Date(month));
}

/** A calendar month where there is little room: `Nov 2026`. */
export function formatShortMonth(month: string): string {
  return SHORT_MONTH.format(new Date(month));
}
