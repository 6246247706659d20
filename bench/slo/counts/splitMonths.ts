import { type MinuteRange, startOf } from './traffic.ts';

const MINUTE_MS = 60_000;

/** The minutes of one month, which are in a partition of their own. */
export interface MonthOfMinutes {
  /** What the names of partitions end with, such as `2026_11`. */
  suffix: string;
  /** Those that are wanted. */
  minutes: MinuteRange;
  /** When the month begins, and when the next one does. */
  bounds: { from: Date; to: Date };
}

/** Splits minutes where a month (UTC) ends, oldest first. */
export function splitMonths({ from, to }: MinuteRange): MonthOfMinutes[] {
  const months: MonthOfMinutes[] = [];
  for (let start = from; start < to; ) {
    const date = startOf(start);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const bounds = {
      from: new Date(Date.UTC(year, month)),
      to: new Date(Date.UTC(year, month + 1)),
    };
    const end = Math.min(bounds.to.getTime() / MINUTE_MS, to);
    months.push({
      suffix: `${year}_${String(month + 1).padStart(2, '0')}`,
      minutes: { from: start, to: end },
      bounds,
    });
    start = end;
  }
  return months;
}
