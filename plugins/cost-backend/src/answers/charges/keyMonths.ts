import type { CostMetric, DayPeriod } from '@atrium/plugin-cost-common';
import type { Snapshot } from '../sums/Snapshot';
import { type Sql, toFilterSql } from '../sums/sumQuery';
import { allocatedChargeDays, type ChargeQuery } from './allocatedCharges';
import { findEdges } from './findEdges';

/** Which charges are meant, and which of their amounts. */
export type KeyQuery = Omit<ChargeQuery, 'keyIds' | 'resourceId'> & {
  metric: CostMetric;
};

/**
 * What the charges of each key cost in each calendar month of a period: SQL of
 * `key_id`, `dimension_id`, `target_id`, `version`, of the rules, `month` and `amount`.
 *
 * @remarks Months are read from their sums. Only of a month that is not in the period
 * as a whole are charges read, of the days by which the two differ.
 */
export async function keyMonths(
  snapshot: Snapshot,
  query: KeyQuery,
): Promise<Sql> {
  const { added, months, removed } = findEdges(query, snapshot.today);
  const parts = [readMonths(query, months)];
  for (const [days, sign] of [
    ...added.map(one => [one, ''] as const),
    ...removed.map(one => [one, '-'] as const),
  ]) {
    parts.push(await readDays(snapshot, { ...query, ...days }, sign));
  }
  return {
    sql: `SELECT key_id, dimension_id, target_id, version, month, sum(amount) AS amount
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) p
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(day_count) > 0`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

function readMonths(query: KeyQuery, months: readonly string[]): Sql {
  const { filters = {}, metric, targetIds } = query;
  const filter = toFilterSql(filters);
  return {
    sql: `SELECT s.key_id, s.dimension_id, s.target_id, s.version, s.month,
        s.${metric} AS amount, s.day_count
      FROM monthly_key_costs s
      WHERE s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
        AND s.month = ANY(?::date[])
        ${targetIds ? 'AND s.target_id = ANY(?::int[])' : ''}
        ${filter ? `AND s.dimension_id IN (${filter.sql})` : ''}`,
    bindings: [
      [...months],
      ...(targetIds ? [[...targetIds]] : []),
      ...(filter?.bindings ?? []),
    ],
  };
}

/** @param sign - whether the days are taken away */
async function readDays(
  snapshot: Snapshot,
  query: KeyQuery & DayPeriod,
  sign: '' | '-',
): Promise<Sql> {
  const days = await allocatedChargeDays(snapshot, query);
  return {
    sql: `SELECT key_id, dimension_id, target_id, version,
        date_trunc('month', day::timestamp)::date, ${sign}amount, ${sign}1
      FROM (${days.sql}) d`,
    bindings: days.bindings,
  };
}
