/** Days are `YYYY-MM-DD` in UTC, which sort as text. */

const DAY_MS = 24 * 3_600_000;

/** The instant a day begins. */
export function toInstant(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(toInstant(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The day some days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(toInstant(day)) + days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

/** From a day to another one, which is not counted. */
export function countDays(from: string, to: string): number {
  return (Date.parse(toInstant(to)) - Date.parse(toInstant(from))) / DAY_MS;
}

/** The day itself if it is a Monday, else the next one. */
export function nextMonday(day: string): string {
  return mondayOf(addDays(day, 6));
}
