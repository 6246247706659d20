import type { DayPeriod } from '@atrium/plugin-cost-common';
import {
  addMonths,
  countDays,
  earlierOf,
  firstDayOf,
  laterOf,
  listMonthStarts,
  monthOf,
} from '../../calendar/days';

/** A period as calendar months, with the days by which it is more or less than they are. */
export interface MonthsWithEdges {
  /** The first days of the months. */
  months: string[];
  /** Days that are not in the months. */
  added: DayPeriod[];
  /** Days of the months that are not in the period. */
  removed: DayPeriod[];
}

/**
 * Says a period as calendar months and as few days as possible beside them: of a
 * month of which it has few days, those are added; of one of which it has most, the
 * others are taken away.
 *
 * @param today - days after it have next to no charges
 */
export function findEdges(
  { from, to }: DayPeriod,
  today: string,
): MonthsWithEdges {
  const found: MonthsWithEdges = { months: [], added: [], removed: [] };
  for (const start of listMonthStarts(from, to)) {
    const end = firstDayOf(addMonths(monthOf(start), 1));
    const own = { from: laterOf(start, from), to: earlierOf(end, to) };
    const others = [
      { from: start, to: own.from },
      { from: own.to, to: end },
    ].filter(edge => edge.from < edge.to);
    const otherDays = others.reduce(
      (sum, edge) => sum + daysUntil(edge, today),
      0,
    );
    if (otherDays <= daysUntil(own, today)) {
      found.months.push(start);
      found.removed.push(...others);
    } else {
      found.added.push(own);
    }
  }
  return found;
}

function daysUntil({ from, to }: DayPeriod, today: string): number {
  const until = earlierOf(to, today);
  return from < until ? countDays(from, until) : 0;
}
