import type { DayPeriod } from '@atrium/plugin-cost-common';
import {
  addMonths,
  earlierOf,
  firstDayOf,
  laterOf,
  listMonthStarts,
  monthOf,
} from '../../calendar/days';

/** A period as calendar months that are in it as a whole, and parts of others. */
export interface SplitPeriod {
  /** The first days of the months. */
  months: string[];
  /** Each within one month. */
  parts: DayPeriod[];
}

/** Takes a period apart by calendar months. */
export function splitMonths({ from, to }: DayPeriod): SplitPeriod {
  const split: SplitPeriod = { months: [], parts: [] };
  for (const start of listMonthStarts(from, to)) {
    const end = firstDayOf(addMonths(monthOf(start), 1));
    if (from <= start && end <= to) {
      split.months.push(start);
    } else {
      split.parts.push({ from: laterOf(start, from), to: earlierOf(end, to) });
    }
  }
  return split;
}
