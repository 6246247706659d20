import type { Knex } from 'knex';
import { type VersionRange, versionOfCharge } from '../versions/versionRanges';
import { AMOUNT_COLUMNS, AMOUNT_SUMS, equalPart, forAmounts } from './amounts';
import { DAY_COUNT, FIRST_DAY } from './chargeDays';

/** The sums of a billing period of a source that are being built. */
export interface ChargeGeneration {
  id: number;
  importId: number;
  source: string;
  /** The first day of the billing period. */
  month: string;
}

/**
 * Adds up the charges of an import by day, target and dimension, in one pass.
 *
 * @remarks A charge of several days is the same on each of them. It counts as a row
 * on its first day only, so that the rows of all days are those of the bill.
 *
 * @param generations - of one import
 */
export async function buildChargeSums(
  knex: Knex,
  generations: readonly ChargeGeneration[],
  ranges: readonly VersionRange[],
): Promise<void> {
  const version = versionOfCharge(ranges, 'c.charge_start');
  const months = JSON.stringify(
    generations.map(({ id, month }) => ({ id, month })),
  );
  const charges = `FROM charges c
    JOIN jsonb_to_recordset(?::jsonb) AS g (id int, month date) ON g.month = c.month`;
  const columns = `g.id, c.key_id, ${version.sql} AS version, c.dimension_id`;
  const importIds = [...new Set(generations.map(({ importId }) => importId))];
  const bindings = [...version.bindings, months, importIds];
  await knex.raw(
    `INSERT INTO daily_costs (generation_id, day, target_id, dimension_id, row_count, ${AMOUNT_COLUMNS})
     SELECT p.id, p.day, coalesce(n.target_id, t.target_id) AS target_id,
       p.dimension_id, sum(p.row_count), ${AMOUNT_SUMS}
     FROM (
       SELECT ${columns}, ${FIRST_DAY} AS day, 1 AS row_count, ${AMOUNT_COLUMNS}
       ${charges}
       WHERE c.import_id = ANY(?::int[]) AND ${DAY_COUNT} = 1
       UNION ALL
       SELECT ${columns}, ${FIRST_DAY} + i.day, CASE WHEN i.day = 0 THEN 1 ELSE 0 END,
         ${forAmounts(amount =>
           equalPart(`c.${amount}`, { index: 'i.day', count: DAY_COUNT }),
         )}
       ${charges}
       CROSS JOIN LATERAL generate_series(0, ${DAY_COUNT} - 1) AS i (day)
       WHERE c.import_id = ANY(?::int[]) AND ${DAY_COUNT} > 1
     ) p
     JOIN key_targets t ON t.version = p.version AND t.key_id = p.key_id
     LEFT JOIN key_target_changes n ON n.version = p.version AND n.key_id = p.key_id
     GROUP BY 1, 2, 3, 4
     ORDER BY 1, 2, 3, 4`,
    [...bindings, ...bindings],
  );
}
