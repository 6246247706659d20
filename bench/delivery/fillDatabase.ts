import { SERVICES } from './organisation.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { withoutIndexes } from './withoutIndexes.ts';

/** Events that one change brings, from its first commit to production. */
const EVENTS_PER_CHANGE = 16;

const TABLES = [
  'events',
  'runs',
  'task_runs',
  'changes',
  'artifacts',
  'deployments',
  'incidents',
];

/** The year that is measured; it ends where the history does. */
export const YEAR = {
  from: '2025-11-01T00:00:00.000Z',
  to: '2026-11-01T00:00:00.000Z',
};

/**
 * Writes a year of all services: what so many events would have left. A change
 * is built in three steps, deployed to staging and production; one of 20 is
 * rolled back, one of 40 ends in an incident.
 */
export async function fillDatabase(
  postgres: BenchPostgres,
  events: number,
): Promise<void> {
  const { pool } = postgres;
  const changes = Math.ceil(events / EVENTS_PER_CHANGE);
  const statements = [
    `CREATE UNLOGGED TABLE bench_changes AS
     SELECT n, 'component:default/service-' || n % ${SERVICES} AS entity_ref,
       'acme/service-' || n % ${SERVICES} AS repository,
       md5('commit' || n) AS commit,
       '${YEAR.from}'::timestamptz
         + (n::float8 / ${changes}) * interval '364 days' AS at
     FROM generate_series(0, ${changes - 1}) AS n`,
    `INSERT INTO runs (id, source, entity_ref, repository, at, updated_at,
       stamps, revision, run_id, pipeline, branch, commit, url, queued_at,
       started_at, finished_at, outcome, status)
     SELECT md5('run' || n)::uuid, 'https://ci.acme.example', entity_ref,
       repository, at, at + interval '6 minutes', '{}', 3, 'run-' || n,
       (ARRAY['build', 'build', 'deploy', 'nightly'])[1 + n % 4], 'main', commit,
       'https://ci.acme.example/runs/' || n, at, at,
       at + (180 + n % 400) * interval '1 second',
       CASE WHEN n % 11 = 0 THEN 'failure' ELSE 'success' END, 'finished'
     FROM bench_changes`,
    `INSERT INTO task_runs (id, source, at, updated_at, stamps, revision,
       task_run_id, run_key, task, started_at, finished_at, outcome, status)
     SELECT md5('task' || n || task)::uuid, 'https://ci.acme.example', at, at,
       '{}', 2, n || task, md5('run' || n)::uuid, task, at,
       at + interval '1 minute', 'success', 'finished'
     FROM bench_changes, unnest(ARRAY['install', 'test', 'package']) AS task`,
    `INSERT INTO changes (id, source, entity_ref, repository, at, updated_at,
       stamps, revision, change_id, title, branch, commit, first_commit_at,
       created_at, opened_at, first_reviewed_at, merged_at, state)
     SELECT md5('change' || n)::uuid, 'https://git.acme.example', entity_ref,
       repository, at, at, '{}', 3, n::text, 'Change ' || n, 'main', commit,
       at - (1 + n % 50) * interval '1 hour', at - interval '40 minutes',
       at - interval '40 minutes', at - interval '20 minutes', at, 'merged'
     FROM bench_changes`,
    `INSERT INTO artifacts (id, source, entity_ref, repository, at, updated_at,
       stamps, revision, artifact_id, version, commit, packaged_at)
     SELECT md5('artifact' || n)::uuid, 'https://ci.acme.example', entity_ref,
       repository, at, at, '{}', 1, 'pkg:oci/service@' || n, '1.0.' || n,
       commit, at
     FROM bench_changes`,
    `INSERT INTO environments VALUES ('staging', 'staging'),
       ('production', 'production') ON CONFLICT DO NOTHING`,
    `INSERT INTO deployments (id, source, entity_ref, service, kind,
       environment, version, artifact_id, artifact_key, at, actor)
     SELECT md5('deployment' || n || environment)::uuid,
       'https://cd.acme.example', entity_ref, 'service', 'deployed',
       environment, '1.0.' || n, 'pkg:oci/service@' || n,
       md5('artifact' || n)::uuid,
       at + CASE environment WHEN 'staging' THEN interval '10 minutes'
         ELSE interval '40 minutes' END, 'release-bot'
     FROM bench_changes, unnest(ARRAY['staging', 'production']) AS environment`,
    `INSERT INTO deployments (id, source, entity_ref, service, kind,
       environment, version, artifact_id, at)
     SELECT md5('rollback' || n)::uuid, 'https://cd.acme.example', entity_ref,
       'service', 'rolledback', 'production', '1.0.' || n - ${SERVICES},
       'pkg:oci/service@' || n - ${SERVICES}, at + interval '55 minutes'
     FROM bench_changes WHERE n % 20 = 3`,
    `INSERT INTO incidents (id, source, entity_ref, at, updated_at, stamps,
       revision, incident_id, environment, detected_at, opened_at, resolved_at,
       state)
     SELECT md5('incident' || n)::uuid, 'https://ops.acme.example', entity_ref,
       at, at, '{}', 2, n::text, 'production', at + interval '50 minutes',
       at + interval '50 minutes',
       at + (55 + n % 120) * interval '1 minute', 'resolved'
     FROM bench_changes WHERE n % 40 = 7`,
    `INSERT INTO events (received_at, event_key, source, event_id, type,
       occurred_at, payload)
     SELECT now(), md5('event' || n)::uuid, 'https://ci.acme.example',
       'event-' || n, 'dev.cdevents.pipelinerun.finished.0.2.0', now(),
       jsonb_build_object('id', 'event-' || n, 'source',
         'https://ci.acme.example', 'data', jsonb_build_object('subject',
         jsonb_build_object('id', 'run-' || n, 'content',
         jsonb_build_object('pipelineName', 'build', 'outcome', 'success'))))
     FROM generate_series(1, ${events}) AS n`,
    `DROP TABLE bench_changes`,
    `INSERT INTO dora_entities (entity_ref, revision, computed_revision)
     SELECT DISTINCT entity_ref, 1, 0 FROM deployments`,
  ];
  await withoutIndexes(postgres, TABLES, async () => {
    for (const statement of statements) {
      await pool.query(statement);
    }
  });
  await pool.query('VACUUM ANALYZE');
}
