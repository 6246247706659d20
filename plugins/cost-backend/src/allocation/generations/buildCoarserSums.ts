import type { Knex } from 'knex';
import { AMOUNT_COLUMNS, AMOUNT_SUMS, COUNT_SUMS } from './amounts';
import { buildOrganizationSums } from './buildOrganizationSums';
import { buildGroupSums } from './groupSums';

/**
 * Works out the coarser sums of generations from their daily ones.
 *
 * @param kind - what pools give away leaves the sums of the whole organisation as
 * they are, so that of `split` there are those by team and by system alone
 */
export async function buildCoarserSums(
  knex: Knex,
  generationIds: readonly number[],
  kind: 'charges' | 'split',
): Promise<void> {
  const ids = [...generationIds];
  await knex.raw(
    `INSERT INTO monthly_costs (generation_id, month, target_id, pool_id, dimension_id,
       row_count, ${AMOUNT_COLUMNS})
     SELECT generation_id, date_trunc('month', day::timestamp)::date AS first_day, target_id, pool_id,
       dimension_id, sum(row_count), ${AMOUNT_SUMS}
     FROM daily_costs WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [ids],
  );
  await knex.raw(
    `INSERT INTO daily_target_costs (generation_id, day, target_id, pool_id,
       charge_category, currency, row_count, carried_count, ${AMOUNT_COLUMNS})
     SELECT generation_id, day, target_id, pool_id, d.charge_category, d.currency,
       ${COUNT_SUMS}, ${AMOUNT_SUMS}
     FROM daily_costs JOIN dimensions d ON d.id = dimension_id
     WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`,
    [ids],
  );
  await buildGroupSums(knex, ids);
  if (kind === 'charges') {
    await knex.raw(
      `INSERT INTO daily_dimension_costs (generation_id, day, dimension_id, row_count,
         carried_count, ${AMOUNT_COLUMNS})
       SELECT generation_id, day, dimension_id, ${COUNT_SUMS}, ${AMOUNT_SUMS}
       FROM daily_costs WHERE generation_id = ANY(?::int[])
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [ids],
    );
    await buildOrganizationSums(knex, ids);
  }
}
