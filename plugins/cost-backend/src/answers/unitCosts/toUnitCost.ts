import type { MessageDescriptor } from '@atrium/common';
import type { UnitCosts } from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import { words } from '../../costWords';

/** How much work was done in a month. */
export interface MonthCount {
  count: Big;
  /** On how many days it was counted. */
  dayCount: number;
}

interface UnitCostOptions {
  currency: string;
  unit: string;
  /** Where the count comes from. */
  source: MessageDescriptor;
  months: { month: string; amount: Big; dayCount: number }[];
  counts: ReadonlyMap<string, MonthCount>;
}

/** Fewer of the days of a month counted would make each unit dearer than it is. */
const MIN_COUNTED = 0.9;
const PERS = [1, 1_000, 1_000_000];
const READABLE = 0.01;
const DECIMALS = 6;

/** What one unit of work cost, month by month, for so many that one can read it. */
export function toUnitCost(
  options: UnitCostOptions,
): UnitCosts['items'][number] {
  const { counts, currency, source, unit } = options;
  const months = options.months.map(({ amount, dayCount, month }) => {
    const found = counts.get(month);
    const isCounted =
      found !== undefined &&
      found.count.gt(0) &&
      found.dayCount >= MIN_COUNTED * dayCount;
    return { month, amount, count: isCounted ? found.count : undefined };
  });
  const newest = months.findLast(({ amount, count }) => count && amount.gt(0));
  const per =
    PERS.find(
      candidate =>
        newest?.count &&
        newest.amount.times(candidate).div(newest.count).gte(READABLE),
    ) ?? PERS[newest ? PERS.length - 1 : 0];
  return {
    currency,
    unit,
    per,
    ...words.fields({ source }),
    months: months.map(({ amount, count, month }) => ({
      month,
      amount: amount.toFixed(),
      ...(count && {
        count: count.toFixed(),
        unitCost: amount.times(per).div(count).round(DECIMALS).toFixed(),
      }),
    })),
  };
}
