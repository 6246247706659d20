const DAY_MS = 86_400_000;

/** The calendar day in UTC, `2026-11-28`. */
export function toDay(time: Date | number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The day so many days later, or before when below zero. */
export function addDays(day: string, count: number): string {
  return toDay(Date.parse(day) + count * DAY_MS);
}

/** How many days there are from a day on, before another one. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Every day from a day on, before another one. */
export function listDays(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, countDays(from, to)) }, (_, index) =>
    addDays(from, index),
  );
}

/** 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/** The month of a day, `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The first day of a month. */
export function firstDayOf(month: string): string {
  return `${month}-01`;
}

/** The month so many months later, or before when below zero. */
export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number);
  return monthOf(toDay(Date.UTC(year, number - 1 + count, 1)));
}

/** The first day of every month that has a day from one on, before another. */
export function listMonthStarts(from: string, to: string): string[] {
  const starts: string[] = [];
  for (
    let month = monthOf(from);
    firstDayOf(month) < to;
    month = addMonths(month, 1)
  ) {
    starts.push(firstDayOf(month));
  }
  return starts;
}

/** The earlier of two days. */
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

/** The later of two days. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
