import type { CostMetric } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import { allocatedChargeDays } from '../charges/allocatedCharges';
import { keyMonths } from '../charges/keyMonths';
import type { MonthPeriods } from '../reads/monthPeriods';
import type { Snapshot } from '../sums/Snapshot';

type TargetKind = 'entity' | 'pool' | 'unallocated';

/** Something that costs more or less than before. */
export interface Mover {
  serviceName: string;
  serviceCategory?: string;
  resourceId?: string;
  resourceName?: string;
  /** Who has it: an entity, a pool before it is split, or nobody. */
  origin: TargetKind;
  entityRef?: string;
  /** The pool that has it, or of which the entity has a part. */
  pool?: string;
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

/** Parts of pools change what some have; what everybody has, they leave as it is. */
function toPartsSql(targetIds: ReadMoversOptions['targetIds']): string {
  return targetIds ? '' : 'AND pool_id = 0';
}

/** Among so many entities with the largest changes are the largest services. */
const MAX_TARGETS = 40;

/**
 * What changed most: services of entities, and of those that may be named, the
 * resources. Of entities only those whose cost as a whole changed most are looked at,
 * and days only of what is answered.
 */
export async function readMovers(
  snapshot: Snapshot,
  options: ReadMoversOptions,
): Promise<Mover[]> {
  const { limit, periods, readableIds } = options;
  await snapshot.loadRates({ from: periods.sameDays.from, to: periods.end });
  const targets = await findMovingTargets(snapshot, options);
  const services = takeLargest(
    await readServices(snapshot, { ...options, targets }),
    limit,
  );
  const named = services.filter(
    ({ poolId, targetId }) =>
      poolId === 0 &&
      (readableIds === undefined || readableIds.includes(targetId)),
  );
  const movers = takeLargest(
    [
      ...(await readResources(snapshot, { ...options, named })),
      ...services.filter(mover => !named.includes(mover)),
    ].filter(({ amount, comparisonAmount }) => !amount.eq(comparisonAmount)),
    limit,
  );
  const days = await readDays(snapshot, { ...options, movers });
  return movers.map(mover => {
    const { keyIds, poolId, targetId, ...names } = mover;
    return { ...names, days: days.get(mover) ?? new Map() };
  });
}

/** What changed, of one target, and from which pool it has it. */
type TargetMover = Omit<Mover, 'days'> & {
  targetId: number;
  /** 0 is none. */
  poolId: number;
  /** Of a resource. */
  keyIds?: string[];
};

interface SumRow {
  target_id: number;
  pool_id: number;
  pool: string | null;
  kind: TargetKind;
  ref: string;
  service_name: string;
  service_category: string | null;
  resource_id: string | null;
  resource_name: string | null;
  key_ids: string[] | null;
  currency: string;
  is_now: boolean;
  amount: string;
}

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
       ${toPartsSql(targetIds)}
     GROUP BY 1, 2, 3`,
    [
      complete.from,
      complete.to,
      sameDays.from,
      sameDays.to,
      ...(targetIds ? [[...targetIds]] : []),
    ],
  );
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

async function readServices(
  snapshot: Snapshot,
  options: ReadMoversOptions & { targets: number[] },
): Promise<TargetMover[]> {
  const { metric, periods, targetIds, targets } = options;
  const { complete, sameDays } = periods;
  const { rows } = await snapshot.trx.raw(
    `SELECT s.target_id, s.pool_id, p.ref AS pool, g.kind, g.ref, d.service_name,
       max(d.service_category) AS service_category, NULL AS resource_id,
       NULL AS resource_name, NULL AS key_ids, d.currency, s.is_now,
       sum(s.amount)::text AS amount
     FROM (
       SELECT target_id, pool_id, dimension_id, day >= ?::date AS is_now,
         sum(${metric}) AS amount
       FROM daily_costs
       WHERE generation_id IN (SELECT id FROM generations WHERE state = 'active')
         AND target_id = ANY(?::int[]) ${toPartsSql(targetIds)}
         AND (day >= ?::date AND day < ?::date OR day >= ?::date AND day < ?::date)
       GROUP BY 1, 2, 3, 4) s
     JOIN dimensions d ON d.id = s.dimension_id
     JOIN targets g ON g.id = s.target_id
     LEFT JOIN targets p ON p.id = s.pool_id
     GROUP BY s.target_id, s.pool_id, p.ref, g.kind, g.ref, d.service_name, d.currency,
       s.is_now`,
    [
      complete.from,
      targets,
      complete.from,
      complete.to,
      sameDays.from,
      sameDays.to,
    ],
  );
  return addUpMovers(snapshot, rows, periods);
}

async function readResources(
  snapshot: Snapshot,
  options: ReadMoversOptions & { named: TargetMover[] },
): Promise<TargetMover[]> {
  const { metric, named, periods } = options;
  if (named.length === 0) {
    return [];
  }
  const rows: SumRow[] = [];
  for (const period of [periods.complete, periods.sameDays]) {
    const months = keyMonths({
      ...period,
      metric,
      targetIds: [...new Set(named.map(({ targetId }) => targetId))],
      filters: { service: named.map(({ serviceName }) => serviceName) },
    });
    const { rows: some } = await snapshot.trx.raw(
      `SELECT c.target_id, 0 AS pool_id, NULL AS pool, g.kind, g.ref, d.service_name,
         max(d.service_category) AS service_category, k.resource_id,
         max(k.resource_name) AS resource_name,
         array_agg(DISTINCT c.key_id::text) AS key_ids, d.currency,
         ?::boolean AS is_now, sum(c.amount)::text AS amount
       FROM (${months.sql}) c
       JOIN keys k ON k.id = c.key_id
       JOIN dimensions d ON d.id = c.dimension_id
       JOIN targets g ON g.id = c.target_id
       GROUP BY c.target_id, g.kind, g.ref, d.service_name, k.resource_id, d.currency`,
      [period === periods.complete, ...months.bindings],
    );
    rows.push(...some);
  }
  const meant = new Set(named.map(serviceKeyOf));
  return addUpMovers(snapshot, rows, periods).filter(mover =>
    meant.has(serviceKeyOf(mover)),
  );
}

function addUpMovers(
  { conversion }: Snapshot,
  rows: SumRow[],
  { complete, sameDays }: MonthPeriods,
): TargetMover[] {
  const movers = new Map<string, TargetMover>();
  for (const row of rows) {
    const { is_now: isNow, pool, resource_id: resourceId } = row;
    const key = JSON.stringify([
      row.target_id,
      row.pool_id,
      row.service_name,
      resourceId,
    ]);
    const mover = movers.get(key) ?? {
      targetId: row.target_id,
      poolId: row.pool_id,
      origin: row.kind,
      pool: pool ?? (row.kind === 'pool' ? row.ref : undefined),
      serviceName: row.service_name,
      serviceCategory: row.service_category ?? undefined,
      resourceId: resourceId ?? undefined,
      resourceName: row.resource_name ?? undefined,
      entityRef: row.kind === 'entity' ? row.ref : undefined,
      amount: new Big(0),
      comparisonAmount: new Big(0),
    };
    movers.set(key, mover);
    const month = isNow ? complete.from : sameDays.from;
    const amount = conversion.convert({ ...row, month });
    const name = isNow ? 'amount' : 'comparisonAmount';
    mover[name] = mover[name].plus(amount);
    if (row.key_ids) {
      mover.keyIds = [...new Set([...(mover.keyIds ?? []), ...row.key_ids])];
    }
  }
  return [...movers.values()];
}

interface DayRow {
  target_id: number;
  pool_id: number;
  service_name: string;
  key_id: string | null;
  currency: string;
  day: string;
  amount: string;
}

/** What some movers cost on each day, from the first one that is compared on. */
async function readDays(
  snapshot: Snapshot,
  options: ReadMoversOptions & { movers: TargetMover[] },
): Promise<Map<TargetMover, Map<string, Big>>> {
  const byRow = new Map<string, TargetMover>();
  for (const mover of options.movers) {
    for (const keyId of mover.keyIds ?? [null]) {
      byRow.set(JSON.stringify([serviceKeyOf(mover), keyId]), mover);
    }
  }
  const days = new Map<TargetMover, Map<string, Big>>();
  for (const row of [
    ...(await readServiceDays(snapshot, options)),
    ...(await readResourceDays(snapshot, options)),
  ]) {
    const service = serviceKeyOf({
      targetId: row.target_id,
      poolId: row.pool_id,
      serviceName: row.service_name,
    });
    const mover = byRow.get(JSON.stringify([service, row.key_id]));
    if (mover) {
      const own = days.get(mover) ?? new Map<string, Big>();
      days.set(mover, own);
      const amount = snapshot.conversion.convert({ ...row, month: row.day });
      own.set(row.day, own.get(row.day)?.plus(amount) ?? amount);
    }
  }
  return days;
}

async function readServiceDays(
  { trx }: Snapshot,
  options: ReadMoversOptions & { movers: TargetMover[] },
): Promise<DayRow[]> {
  const { metric, movers, periods } = options;
  const services = movers.filter(({ keyIds }) => keyIds === undefined);
  const { rows } = await trx.raw(
    `SELECT s.target_id, s.pool_id, d.service_name, NULL AS key_id, d.currency,
       to_char(s.day, 'YYYY-MM-DD') AS day, sum(s.${metric})::text AS amount
     FROM daily_costs s JOIN dimensions d ON d.id = s.dimension_id
     WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND s.target_id = ANY(?::int[]) AND d.service_name = ANY(?::text[])
       AND s.day >= ?::date AND s.day < ?::date
     GROUP BY s.target_id, s.pool_id, d.service_name, d.currency, s.day`,
    [
      services.map(({ targetId }) => targetId),
      services.map(({ serviceName }) => serviceName),
      periods.sameDays.from,
      periods.complete.to,
    ],
  );
  return rows;
}

async function readResourceDays(
  snapshot: Snapshot,
  options: ReadMoversOptions & { movers: TargetMover[] },
): Promise<DayRow[]> {
  const { metric, movers, periods } = options;
  const days = await allocatedChargeDays(snapshot, {
    metric,
    from: periods.sameDays.from,
    to: periods.complete.to,
    keyIds: movers.flatMap(({ keyIds = [] }) => keyIds),
  });
  const { rows } = await snapshot.trx.raw(
    `SELECT c.target_id, 0 AS pool_id, d.service_name, c.key_id::text AS key_id,
       d.currency, to_char(c.day, 'YYYY-MM-DD') AS day, sum(c.amount)::text AS amount
     FROM (${days.sql}) c JOIN dimensions d ON d.id = c.dimension_id
     GROUP BY c.target_id, d.service_name, c.key_id, d.currency, c.day`,
    days.bindings,
  );
  return rows;
}

function serviceKeyOf(
  mover: Pick<TargetMover, 'targetId' | 'poolId' | 'serviceName'>,
): string {
  return JSON.stringify([mover.targetId, mover.poolId, mover.serviceName]);
}

function takeLargest(movers: TargetMover[], limit: number): TargetMover[] {
  const changeOf = ({ amount, comparisonAmount }: TargetMover) =>
    amount.minus(comparisonAmount).abs();
  return movers
    .toSorted((one, other) => changeOf(other).cmp(changeOf(one)))
    .slice(0, limit);
}
