import type { BenchPostgres } from '../postgres/openPostgres.ts';

/** Writes what four of five components have built and deployed in ten weeks. */
export async function fillDelivery(
  { pool }: BenchPostgres,
  components: number,
): Promise<void> {
  const rows = `generate_series(0, ${components - 1}) AS n
    CROSS JOIN generate_series(1, 10) AS week WHERE n % 5 <> 4`;
  const at = `now() - week * interval '7 days' + n * interval '1 second'`;
  // As if the events had named the component, so that no task takes it back.
  const stamps = `'{"entity_ref": 0}'`;
  const entity = `'component:default/service-' || n`;
  const statements = [
    `INSERT INTO runs (id, source, entity_ref, at, updated_at, stamps, revision,
       run_id, pipeline, branch, started_at, finished_at, outcome, status)
     SELECT md5('run' || n || '-' || week)::uuid, 'https://ci.acme.example',
       ${entity}, ${at}, now(), ${stamps}, 1, n || '-' || week,
       (ARRAY['build', 'deploy'])[1 + week % 2], 'main', ${at}, ${at},
       CASE WHEN n % 11 = week THEN 'failure' ELSE 'success' END, 'finished'
     FROM ${rows}`,
    `INSERT INTO environments VALUES ('production', 'production')
     ON CONFLICT DO NOTHING`,
    `INSERT INTO deployments (id, source, entity_ref, service, kind, environment,
       version, at)
     SELECT md5('deployment' || n || '-' || week)::uuid,
       'https://cd.acme.example', ${entity}, 'service', 'deployed', 'production',
       '1.0.' || week, ${at}
     FROM ${rows}`,
    `INSERT INTO incidents (id, source, entity_ref, at, updated_at, stamps,
       revision, incident_id, environment, detected_at, state)
     SELECT md5('incident' || n)::uuid, 'https://ops.acme.example', ${entity},
       now(), now(), ${stamps}, 1, n::text, 'production', now(), 'open'
     FROM generate_series(0, ${components - 1}) AS n WHERE n % 500 = 7`,
    'VACUUM ANALYZE',
  ];
  for (const statement of statements) {
    await pool.query(statement);
  }
}
