import {
  addDays,
  addMonths,
  countDays,
  earlierOf,
  firstDayOf,
  laterOf,
  monthOf,
} from '../../calendar/days';
import type { Snapshot } from '../sums/Snapshot';

/** The days of a month that are compared with those of the month before. */
export interface MonthPeriods {
  month: string;
  /** The first day of the month. */
  start: string;
  /** The first day of the next one. */
  end: string;
  /** The day after the last complete one, in this month or not; undefined without any. */
  completeUntil: string | undefined;
  /** The complete days of the month. */
  complete: { from: string; to: string };
  /** As many days of the month before; all of them where the month is over. */
  sameDays: { from: string; to: string };
  /** The month before. */
  before: { from: string; to: string };
}

/**
 * The complete days of a month; without one, of the current month, or the last one
 * that has complete days.
 */
export function findMonthPeriods(
  { completeUntil, today }: Pick<Snapshot, 'completeUntil' | 'today'>,
  given: string | undefined,
): MonthPeriods {
  const month =
    given ?? monthOf(completeUntil ? addDays(completeUntil, -1) : today);
  const start = firstDayOf(month);
  const end = firstDayOf(addMonths(month, 1));
  const until = earlierOf(end, laterOf(start, completeUntil ?? start));
  const startBefore = firstDayOf(addMonths(month, -1));
  const sameDay = addDays(startBefore, countDays(start, until));
  return {
    month,
    start,
    end,
    completeUntil,
    complete: { from: start, to: until },
    sameDays: {
      from: startBefore,
      to: until === end ? start : earlierOf(sameDay, start),
    },
    before: { from: startBefore, to: start },
  };
}

/** Whether a day is in a period, whose last day is the one before `to`. */
export function isWithin(
  day: string,
  { from, to }: { from: string; to: string },
): boolean {
  return day >= from && day < to;
}
