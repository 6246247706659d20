import type { Knex } from 'knex';
import { AMOUNT_COLUMNS, AMOUNT_SUMS, COUNT_SUMS } from './amounts';
import { DIMENSION_COLUMNS, NO_KEY, ORIGIN_KEY } from './sumKeys';

/**
 * Works out what everybody cost by day and the values of each dimension, from the sums
 * by target and by dimension. Pools give nothing away here: what comes from a pool
 * comes from it, whoever has it.
 */
export async function buildOrganizationSums(
  knex: Knex,
  generationIds: readonly number[],
): Promise<void> {
  const ids = [...generationIds];
  const insert = `INSERT INTO daily_organization_costs (generation_id, day, dimension,
    key, label, currency, row_count, carried_count, ${AMOUNT_COLUMNS})`;
  const values = Object.entries(DIMENSION_COLUMNS).map(
    ([name, column]) =>
      `('${name}', d.${column}, ${
        name === 'subAccount' ? 'd.sub_account_name' : 'NULL'
      })`,
  );
  await knex.raw(
    `${insert}
     SELECT generation_id, day, v.dimension, coalesce(v.key, '${NO_KEY}'), max(v.label),
       d.currency, ${COUNT_SUMS}, ${AMOUNT_SUMS}
     FROM daily_dimension_costs JOIN dimensions d ON d.id = dimension_id
     CROSS JOIN LATERAL (VALUES ${values.join(
       ', ',
     )}) AS v (dimension, key, label)
     WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6`,
    [ids],
  );
  await knex.raw(
    `${insert}
     SELECT generation_id, day, 'origin', ${ORIGIN_KEY}, NULL, currency, ${COUNT_SUMS},
       ${AMOUNT_SUMS}
     FROM daily_target_costs
     JOIN targets g ON g.id = target_id
     LEFT JOIN targets o ON o.id = pool_id
     WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 4, 6 ORDER BY 1, 2, 4, 6`,
    [ids],
  );
}
