import type { CostMetric } from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import { addDays, earlierOf } from '../../calendar/days';
import {
  forecastMonth,
  type ForecastResult,
  HISTORY_DAYS,
} from '../forecast/forecastMonth';
import type { Snapshot, Sum } from '../sums/Snapshot';
import type { MonthPeriods } from './monthPeriods';

/** What is not used day by day. */
const ONE_OFFS = ['Purchase', 'Tax', 'Credit', 'Adjustment'];

interface ReadForecastOptions {
  metric: CostMetric;
  periods: MonthPeriods;
  targetIds: readonly number[] | undefined;
}

/** What a month of a scope will have cost. */
export async function readForecast(
  snapshot: Snapshot,
  options: ReadForecastOptions,
): Promise<ForecastResult> {
  const query = toHistoryQuery(options);
  const all = await snapshot.sum(query);
  const oneOffs = await snapshot.sum({
    ...query,
    filters: { chargeCategory: ONE_OFFS },
    groupBy: 'chargeCategory',
  });
  return toForecast(options.periods, {
    all,
    oneOffs: oneOffs.map(sum => ({ ...sum, category: sum.key })),
  });
}

/** The same for each of several entities, by their refs. */
export async function readForecasts(
  snapshot: Snapshot,
  options: ReadForecastOptions,
): Promise<(entityRefs: ReadonlySet<string>) => ForecastResult> {
  const query = { ...toHistoryQuery(options), groupBy: 'entity' as const };
  const all = await snapshot.sum(query);
  const oneOffs: (Sum & { category: string })[] = [];
  for (const category of ONE_OFFS) {
    const filters = { chargeCategory: [category] };
    const sums = await snapshot.sum({ ...query, filters });
    oneOffs.push(...sums.map(sum => ({ ...sum, category })));
  }
  return entityRefs => {
    const isMeant = ({ key }: Sum) => entityRefs.has(key);
    return toForecast(options.periods, {
      all: all.filter(isMeant),
      oneOffs: oneOffs.filter(isMeant),
    });
  };
}

function toHistoryQuery({ metric, periods, targetIds }: ReadForecastOptions) {
  const { before, complete, end } = periods;
  return {
    metric,
    targetIds,
    from: earlierOf(before.from, addDays(complete.to, -HISTORY_DAYS)),
    to: end,
    granularity: 'day' as const,
  };
}

function toForecast(
  { complete, end, start }: MonthPeriods,
  sums: { all: Sum[]; oneOffs: (Sum & { category: string })[] },
): ForecastResult {
  const usage = new Map<string, Big>();
  const add = (day: string, amount: Big) =>
    usage.set(day, usage.get(day)?.plus(amount) ?? amount);
  for (const { amount, start: day } of sums.all) {
    add(day, amount);
  }
  for (const { amount, start: day } of sums.oneOffs) {
    add(day, amount.times(-1));
  }
  return forecastMonth({
    start,
    end,
    until: complete.to,
    usage,
    oneOffs: sums.oneOffs.map(({ amount, category, start: day }) => ({
      amount,
      category,
      day,
    })),
  });
}
