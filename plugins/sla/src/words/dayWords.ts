/** Days of a report are those of the agreement, not of the reader's clock. */
const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A month, `YYYY-MM`: `November 2026`. */
export function monthWords(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** A day, `YYYY-MM-DD`: `5 Nov 2026`. */
export function dayWords(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** An instant by the clocks of a zone: `5 Nov 2026, 10:05 CET`. */
export function zonedTimeWords(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}
