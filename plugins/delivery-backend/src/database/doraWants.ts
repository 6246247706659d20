import type { Knex } from 'knex';

/** Says that the metrics of some entities have to be computed again. */
export async function wantDora(
  tx: Knex,
  entityRefs: Iterable<string>,
): Promise<void> {
  const refs = [...new Set(entityRefs)].sort();
  if (refs.length > 0) {
    await tx.raw(
      `INSERT INTO dora_entities AS present (entity_ref, wanted, computed)
       SELECT ref, 1, 0 FROM unnest(?::text[]) AS ref ORDER BY ref
       ON CONFLICT (entity_ref) DO UPDATE SET wanted = present.wanted + 1`,
      [refs],
    );
  }
}

/** Who deployed some artifacts: the commit of what they run is known now. */
export async function findDeployers(
  tx: Knex,
  artifactIds: string[],
): Promise<string[]> {
  const { rows } = await tx.raw(
    `SELECT DISTINCT entity_ref FROM deployments
     WHERE artifact_key = ANY(?::uuid[]) AND entity_ref IS NOT NULL`,
    [artifactIds],
  );
  return rows.map((row: { entity_ref: string }) => row.entity_ref);
}
