import Big from 'big.js';
import { allocatedChargeDays } from '../../answers/charges/allocatedCharges';
import type { Snapshot } from '../../answers/sums/Snapshot';
import { addDays, listDays } from '../../calendar/days';
import type { Driver, UnusualRun } from './AnomalyStore';

const WEEKS = 4;
const MAX_DRIVERS = 5;
/** Less than this part of what rose is no driver. */
const MIN_PART = 0.05;

interface DriverRow {
  service_name: string;
  resource_id: string | null;
  resource_name: string | null;
  currency: string;
  day: string;
  amount: string;
}

/**
 * What rose most on unusual days: resources, compared with the mean of the same
 * weekdays in the four weeks before.
 */
export async function readDrivers(
  snapshot: Snapshot,
  { run, targetId }: { run: UnusualRun; targetId: number },
): Promise<Driver[]> {
  const period = {
    from: addDays(run.firstDay, -WEEKS * 7),
    to: addDays(run.lastDay, 1),
  };
  const days = await allocatedChargeDays(snapshot, {
    ...period,
    metric: 'effective',
    targetIds: [targetId],
  });
  await snapshot.loadRates(period);
  const { rows } = await snapshot.trx.raw(
    `SELECT d.service_name, k.resource_id, max(k.resource_name) AS resource_name,
       d.currency, to_char(c.day, 'YYYY-MM-DD') AS day, sum(c.amount)::text AS amount
     FROM (${days.sql}) c
     JOIN keys k ON k.id = c.key_id
     JOIN dimensions d ON d.id = c.dimension_id
     GROUP BY d.service_name, k.resource_id, d.currency, c.day`,
    days.bindings,
  );
  const weights = toWeights(run);
  const excess = new Map<
    string,
    { driver: Omit<Driver, 'excess'>; sum: Big }
  >();
  for (const row of rows as DriverRow[]) {
    const weight = weights.get(row.day);
    if (weight === undefined) {
      continue;
    }
    const key = JSON.stringify([row.service_name, row.resource_id]);
    const amount = snapshot.conversion.convert({ ...row, month: row.day });
    const before = excess.get(key);
    excess.set(key, {
      driver: {
        serviceName: row.service_name,
        resourceId: row.resource_id ?? undefined,
        resourceName: row.resource_name ?? undefined,
      },
      sum: (before?.sum ?? new Big(0)).plus(amount.times(weight)),
    });
  }
  const least = new Big(run.amount).minus(run.expected).times(MIN_PART);
  return [...excess.values()]
    .filter(({ sum }) => sum.gt(least))
    .sort((one, other) => other.sum.cmp(one.sum))
    .slice(0, MAX_DRIVERS)
    .map(({ driver, sum }) => ({ ...driver, excess: sum.round(2).toFixed() }));
}

/** How often each day counts: the same weekdays before, for a fourth below zero. */
function toWeights({ firstDay, lastDay }: UnusualRun): Map<string, number> {
  const weights = new Map<string, number>();
  const days = listDays(firstDay, addDays(lastDay, 1));
  for (const day of days) {
    weights.set(day, 1);
  }
  for (const [index, day] of days.entries()) {
    // Of a run of weeks, the weekdays before all of it.
    const first = addDays(day, -7 * (Math.floor(index / 7) + 1));
    for (let week = 0; week < WEEKS; week++) {
      const before = addDays(first, -7 * week);
      weights.set(before, (weights.get(before) ?? 0) - 1 / WEEKS);
    }
  }
  return weights;
}
