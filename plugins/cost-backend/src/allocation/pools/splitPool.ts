import type { CostPool, PoolSplit } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import {
  AMOUNT_COLUMNS,
  AMOUNT_SUMS,
  AMOUNTS,
  forAmounts,
  partDecimals,
} from '../generations/amounts';
import { type PoolDays, weightsOf } from './weightsOf';

/** Parts are a row for each entity, day and dimension, sorted in memory. */
const WORK_MEMORY = '128MB';

interface SplitPoolOptions {
  /** The generation that the parts are of. */
  generationId: number;
  pool: CostPool;
  split: PoolSplit;
  days: PoolDays;
}

/**
 * Gives the cost of a pool to those who have a part of it, day by day and dimension
 * by dimension, with a row below zero for the pool itself.
 *
 * @remarks Each amount is divided in units of its last decimal. What is left over
 * goes, unit by unit, to the parts that lost most by rounding, then by ref; so that
 * all parts are the amount exactly. Who is the last to get one is looked up once for
 * each amount: ranking all parts of all days took three times as long. Where nobody
 * weighs anything, the pool keeps its cost.
 */
export async function splitPool(
  knex: Knex,
  { days, generationId, pool, split }: SplitPoolOptions,
): Promise<void> {
  const weights = weightsOf(pool, split, days);
  await knex.raw(
    `INSERT INTO targets (kind, ref)
     SELECT 'entity', w.entity_ref FROM (${weights.sql}) w
     WHERE NOT EXISTS (
       SELECT FROM targets t WHERE t.kind = 'entity' AND t.ref = w.entity_ref)
     ON CONFLICT DO NOTHING`,
    weights.bindings,
  );
  await knex.transaction(async trx => {
    await trx.raw(`SET LOCAL work_mem = '${WORK_MEMORY}'`);
    await trx.raw(
      `INSERT INTO daily_costs (generation_id, day, target_id, pool_id, dimension_id,
         row_count, ${AMOUNT_COLUMNS})
       WITH weighed AS MATERIALIZED (
         SELECT t.id, row_number() OVER (ORDER BY t.ref)::int AS place, w.weight,
           sum(w.weight) OVER () AS total
         FROM (${weights.sql}) w
         JOIN targets t ON t.kind = 'entity' AND t.ref = w.entity_ref
       ), given AS MATERIALIZED (
         SELECT c.day, c.target_id AS pool_id, c.dimension_id, ${AMOUNT_SUMS}
         FROM daily_costs c
         JOIN targets p ON p.id = c.target_id AND p.kind = 'pool' AND p.ref = ?
         WHERE c.generation_id = ANY(?::int[]) AND c.day >= ? AND c.day < ?
         GROUP BY 1, 2, 3
       ), counted AS (
         SELECT amount, amount * ('1e' || ${partDecimals(
           'amount',
         )})::numeric AS units,
           ('1e-' || ${partDecimals('amount')})::numeric AS unit
         FROM (SELECT DISTINCT unnest(ARRAY[${AMOUNT_COLUMNS}]) AS amount FROM given) a
         WHERE amount <> 0
       ), divided AS MATERIALIZED (
         SELECT c.*, sign(m.missing) AS step, l.lost AS last_lost, l.place AS last_place
         FROM counted c
         CROSS JOIN LATERAL (
           SELECT c.units - sum(${wholeUnits('c')}) AS missing FROM weighed w) m
         LEFT JOIN LATERAL (
           SELECT ${lostUnits('c')} AS lost, place FROM weighed w
           ORDER BY 1 DESC, 2 OFFSET greatest(abs(m.missing) - 1, 0) LIMIT 1) l ON m.missing <> 0
       ), parts AS (
         SELECT g.day, w.id AS target_id, g.pool_id, g.dimension_id,
           ${forAmounts(partOf)}
         FROM given g
         ${AMOUNTS.map(
           name => `LEFT JOIN divided ${name} ON ${name}.amount = g.${name}`,
         ).join(' ')}
         CROSS JOIN weighed w
         UNION ALL
         SELECT day, pool_id, pool_id, dimension_id, ${forAmounts(
           amount => `-${amount}`,
         )}
         FROM given WHERE EXISTS (SELECT FROM weighed)
       )
       SELECT ?::int, day, target_id, pool_id, dimension_id, 0, ${AMOUNT_COLUMNS}
       FROM parts WHERE (${AMOUNT_COLUMNS}) <> (0, 0, 0, 0)
       ORDER BY 3, 2, 5`,
      [
        ...weights.bindings,
        pool.name,
        [...days.generationIds],
        days.from,
        days.to,
        generationId,
      ],
    );
  });
}

/** The part of an entity, `w`, of an amount that is joined under its name. */
function partOf(amount: string): string {
  const lost = lostUnits(amount);
  return `coalesce((${wholeUnits(amount)}
    + CASE WHEN ${lost} > ${amount}.last_lost
        OR ${lost} = ${amount}.last_lost AND w.place <= ${amount}.last_place
      THEN ${amount}.step ELSE 0 END) * ${amount}.unit, 0)`;
}

/** What a part of an amount is in whole units of its last decimal. */
function wholeUnits(amount: string): string {
  return `div(${amount}.units * w.weight, w.total)`;
}

/** What a part loses when only whole units of it are counted. */
function lostUnits(amount: string): string {
  return `abs(mod(${amount}.units * w.weight, w.total))`;
}
