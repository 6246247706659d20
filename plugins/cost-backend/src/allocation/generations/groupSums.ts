import type { Knex } from 'knex';
import { AMOUNT_COLUMNS, AMOUNT_SUMS, AMOUNTS, COUNT_SUMS } from './amounts';
import { SYSTEM_KEY, TEAM_KEY } from './sumKeys';

/** Whose the targets are by the catalog as it is now. */
const GROUPS_NOW = `SELECT g.id AS target_id, ${TEAM_KEY} AS team, ${SYSTEM_KEY} AS system
  FROM targets g LEFT JOIN entities e ON e.entity_ref = g.ref`;

const COLUMNS = `generation_id, day, dimension, key, currency, row_count, carried_count,
  ${AMOUNT_COLUMNS}`;
const KEY_COLUMNS = 'generation_id, day, dimension, key, currency';
const SUMMED = ['row_count', 'carried_count', ...AMOUNTS];

/**
 * Works out what everybody cost by day and team, and by day and system, from the sums
 * by target: a pool that thousands share is a row for each of them on each day.
 *
 * @remarks Targets are counted as theirs whose they were when they were first counted,
 * until {@link moveGroupSums}: so all generations count them alike.
 */
export async function buildGroupSums(
  knex: Knex,
  generationIds: readonly number[],
): Promise<void> {
  await knex.raw(
    `INSERT INTO target_groups (target_id, team, system)
     SELECT target_id, team, system FROM (${GROUPS_NOW}) n
     WHERE NOT EXISTS (SELECT FROM target_groups t WHERE t.target_id = n.target_id)`,
  );
  await knex.raw(
    `INSERT INTO daily_organization_costs (${COLUMNS})
     SELECT generation_id, day, v.dimension, v.key, currency, ${COUNT_SUMS}, ${AMOUNT_SUMS}
     FROM daily_target_costs JOIN target_groups t USING (target_id)
     CROSS JOIN LATERAL (VALUES ('team', t.team), ('system', t.system)) AS v (dimension, key)
     WHERE generation_id = ANY(?::int[])
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [[...generationIds]],
  );
}

/** A target that is somebody else's than the sums of everybody say. */
export interface MovedTarget {
  targetId: number;
  team: string;
  system: string;
}

/** Those targets, with the team and the system whose they are now. */
export async function findMovedTargets(knex: Knex): Promise<MovedTarget[]> {
  const { rows } = await knex.raw(
    `SELECT target_id AS "targetId", n.team, n.system
     FROM target_groups o JOIN (${GROUPS_NOW}) n USING (target_id)
     WHERE (o.team, o.system) <> (n.team, n.system)`,
  );
  return rows;
}

/**
 * Counts what targets cost as that of the team and the system whose they are now, in
 * the sums that count.
 *
 * @param trx - one in which nothing else changes the sums
 */
export async function moveGroupSums(
  trx: Knex.Transaction,
  moved: readonly MovedTarget[],
): Promise<void> {
  await trx.raw(
    `WITH moved AS MATERIALIZED (
       SELECT "targetId" AS target_id, o.team AS old_team, n.team,
         o.system AS old_system, n.system
       FROM jsonb_to_recordset(:moved::jsonb) AS n ("targetId" int, team text, system text)
       JOIN target_groups o ON o.target_id = n."targetId"
     ), updated AS (
       UPDATE target_groups t SET team = m.team, system = m.system
       FROM moved m WHERE m.target_id = t.target_id
     ), change AS MATERIALIZED (
       SELECT s.generation_id, s.day, v.dimension, v.key, s.currency,
         ${SUMMED.map(name => `sum(v.sign * s.${name}) AS ${name}`).join(', ')}
       FROM daily_target_costs s JOIN moved m USING (target_id)
       CROSS JOIN LATERAL (VALUES ('team', m.old_team, -1), ('team', m.team, 1),
         ('system', m.old_system, -1), ('system', m.system, 1)) AS v (dimension, key, sign)
       WHERE s.target_id = ANY(:targetIds::int[])
         AND s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       GROUP BY 1, 2, 3, 4, 5
     ), replaced AS (
       DELETE FROM daily_organization_costs
       WHERE (${KEY_COLUMNS}) IN (SELECT ${KEY_COLUMNS} FROM change)
       RETURNING ${COLUMNS}
     )
     INSERT INTO daily_organization_costs (${COLUMNS})
     SELECT ${KEY_COLUMNS}, ${COUNT_SUMS}, ${AMOUNT_SUMS}
     FROM (SELECT ${COLUMNS} FROM replaced UNION ALL SELECT ${COLUMNS} FROM change) c
     GROUP BY 1, 2, 3, 4, 5
     HAVING ${SUMMED.map(name => `sum(${name}) <> 0`).join(' OR ')}
     ORDER BY 1, 2, 3, 4, 5`,
    {
      moved: JSON.stringify(moved),
      targetIds: moved.map(({ targetId }) => targetId),
    },
  );
}
