import type { BenchPostgres } from '../postgres/openPostgres.ts';

/** The component that a thousand others depend on. */
export const HUB = 'component:default/service-0';

/** How many depend on the hub. */
const HUB_DEPENDENTS = 1_000;

/**
 * Writes components in systems of 25. Each depends on three others that came
 * before it, so that chains are long, and was seen calling one of them.
 */
export async function fillGraph(
  { pool }: BenchPostgres,
  entities: number,
): Promise<void> {
  const ref = (number: string) => `'component:default/service-' || (${number})`;
  const statements = [
    `INSERT INTO nodes (entity_ref, kind, namespace, name, type, lifecycle,
       owner_ref, parent_ref)
     SELECT ${ref('n')}, 'component', 'default', 'service-' || n, 'service',
       'production', 'group:default/team-' || n / 25,
       'system:default/system-' || n / 25
     FROM generate_series(0, ${entities - 1}) AS n`,
    `INSERT INTO declared_edges (source_ref, target_ref, relation)
     SELECT ${ref('n')}, ${ref('n * step / (step + 1)')}, 'dependsOn'
     FROM generate_series(1, ${entities - 1}) AS n
     CROSS JOIN generate_series(1, 3) AS step ON CONFLICT DO NOTHING`,
    `INSERT INTO declared_edges (source_ref, target_ref, relation)
     SELECT ${ref('n')}, '${HUB}', 'dependsOn'
     FROM generate_series(1, ${HUB_DEPENDENTS}) AS n ON CONFLICT DO NOTHING`,
    `INSERT INTO observed_edges (source_ref, target_ref, reporter, protocol,
       reported_by, requests_per_minute, first_observed_at, observed_at)
     SELECT ${ref('n')}, ${ref(
      'n / 2',
    )}, 'bench', 'HTTP', 'bench', n, now(), now()
     FROM generate_series(2, ${entities - 1}) AS n`,
    `UPDATE nodes n SET edge_count = ends.count FROM (
       SELECT ref, count(*) FROM (
         SELECT source_ref AS ref FROM declared_edges
         UNION ALL SELECT target_ref FROM declared_edges) AS both_ends
       GROUP BY ref) AS ends
     WHERE ends.ref = n.entity_ref`,
    'VACUUM nodes, declared_edges',
    'ANALYZE nodes, declared_edges, observed_edges',
  ];
  for (const statement of statements) {
    await pool.query(statement);
  }
}
