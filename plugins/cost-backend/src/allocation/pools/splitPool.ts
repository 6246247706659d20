import type { CostPool, PoolSplit } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { AMOUNT_COLUMNS, AMOUNTS, partDecimals } from '../generations/amounts';
import { type PoolDays, weightsOf } from './weightsOf';

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
 * all parts are the amount exactly. Where nobody weighs anything, the pool keeps its
 * cost.
 */
export async function splitPool(
  knex: Knex,
  { days, generationId, pool, split }: SplitPoolOptions,
): Promise<void> {
  const weights = weightsOf(pool, split, days);
  const amountRows = AMOUNTS.map(name => `('${name}', c.${name})`).join(', ');
  const pivot = AMOUNTS.map(
    name => `coalesce(sum(part) FILTER (WHERE name = '${name}'), 0) AS ${name}`,
  ).join(', ');
  await knex.raw(
    `INSERT INTO targets (kind, ref)
     SELECT 'entity', w.entity_ref FROM (${weights.sql}) w
     WHERE NOT EXISTS (
       SELECT FROM targets t WHERE t.kind = 'entity' AND t.ref = w.entity_ref)
     ON CONFLICT DO NOTHING`,
    weights.bindings,
  );
  await knex.raw(
    `INSERT INTO daily_costs (generation_id, day, target_id, pool_id, dimension_id,
       row_count, ${AMOUNT_COLUMNS})
     WITH weighed AS MATERIALIZED (
       SELECT t.id, t.ref, w.weight, sum(w.weight) OVER () AS total
       FROM (${weights.sql}) w
       JOIN targets t ON t.kind = 'entity' AND t.ref = w.entity_ref
     ), given AS MATERIALIZED (
       SELECT c.day, c.target_id AS pool_id, c.dimension_id, a.name,
         sum(a.amount) AS amount
       FROM daily_costs c
       JOIN targets p ON p.id = c.target_id AND p.kind = 'pool' AND p.ref = ?
       CROSS JOIN LATERAL (VALUES ${amountRows}) AS a (name, amount)
       WHERE c.generation_id = ANY(?::int[]) AND c.day >= ? AND c.day < ?
       GROUP BY 1, 2, 3, 4
     ), counted AS (
       SELECT g.*, ('1e' || ${partDecimals('amount')})::numeric AS scale,
         ('1e-' || ${partDecimals('amount')})::numeric AS unit
       FROM given g WHERE amount <> 0
     ), rounded AS (
       SELECT c.*, w.id, w.ref,
         div(amount * scale * w.weight, w.total) AS units,
         abs(mod(amount * scale * w.weight, w.total)) AS lost
       FROM counted c CROSS JOIN weighed w
     ), parts AS (
       SELECT r.*, amount * scale - sum(units) OVER same AS missing,
         row_number() OVER (same ORDER BY lost DESC, ref) AS place
       FROM rounded r WINDOW same AS (PARTITION BY day, dimension_id, name)
     ), exact AS (
       SELECT day, dimension_id, pool_id, id AS target_id, name,
         (units + CASE WHEN place <= abs(missing) THEN sign(missing) ELSE 0 END)
           * unit AS part
       FROM parts
       UNION ALL
       SELECT day, dimension_id, pool_id, pool_id, name, -amount FROM counted
       WHERE EXISTS (SELECT FROM weighed)
     )
     SELECT ?::int, day, target_id, pool_id, dimension_id, 0, ${pivot}
     FROM exact WHERE part <> 0
     GROUP BY 2, 3, 4, 5 ORDER BY 3, 2, 5`,
    [
      ...weights.bindings,
      pool.name,
      [...days.generationIds],
      days.from,
      days.to,
      generationId,
    ],
  );
}
