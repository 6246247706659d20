import type { Knex } from 'knex';
import type { DoraInput } from '../model/DoraInput';

/** Reads the histories of some entities: one query per kind of fact. */
export async function readDoraInputs(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, DoraInput>> {
  const inputs = new Map<string, DoraInput>(
    entityRefs.map(ref => [
      ref,
      { deployments: [], changes: [], incidents: [] },
    ]),
  );
  const [deployments, changes, incidents] = await Promise.all([
    knex.raw(
      `SELECT d.entity_ref, d.id, d.kind, d.environment, d.service, d.at,
         d.artifact_id, coalesce(d.artifact_id, d.version, d.commit) AS version,
         coalesce(d.commit, a.commit, CASE WHEN d.version ~ '^[0-9a-f]{7,40}$'
           THEN d.version END) AS commit, d.committed_at
       FROM deployments d
       JOIN environments e ON e.name = d.environment AND e.tier = 'production'
       LEFT JOIN artifacts a ON a.id = d.artifact_key
       WHERE d.entity_ref = ANY(?::text[])`,
      [entityRefs],
    ),
    knex.raw(
      `SELECT entity_ref, id, merged_at, first_commit_at, created_at, commit, branch,
         service
       FROM changes WHERE entity_ref = ANY(?::text[]) AND merged_at IS NOT NULL`,
      [entityRefs],
    ),
    knex.raw(
      `SELECT i.entity_ref, i.id, i.detected_at, i.environment, i.artifact_id,
         i.service,
         CASE WHEN i.state = 'resolved' THEN i.resolved_at END AS resolved_at
       FROM incidents i
       LEFT JOIN environments e ON e.name = i.environment
       WHERE i.entity_ref = ANY(?::text[]) AND i.detected_at IS NOT NULL
         AND (i.environment IS NULL OR e.tier = 'production')`,
      [entityRefs],
    ),
  ]);
  for (const row of deployments.rows) {
    inputs.get(row.entity_ref)?.deployments.push({
      id: row.id,
      kind: row.kind,
      environment: row.environment,
      service: row.service,
      at: row.at.getTime(),
      version: row.version ?? undefined,
      artifactId: row.artifact_id ?? undefined,
      commit: row.commit ?? undefined,
      committedAt: row.committed_at?.getTime(),
    });
  }
  for (const row of changes.rows) {
    inputs.get(row.entity_ref)?.changes.push({
      id: row.id,
      mergedAt: row.merged_at.getTime(),
      firstCommitAt: row.first_commit_at?.getTime(),
      openedAt: row.created_at?.getTime(),
      commit: row.commit ?? undefined,
      branch: row.branch ?? undefined,
      service: row.service ?? undefined,
    });
  }
  for (const row of incidents.rows) {
    inputs.get(row.entity_ref)?.incidents.push({
      id: row.id,
      detectedAt: row.detected_at.getTime(),
      resolvedAt: row.resolved_at?.getTime(),
      environment: row.environment ?? undefined,
      artifactId: row.artifact_id ?? undefined,
      service: row.service ?? undefined,
    });
  }
  return inputs;
}
