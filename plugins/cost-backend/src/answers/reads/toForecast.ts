import type Big from 'big.js';
import { addDays, earlierOf } from '../../calendar/days';
import {
  forecastMonth,
  type ForecastResult,
  HISTORY_DAYS,
} from '../forecast/forecastMonth';
import type { MonthPeriods } from './monthPeriods';

/** What charges of a category cost on a day. */
export interface HistoryAmount {
  day: string;
  category: string;
  amount: Big;
}

/** What is not used day by day. */
const ONE_OFFS = ['Purchase', 'Tax', 'Credit', 'Adjustment'];

/** The days that a forecast of a month is made of. */
export function historyOf({ before, complete, end }: MonthPeriods): {
  from: string;
  to: string;
} {
  return {
    from: earlierOf(before.from, addDays(complete.to, -HISTORY_DAYS)),
    to: end,
  };
}

/** What a month will have cost, by the days of {@link historyOf}. */
export function toForecast(
  { completeUntil: until, end, start }: MonthPeriods,
  days: readonly HistoryAmount[],
): ForecastResult {
  const usage = new Map<string, Big>();
  const oneOffs: HistoryAmount[] = [];
  for (const one of days) {
    const { amount, category, day } = one;
    const isOneOff = ONE_OFFS.includes(category);
    if (isOneOff) {
      oneOffs.push(one);
    }
    // A day that has nothing else is known as well: nothing was used.
    const used = isOneOff ? amount.times(0) : amount;
    usage.set(day, usage.get(day)?.plus(used) ?? used);
  }
  return forecastMonth({ start, end, until, usage, oneOffs });
}
