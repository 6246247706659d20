import type { CostMetric, DayPeriod } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { equalPart } from '../../allocation/generations/amounts';
import { DAY_COUNT, FIRST_DAY } from '../../allocation/generations/chargeDays';
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
}

/**
 * The charges that count and have a day in a period: SQL of their columns with
 * `target_id`, where each goes, `rule`, by which rule, and `source`.
 */
export async function allocatedCharges(
  { trx }: Snapshot,
  query: ChargeQuery,
): Promise<Sql> {
  const { filters = {}, from, resourceId, targetIds, to } = query;
  const ranges = await new AllocationStore(trx).listRanges();
  const version = versionOfCharge(ranges, 'c.charge_start');
  const importIds = await listImportIds(trx, query);
  const conditions = [
    'c.import_id = ANY(?::int[])',
    'c.charge_start < ?::timestamptz',
    // One without a length still has a day.
    `greatest(c.charge_end, c.charge_start + interval '1 microsecond') > ?::timestamptz`,
  ];
  const bindings: Sql['bindings'] = [
    ...version.bindings,
    importIds,
    `${to}T00:00:00Z`,
    `${from}T00:00:00Z`,
  ];
  if (targetIds) {
    conditions.push('a.target_id = ANY(?::int[])');
    bindings.push([...targetIds]);
  }
  if (resourceId !== undefined) {
    conditions.push('c.key_id IN (SELECT id FROM keys WHERE resource_id = ?)');
    bindings.push(resourceId);
  }
  const filter = toFilterSql(filters);
  if (filter) {
    conditions.push(`c.dimension_id IN (${filter.sql})`);
    bindings.push(...filter.bindings);
  }
  return {
    sql: `SELECT c.*, a.target_id, a.rule, l.source
      FROM charges c
      JOIN slices l ON l.import_id = c.import_id AND l.month = c.month
      JOIN key_targets a ON a.key_id = c.key_id AND a.version = ${version.sql}
      WHERE ${conditions.join(' AND ')}`,
    bindings,
  };
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
 * `dimension_id`, `target_id`, `rule`, `day` and `amount`. It adds up to the sums.
 */
export async function allocatedChargeDays(
  snapshot: Snapshot,
  query: ChargeQuery & { metric: CostMetric },
): Promise<Sql> {
  const { from, metric, to } = query;
  const charges = await allocatedCharges(snapshot, query);
  const part = equalPart(`c.${metric}`, { index: 'i.day', count: DAY_COUNT });
  const columns = 'c.key_id, c.dimension_id, c.target_id, c.rule';
  return {
    // Nearly all are of one day: these are not taken apart.
    sql: `SELECT ${columns}, ${FIRST_DAY} AS day, c.${metric} AS amount
      FROM (${charges.sql}) c WHERE ${DAY_COUNT} = 1
      UNION ALL
      SELECT ${columns}, ${FIRST_DAY} + i.day, ${part}
      FROM (${charges.sql}) c
      CROSS JOIN LATERAL generate_series(0, ${DAY_COUNT} - 1) AS i (day)
      WHERE ${DAY_COUNT} > 1
        AND ${FIRST_DAY} + i.day >= ?::date AND ${FIRST_DAY} + i.day < ?::date`,
    bindings: [...charges.bindings, ...charges.bindings, from, to],
  };
}
