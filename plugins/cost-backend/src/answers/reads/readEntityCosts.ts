import type { CostMetric, Forecast } from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { Target } from '../access/CostScopes';
import { addUp, type Snapshot } from '../sums/Snapshot';
import { isWithin, type MonthPeriods } from './monthPeriods';
import { historyOf, type HistoryAmount, toForecast } from './toForecast';

/** What an entity, or what it stands for, cost in the month so far. */
export interface EntityCosts {
  /** Whether there is a charge in this month or in the one before. */
  isMeasured: boolean;
  monthToDate: Big;
  /** Absent without a charge in the same days of the month before, or not all of them. */
  sameDaysLastMonth?: Big;
  forecast?: Forecast;
}

interface DayRow {
  day: string;
  target_id: number;
  category: string;
  currency: string;
  amount: string;
}

const METRIC: CostMetric = 'effective';

/** The costs of many entities, each with what it stands for, by one question. */
export async function readEntityCosts(
  snapshot: Snapshot,
  options: { periods: MonthPeriods; targets: ReadonlyMap<string, Target[]> },
): Promise<Map<string, EntityCosts>> {
  const { periods, targets } = options;
  const byTarget = await readDays(snapshot, {
    periods,
    targetIds: new Set([...targets.values()].flat().map(({ id }) => id)),
  });
  return new Map(
    [...targets].map(([entityRef, members]) => {
      const days = [...new Set(members.map(({ id }) => id))].flatMap(
        id => byTarget.get(id) ?? [],
      );
      const now = days.filter(({ day }) => isWithin(day, periods.complete));
      const before = days.filter(({ day }) => isWithin(day, periods.sameDays));
      const result = toForecast(periods, days);
      return [
        entityRef,
        {
          isMeasured: now.length + before.length > 0,
          monthToDate: addUp(now),
          sameDaysLastMonth:
            before.length > 0 && snapshot.hasHistoryFrom(periods.before.from)
              ? addUp(before)
              : undefined,
          forecast: 'forecast' in result ? result.forecast : undefined,
        },
      ];
    }),
  );
}

async function readDays(
  snapshot: Snapshot,
  options: { periods: MonthPeriods; targetIds: ReadonlySet<number> },
): Promise<Map<number, HistoryAmount[]>> {
  const { periods, targetIds } = options;
  const history = historyOf(periods);
  await snapshot.loadRates(history);
  const { conversion, trx } = snapshot;
  const { rows } = await trx.raw(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, target_id, charge_category AS category,
       currency, sum(${METRIC})::text AS amount
     FROM daily_target_costs
     WHERE generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND target_id = ANY(?::int[]) AND day >= ?::date AND day < ?::date
     GROUP BY 1, 2, 3, 4`,
    [[...targetIds], history.from, history.to],
  );
  const byTarget = new Map<number, HistoryAmount[]>();
  for (const row of rows as DayRow[]) {
    const { category, day, target_id: targetId } = row;
    const billed = { ...row, month: day };
    const amount = isWithin(day, periods.complete)
      ? conversion.convert(billed)
      : conversion.convertCompared(billed);
    const days = byTarget.get(targetId) ?? [];
    days.push({ amount, category, day });
    byTarget.set(targetId, days);
  }
  return byTarget;
}
