import type { Knex } from 'knex';

/** What the metrics of some entities depend on, and what has changed. */
interface StaleDora {
  entityRefs: Iterable<string>;
  /** The commit of these is known now: it counts for whoever deployed them. */
  artifactIds?: string[];
}

/** Says that the metrics of some entities have to be computed again. */
export async function markDoraStale(tx: Knex, stale: StaleDora): Promise<void> {
  const entityRefs = [...stale.entityRefs];
  const artifactIds = stale.artifactIds ?? [];
  if (entityRefs.length === 0 && artifactIds.length === 0) {
    return;
  }
  await tx.raw(
    `INSERT INTO dora_entities AS present (entity_ref, revision, computed_revision)
     SELECT ref, 1, 0 FROM (
       SELECT unnest(?::text[]) AS ref
       UNION
       SELECT entity_ref FROM deployments
       WHERE artifact_key = ANY(?::uuid[]) AND entity_ref IS NOT NULL
     ) AS stale
     ORDER BY ref
     ON CONFLICT (entity_ref) DO UPDATE SET revision = present.revision + 1`,
    [entityRefs, artifactIds],
  );
}
