import { type Sql, type SumQuery, toStoredDaysSql } from './sumQuery';
import { toSumSql } from './toSumSql';

/**
 * Writes what each group cost over time: rows of `key`, `label`, `currency`, `month`
 * where months are told apart, `starts` and `amounts` with commas between them, and
 * `total`. A group may have several rows, and a row the same start more than once.
 */
export function toSeriesSql(
  query: SumQuery & Required<Pick<SumQuery, 'granularity'>>,
): Sql {
  const stored = toStoredDaysSql(query);
  if (stored) {
    return stored;
  }
  const { sql, bindings } = toSumSql(query);
  return {
    sql: `SELECT q.key, q.currency, ${
      query.needsMonths ? 'q.month' : 'NULL AS month'
    }, max(q.label) AS label, string_agg(q.start::text, ',') AS starts,
      string_agg(trim_scale(q.amount)::text, ',') AS amounts, sum(q.amount) AS total
    FROM (${sql}) q GROUP BY 1, 2, 3`,
    bindings,
  };
}
