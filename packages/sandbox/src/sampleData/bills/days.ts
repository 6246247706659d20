const dayMs = 24 * 3_600_000;

/** The day in UTC, as days since 1970. */
export function toDay(at: Date): number {
  return Math.floor(at.getTime() / dayMs);
}

/** The day on which a month begins, `2026-11`, or one that many months later. */
export function firstDayOf(month: string, monthsLater = 0): number {
  const [year, number] = month.split('-').map(Number);
  return toDay(new Date(Date.UTC(year, number - 1 + monthsLater, 1)));
}

/** `2026-11-28` */
export function formatDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `2026-11` */
export function monthOf(day: number): string {
  return formatDay(day).slice(0, 7);
}

/** The month that many months before. */
export function monthBefore(month: string, count = 1): string {
  return monthOf(firstDayOf(month, -count));
}

/** The months from that of one day to that of another, oldest first. */
export function listMonths(from: number, to: number): string[] {
  const months = [monthOf(from)];
  while (months[months.length - 1] < monthOf(to)) {
    months.push(monthBefore(months[months.length - 1], -1));
  }
  return months;
}
