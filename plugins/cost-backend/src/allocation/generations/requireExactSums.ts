import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ChargeGeneration } from './buildChargeSums';

/**
 * Compares what was read, what is stored and what would be shown, by target and by
 * key, to the last digit.
 *
 * @param generations - of one import
 * @throws ConflictError that names the first month and currency where they differ
 */
export async function requireExactSums(
  knex: Knex,
  generations: readonly ChargeGeneration[],
): Promise<void> {
  const { rows } = await knex.raw(
    `WITH g AS (
       SELECT * FROM generations WHERE id = ANY(:ids::int[])
     ), read AS (
       SELECT s.import_id, s.month, currency, sum(row_count) AS row_count,
         sum(billed) AS billed, sum(effective) AS effective
       FROM import_sums s JOIN g USING (import_id, month) GROUP BY 1, 2, 3
     ), stored AS (
       SELECT c.import_id, c.month, d.currency, count(*)::numeric AS row_count,
         sum(billed) AS billed, sum(effective) AS effective, sum(list) AS list,
         sum(contracted) AS contracted
       FROM charges c JOIN g USING (import_id, month)
       JOIN dimensions d ON d.id = c.dimension_id
       WHERE c.import_id = ANY(:importIds::int[]) GROUP BY 1, 2, 3
     ), shown AS (
       SELECT g.import_id, g.month, d.currency, sum(row_count) AS row_count,
         sum(billed) AS billed, sum(effective) AS effective, sum(list) AS list,
         sum(contracted) AS contracted
       FROM daily_costs s JOIN g ON g.id = s.generation_id
       JOIN dimensions d ON d.id = s.dimension_id GROUP BY 1, 2, 3
     ), keyed AS (
       SELECT g.import_id, g.month, d.currency, sum(billed) AS billed,
         sum(effective) AS effective, sum(list) AS list, sum(contracted) AS contracted
       FROM monthly_key_costs s JOIN g ON g.id = s.generation_id
       JOIN dimensions d ON d.id = s.dimension_id GROUP BY 1, 2, 3
     )
     SELECT import_id, to_char(month, 'YYYY-MM') AS month, currency,
       read.billed AS read, stored.billed AS stored, shown.billed AS shown,
       keyed.billed AS keyed
     FROM read FULL JOIN stored USING (import_id, month, currency)
     FULL JOIN shown USING (import_id, month, currency)
     FULL JOIN keyed USING (import_id, month, currency)
     WHERE (read.row_count, read.billed, read.effective)
         IS DISTINCT FROM (stored.row_count, stored.billed, stored.effective)
       OR (stored.row_count, stored.billed, stored.effective, stored.list, stored.contracted)
         IS DISTINCT FROM (shown.row_count, shown.billed, shown.effective, shown.list, shown.contracted)
       OR (shown.billed, shown.effective, shown.list, shown.contracted)
         IS DISTINCT FROM (keyed.billed, keyed.effective, keyed.list, keyed.contracted)
     ORDER BY 1, 2, 3 LIMIT 1`,
    {
      ids: generations.map(({ id }) => id),
      importIds: [...new Set(generations.map(({ importId }) => importId))],
    },
  );
  if (rows.length > 0) {
    const [row] = rows;
    const { currency, import_id: importId, keyed, month } = row;
    const { read, shown, stored } = row;
    throw new ConflictError(
      `The sums of import '${importId}' differ for ${month} in ${currency}: billed ${
        read ?? 'nothing'
      } read, ${stored ?? 'nothing'} stored, ${shown ?? 'nothing'} allocated, ${
        keyed ?? 'nothing'
      } by key`,
    );
  }
}
