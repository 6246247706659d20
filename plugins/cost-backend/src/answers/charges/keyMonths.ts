import type { CostMetric, DayPeriod } from '@atrium/plugin-cost-common';
import type { Snapshot } from '../sums/Snapshot';
import { type Sql, toFilterSql } from '../sums/sumQuery';
import { allocatedChargeDays, type ChargeQuery } from './allocatedCharges';
import { findEdges } from './findEdges';

/** Which charges are meant, and which of their amounts. */
export type KeyQuery = Omit<ChargeQuery, 'keyIds' | 'resourceId'> & {
  metric: CostMetric;
  /**
   * Whether there is a `rule` as well, by which each goes where it does. Joined here,
   * since behind the sums nobody could tell how many rows there are.
   */
  hasRules?: boolean;
};

/**
 * What the charges of each key cost in each calendar month of a period: SQL of
 * `key_id`, `dimension_id`, `target_id`, `version`, of the rules, `month` and `amount`.
 *
 * @remarks Months are read from their sums. Only of a month that is not in the period
 * as a whole are charges read, by their index on days, of the days by which the two
 * differ: at most half of a month at each edge of the period, so that a period takes
 * the longer the nearer its edges are to the middle of a month. Days of the current
 * month that are still to come have next to no charges, and cost nothing.
 */
export async function keyMonths(
  snapshot: Snapshot,
  query: KeyQuery,
): Promise<Sql> {
  const { sql, bindings } = await keyMonthParts(snapshot, query);
  return {
    sql: `SELECT key_id, dimension_id, target_id, version, month, max(rule) AS rule,
        sum(amount) AS amount
      FROM (${sql}) p
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(day_count) > 0`,
    bindings,
  };
}

/**
 * The same before it is added up, for who adds it up by something else: SQL with
 * `day_count`, of which nothing is left where a key has no day in the period.
 */
export async function keyMonthParts(
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
    sql: parts.map(({ sql }) => sql).join(' UNION ALL '),
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

function readMonths(query: KeyQuery, months: readonly string[]): Sql {
  const { filters = {}, hasRules = false, metric, targetIds } = query;
  const filter = toFilterSql(filters);
  return {
    sql: `SELECT s.key_id, s.dimension_id, s.target_id, s.version, s.month,
        s.${metric} AS amount, s.day_count, ${
      hasRules ? 't.rule' : 'NULL AS rule'
    }
      FROM monthly_key_costs s
      ${
        hasRules
          ? 'JOIN key_targets t ON t.version = s.version AND t.key_id = s.key_id'
          : ''
      }
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
        date_trunc('month', day::timestamp)::date AS month, ${sign}sum(amount) AS amount,
        ${sign}count(*) AS day_count, max(rule) AS rule
      FROM (${days.sql}) d GROUP BY 1, 2, 3, 4, 5`,
    bindings: days.bindings,
  };
}
