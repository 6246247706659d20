import type { Knex } from 'knex';

/**
 * The parts of a statement that end in `totals`: for each system, domain and group
 * the worst health of what belongs to it, at any depth, and the sum of its open
 * incidents. A loop in the data ends by itself.
 *
 * @param table - where the entities are that count
 */
export function toContainerTotals(table: string): string {
  return `above (ref, container) AS (
      SELECT entity_ref, entity_ref FROM ${table}
      WHERE kind IN ('system', 'domain', 'group')
      UNION
      SELECT above.ref, e.parent_ref FROM above
      JOIN ${table} e ON e.entity_ref = above.container
      WHERE e.parent_ref IS NOT NULL
    ), members AS (
      SELECT system_ref AS ref, health, health_reason, open_incidents,
        budget_remaining
      FROM ${table} WHERE system_ref IS NOT NULL
        AND kind IN ('component', 'api', 'resource')
      UNION ALL
      SELECT owner_ref, health, health_reason, open_incidents, budget_remaining
      FROM ${table} WHERE owner_ref IS NOT NULL
        AND kind IN ('component', 'api', 'resource')
    ), direct AS (
      SELECT ref, min(health) AS health, sum(open_incidents) AS incidents,
        (array_agg(health_reason ORDER BY health,
          health_reason = 'incident' DESC))[1] AS reason,
        min(budget_remaining) AS budget
      FROM members GROUP BY ref
    ), totals AS (
      SELECT above.container, min(health)::smallint AS health,
        sum(incidents)::integer AS incidents,
        (array_agg(reason ORDER BY health, reason = 'incident' DESC))[1] AS reason,
        min(budget) AS budget
      FROM above JOIN direct ON direct.ref = above.ref GROUP BY above.container
    )`;
}

/**
 * Keeps the totals of all systems, domains and groups in their rows.
 *
 * @returns the refs of those that changed
 */
export async function sumContainers(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { entity_ref: string }[] }>(
    `WITH RECURSIVE ${toContainerTotals('entities')}
     UPDATE entities e SET health = coalesce(t.health, 3),
       health_reason = t.reason, open_incidents = coalesce(t.incidents, 0),
       budget_remaining = t.budget
     FROM entities c LEFT JOIN totals t ON t.container = c.entity_ref
     WHERE c.kind IN ('system', 'domain', 'group') AND e.entity_ref = c.entity_ref
       AND (e.health, e.health_reason, e.open_incidents, e.budget_remaining)
         IS DISTINCT FROM
         (coalesce(t.health, 3), t.reason, coalesce(t.incidents, 0), t.budget)
     RETURNING e.entity_ref`,
  );
  return rows.map(({ entity_ref }) => entity_ref);
}
