import type { CostMetric, DayPeriod } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { equalPart } from '../../allocation/generations/amounts';
import {
  DAY_COUNT,
  FIRST_DAY,
  HAS_SEVERAL_DAYS,
} from '../../allocation/generations/chargeDays';
import { AllocationStore } from '../../allocation/versions/AllocationStore';
import { versionOfCharge } from '../../allocation/versions/versionRanges';
import type { Snapshot } from '../sums/Snapshot';
import { type CostFilters, type Sql, toFilterSql } from '../sums/sumQuery';

/** Which charges are meant. */
export interface ChargeQuery extends DayPeriod {
  /** Whose; everybody's, and nobody's, where it is absent. */
  targetIds?: readonly number[];
  filters?: CostFilters;
  resourceId?: string;
  keyIds?: readonly string[];
}

/** Which part of the charges is meant. */
interface ChargePart {
  /** Only those of one day, or of several. */
  days?: 'one' | 'several';
  /** The newest, from the one behind `after` on: when it starts, its import and row. */
  page?: {
    after: readonly [start: string, importId: number, row: number] | undefined;
    limit: number;
  };
}

/**
 * The charges that count and have a day in a period: SQL of their columns with
 * `target_id`, where each goes, `version` and `rule`, by which rule of which version,
 * and `source`.
 */
export async function allocatedCharges(
  { trx }: Snapshot,
  query: ChargeQuery,
  { days, page }: ChargePart = {},
): Promise<Sql> {
  const { filters = {}, from, keyIds, resourceId, targetIds, to } = query;
  const ranges = await new AllocationStore(trx).listRanges();
  const version = versionOfCharge(ranges, 'c.charge_start');
  const conditions = [
    'c.import_id = ANY(?::int[])',
    'c.charge_start < ?::timestamptz',
    toPeriodSql(days),
  ];
  const bindings: Sql['bindings'] = [
    await listImportIds(trx, query),
    `${to}T00:00:00Z`,
    `${from}T00:00:00Z`,
  ];
  if (resourceId !== undefined) {
    conditions.push('c.key_id IN (SELECT id FROM keys WHERE resource_id = ?)');
    bindings.push(resourceId);
  }
  if (keyIds) {
    conditions.push('c.key_id = ANY(?::bigint[])');
    bindings.push([...keyIds]);
  }
  const filter = toFilterSql(filters);
  if (filter) {
    conditions.push(`c.dimension_id IN (${filter.sql})`);
    bindings.push(...filter.bindings);
  }
  const newest = page ? toPageSql(page) : { sql: '', bindings: [] };
  // Every charge has a target. Where any will do, it is found for those of the page.
  return {
    sql: `SELECT c.*, a.target_id, a.version, a.rule
      FROM (
        SELECT c.*, l.source FROM charges c
        JOIN slices l ON l.import_id = c.import_id AND l.month = c.month
        WHERE ${conditions.join(' AND ')} ${targetIds ? '' : newest.sql}) c
      JOIN key_targets a ON a.key_id = c.key_id AND a.version = ${version.sql}
      ${targetIds ? `WHERE a.target_id = ANY(?::int[]) ${newest.sql}` : ''}`,
    bindings: [
      ...bindings,
      ...(targetIds ? [] : newest.bindings),
      ...version.bindings,
      ...(targetIds ? [[...targetIds], ...newest.bindings] : []),
    ],
  };
}

function toPageSql({ after, limit }: NonNullable<ChargePart['page']>): Sql {
  return {
    sql: `${
      after ? 'AND (c.charge_start, c.import_id, c.row_number) < (?, ?, ?)' : ''
    }
      ORDER BY c.charge_start DESC, c.import_id DESC, c.row_number DESC LIMIT ?`,
    bindings: [...(after ?? []), limit],
  };
}

/**
 * That a charge has a day after the beginning of a period. Said so that an index finds
 * those of one day by their start, and another the few others.
 */
function toPeriodSql(days: ChargePart['days']): string {
  switch (days) {
    case 'one':
      return `NOT ${HAS_SEVERAL_DAYS} AND c.charge_start >= ?::timestamptz`;
    case 'several':
      return `${HAS_SEVERAL_DAYS} AND c.charge_end > ?::timestamptz`;
    default:
      return 'c.charge_end > ?::timestamptz';
  }
}

/**
 * The imports that have a charge on a day of the period, by their sums. Named one by
 * one, so that only their partitions are looked at.
 */
async function listImportIds(
  trx: Knex,
  { from, to }: DayPeriod,
): Promise<number[]> {
  const { rows } = await trx.raw(
    `SELECT DISTINCT g.import_id FROM generations g
     WHERE g.state = 'active' AND g.kind = 'charges' AND EXISTS (
       SELECT FROM daily_dimension_costs s
       WHERE s.generation_id = g.id AND s.day >= ?::date AND s.day < ?::date)`,
    [from, to],
  );
  return rows.map((row: { import_id: number }) => row.import_id);
}

/**
 * What the same charges cost on each day of the period: SQL of `key_id`,
 * `dimension_id`, `target_id`, `version`, `rule`, `day` and `amount`. It adds up to the
 * sums.
 */
export async function allocatedChargeDays(
  snapshot: Snapshot,
  query: ChargeQuery & { metric: CostMetric },
): Promise<Sql> {
  const { from, metric, to } = query;
  const one = await allocatedCharges(snapshot, query, { days: 'one' });
  const several = await allocatedCharges(snapshot, query, { days: 'several' });
  const part = equalPart(`c.${metric}`, { index: 'i.day', count: DAY_COUNT });
  const columns = 'c.key_id, c.dimension_id, c.target_id, c.version, c.rule';
  return {
    // Nearly all are of one day: these are not taken apart.
    sql: `SELECT ${columns}, ${FIRST_DAY} AS day, c.${metric} AS amount
      FROM (${one.sql}) c
      UNION ALL
      SELECT ${columns}, ${FIRST_DAY} + i.day, ${part}
      FROM (${several.sql}) c
      CROSS JOIN LATERAL generate_series(0, ${DAY_COUNT} - 1) AS i (day)
      WHERE ${FIRST_DAY} + i.day >= ?::date AND ${FIRST_DAY} + i.day < ?::date`,
    bindings: [...one.bindings, ...several.bindings, from, to],
  };
}
