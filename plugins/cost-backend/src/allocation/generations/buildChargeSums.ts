import type { Knex } from 'knex';
import { type VersionRange, versionOfCharge } from '../versions/versionRanges';
import {
  AMOUNT_COLUMNS,
  AMOUNT_SUMS,
  AMOUNTS,
  equalPart,
  forAmounts,
} from './amounts';
import { DAY_COUNT, FIRST_DAY, HAS_SEVERAL_DAYS } from './chargeDays';

/** The sums of a billing period of a source that are being built. */
export interface ChargeGeneration {
  id: number;
  importId: number;
  source: string;
  /** The first day of the billing period. */
  month: string;
}

/**
 * Adds up the charges of an import by day, target and dimension, and by key and day of
 * each calendar month.
 *
 * @remarks A charge of several days is the same on each of them. It counts as a row
 * on its first day only, so that the rows of all days are those of the bill; on the
 * others it is carried over.
 *
 * @param generations - of one import
 */
export async function buildChargeSums(
  knex: Knex,
  generations: readonly ChargeGeneration[],
  ranges: readonly VersionRange[],
): Promise<void> {
  const days = toDays(generations, ranges);
  const targets = `JOIN key_targets t ON t.version = p.version AND t.key_id = p.key_id
    LEFT JOIN key_target_changes n ON n.version = p.version AND n.key_id = p.key_id`;
  // The days of a target stand together, since they are read together.
  await knex.raw(
    `INSERT INTO daily_costs (generation_id, day, target_id, dimension_id, row_count,
       carried_count, ${AMOUNT_COLUMNS})
     SELECT p.id, p.day, coalesce(n.target_id, t.target_id) AS target_id,
       p.dimension_id, count(*) FILTER (WHERE NOT p.is_carried),
       count(*) FILTER (WHERE p.is_carried), ${AMOUNT_SUMS}
     FROM (${days.sql}) p ${targets}
     GROUP BY 1, 3, 2, 4
     ORDER BY 1, 3, 2, 4`,
    days.bindings,
  );
  await knex.raw(
    `INSERT INTO daily_key_costs (generation_id, month, metric, target_id, version,
       key_id, dimension_id, days, amounts)
     SELECT p.id, p.month, m.metric, coalesce(n.target_id, t.target_id) AS target_id,
       p.version, p.key_id, p.dimension_id, p.days, m.amounts
     FROM (
       SELECT id, month, version, key_id, dimension_id,
         bit_or(1 << extract(day FROM day)::int - 1) AS days,
         ${forAmounts(amount => `array_agg(${amount} ORDER BY day)`)}
       FROM (
         SELECT d.id, date_trunc('month', d.day::timestamp)::date AS month, d.version,
           d.key_id, d.dimension_id, d.day,
           ${forAmounts(amount => `sum(sum(d.${amount})) OVER until_day`)}
         FROM (${days.sql}) d GROUP BY 1, 2, 3, 4, 5, 6
         WINDOW until_day AS (PARTITION BY d.id,
           date_trunc('month', d.day::timestamp)::date, d.version, d.key_id,
           d.dimension_id ORDER BY d.day)
       ) u GROUP BY 1, 2, 3, 4, 5
     ) p ${targets}
     CROSS JOIN LATERAL (VALUES ${AMOUNTS.map(
       amount => `('${amount}', p.${amount})`,
     ).join(', ')}) AS m (metric, amounts)
     ORDER BY 1, 2, 3, 4, 6`,
    days.bindings,
  );
  await knex.raw(
    `INSERT INTO monthly_key_costs (generation_id, month, target_id, version, key_id,
       dimension_id, ${AMOUNT_COLUMNS})
     SELECT generation_id, month, target_id, version, key_id, dimension_id,
       ${forAmounts(
         amount =>
           `sum(amounts[cardinality(amounts)]) FILTER (WHERE metric = '${amount}')`,
       )}
     FROM daily_key_costs WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 5`,
    [generations.map(({ id }) => id)],
  );
}

/** Each charge on each of its days, by the rules of its first one. */
function toDays(
  generations: readonly ChargeGeneration[],
  ranges: readonly VersionRange[],
): { sql: string; bindings: Knex.RawBinding[] } {
  const version = versionOfCharge(ranges, 'c.charge_start');
  const months = JSON.stringify(
    generations.map(({ id, month }) => ({ id, month })),
  );
  const importIds = [...new Set(generations.map(({ importId }) => importId))];
  const columns = `g.id, c.key_id, ${version.sql} AS version, c.dimension_id`;
  const charges = `FROM charges c
    JOIN jsonb_to_recordset(?::jsonb) AS g (id int, month date) ON g.month = c.month`;
  const bindings = [...version.bindings, months, importIds];
  return {
    sql: `SELECT ${columns}, ${FIRST_DAY} AS day, false AS is_carried, ${AMOUNT_COLUMNS}
      ${charges}
      WHERE c.import_id = ANY(?::int[]) AND NOT ${HAS_SEVERAL_DAYS}
      UNION ALL
      SELECT ${columns}, ${FIRST_DAY} + i.day, i.day > 0,
        ${forAmounts(amount =>
          equalPart(`c.${amount}`, { index: 'i.day', count: DAY_COUNT }),
        )}
      ${charges}
      CROSS JOIN LATERAL generate_series(0, ${DAY_COUNT} - 1) AS i (day)
      WHERE c.import_id = ANY(?::int[]) AND ${HAS_SEVERAL_DAYS}`,
    bindings: [...bindings, ...bindings],
  };
}
