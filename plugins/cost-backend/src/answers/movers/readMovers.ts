import type { CostMetric } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import { allocatedChargeDays } from '../charges/allocatedCharges';
import type { MonthPeriods } from '../reads/monthPeriods';
import type { Snapshot } from '../sums/Snapshot';

/** Something that costs more or less than before. */
export interface Mover {
  serviceName: string;
  serviceCategory?: string;
  resourceId?: string;
  resourceName?: string;
  entityRef?: string;
  amount: Big;
  comparisonAmount: Big;
  /** What it cost on each day, from the first one that is compared on. */
  days: Map<string, Big>;
}

interface ReadMoversOptions {
  limit: number;
  metric: CostMetric;
  periods: MonthPeriods;
  targetIds: readonly number[] | undefined;
  /** Whose resources may be named; everybody's where it is undefined. */
  readableIds: readonly number[] | undefined;
}

interface DayRow {
  target_id: number;
  pool: string | null;
  kind: string;
  ref: string;
  service_name: string;
  service_category: string | null;
  resource_id: string | null;
  resource_name: string | null;
  currency: string;
  day: string;
  amount: string;
}

/** Among so many entities with the largest changes are the largest services. */
const MAX_TARGETS = 40;

/**
 * What changed most: services of entities, and of those that may be named, the
 * resources. Of entities only those whose cost as a whole changed most are looked at.
 */
export async function readMovers(
  snapshot: Snapshot,
  options: ReadMoversOptions,
): Promise<Mover[]> {
  const { limit, periods, readableIds } = options;
  const targets = await findMovingTargets(snapshot, options);
  const services = addUpMovers(
    snapshot,
    await readServiceDays(snapshot, { ...options, targets }),
    periods,
  );
  const top = services.sort(byChange).slice(0, limit);
  const named = top.filter(
    ({ pool, targetId }) =>
      pool === undefined &&
      (readableIds === undefined || readableIds.includes(targetId)),
  );
  const resources = addUpMovers(
    snapshot,
    await readResourceDays(snapshot, { ...options, named }),
    periods,
  );
  const drilled = new Set(named.map(keyOf));
  return [...resources, ...top.filter(mover => !drilled.has(keyOf(mover)))]
    .filter(({ amount, comparisonAmount }) => !amount.eq(comparisonAmount))
    .sort(byChange)
    .slice(0, limit)
    .map(({ pool, targetId: _, ...mover }) => ({
      ...mover,
      ...(pool !== undefined && { resourceName: `Part of the pool ${pool}` }),
    }));
}

type TargetMover = Mover & { targetId: number; pool?: string };

/** Those whose cost changed most. */
async function findMovingTargets(
  snapshot: Snapshot,
  { metric, periods, targetIds }: ReadMoversOptions,
): Promise<number[]> {
  const { conversion, trx } = snapshot;
  const { complete, sameDays } = periods;
  const { rows } = await trx.raw(
    `SELECT s.target_id, s.currency, to_char(s.day, 'YYYY-MM') AS month,
       sum(s.${metric})::text AS amount
     FROM daily_target_costs s
     WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND (s.day >= ?::date AND s.day < ?::date OR s.day >= ?::date AND s.day < ?::date)
       ${targetIds ? 'AND s.target_id = ANY(?::int[])' : ''}
     GROUP BY 1, 2, 3`,
    [
      complete.from,
      complete.to,
      sameDays.from,
      sameDays.to,
      ...(targetIds ? [[...targetIds]] : []),
    ],
  );
  await snapshot.loadRates({ from: sameDays.from, to: periods.end });
  const changes = new Map<number, Big>();
  for (const row of rows as {
    target_id: number;
    currency: string;
    month: string;
    amount: string;
  }[]) {
    const amount = conversion.convert(row);
    const isNow = row.month === periods.month;
    const before = changes.get(row.target_id) ?? new Big(0);
    changes.set(
      row.target_id,
      isNow ? before.plus(amount) : before.minus(amount),
    );
  }
  return [...changes]
    .sort(([, one], [, other]) => other.abs().cmp(one.abs()))
    .slice(0, MAX_TARGETS)
    .map(([id]) => id);
}

async function readServiceDays(
  { trx }: Snapshot,
  options: ReadMoversOptions & { targets: number[] },
): Promise<DayRow[]> {
  const { metric, periods, targets } = options;
  const { rows } = await trx.raw(
    `SELECT s.target_id, p.ref AS pool, g.kind, g.ref, d.service_name,
       max(d.service_category) AS service_category, NULL AS resource_id,
       NULL AS resource_name, d.currency, to_char(s.day, 'YYYY-MM-DD') AS day,
       sum(s.${metric})::text AS amount
     FROM daily_costs s
     JOIN dimensions d ON d.id = s.dimension_id
     JOIN targets g ON g.id = s.target_id
     LEFT JOIN targets p ON p.id = s.pool_id
     WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND s.target_id = ANY(?::int[]) AND s.day >= ?::date AND s.day < ?::date
     GROUP BY s.target_id, p.ref, g.kind, g.ref, d.service_name, d.currency, s.day`,
    [targets, periods.sameDays.from, periods.complete.to],
  );
  return rows;
}

async function readResourceDays(
  snapshot: Snapshot,
  options: ReadMoversOptions & { named: TargetMover[] },
): Promise<DayRow[]> {
  const { metric, named, periods } = options;
  if (named.length === 0) {
    return [];
  }
  const days = await allocatedChargeDays(snapshot, {
    metric,
    from: periods.sameDays.from,
    to: periods.complete.to,
    targetIds: [...new Set(named.map(({ targetId }) => targetId))],
    filters: { service: named.map(({ serviceName }) => serviceName) },
  });
  const { rows } = await snapshot.trx.raw(
    `SELECT c.target_id, NULL AS pool, g.kind, g.ref, d.service_name,
       max(d.service_category) AS service_category, k.resource_id,
       max(k.resource_name) AS resource_name, d.currency,
       to_char(c.day, 'YYYY-MM-DD') AS day, sum(c.amount)::text AS amount
     FROM (${days.sql}) c
     JOIN keys k ON k.id = c.key_id
     JOIN dimensions d ON d.id = c.dimension_id
     JOIN targets g ON g.id = c.target_id
     GROUP BY c.target_id, g.kind, g.ref, d.service_name, k.resource_id, d.currency, c.day`,
    days.bindings,
  );
  const isMeant = new Set(named.map(keyOf));
  return (rows as DayRow[]).filter(row =>
    isMeant.has(
      keyOf({ targetId: row.target_id, serviceName: row.service_name }),
    ),
  );
}

function addUpMovers(
  { conversion }: Snapshot,
  rows: DayRow[],
  { complete, sameDays }: MonthPeriods,
): TargetMover[] {
  const movers = new Map<string, TargetMover>();
  for (const row of rows) {
    const { day, pool, resource_id: resourceId, target_id: targetId } = row;
    const key = JSON.stringify([targetId, pool, row.service_name, resourceId]);
    const mover = movers.get(key) ?? {
      targetId,
      pool: pool ?? undefined,
      serviceName: row.service_name,
      serviceCategory: row.service_category ?? undefined,
      resourceId: resourceId ?? undefined,
      resourceName: row.resource_name ?? undefined,
      entityRef: row.kind === 'entity' ? row.ref : undefined,
      amount: new Big(0),
      comparisonAmount: new Big(0),
      days: new Map<string, Big>(),
    };
    movers.set(key, mover);
    const amount = conversion.convert({ ...row, month: day });
    mover.days.set(day, mover.days.get(day)?.plus(amount) ?? amount);
    if (day >= complete.from && day < complete.to) {
      mover.amount = mover.amount.plus(amount);
    } else if (day >= sameDays.from && day < sameDays.to) {
      mover.comparisonAmount = mover.comparisonAmount.plus(amount);
    }
  }
  return [...movers.values()];
}

function keyOf(mover: {
  targetId: number;
  pool?: string;
  serviceName: string;
}): string {
  return JSON.stringify([mover.targetId, mover.pool, mover.serviceName]);
}

function byChange(one: TargetMover, other: TargetMover): number {
  const changeOf = ({ amount, comparisonAmount }: Mover) =>
    amount.minus(comparisonAmount).abs();
  return changeOf(other).cmp(changeOf(one));
}
