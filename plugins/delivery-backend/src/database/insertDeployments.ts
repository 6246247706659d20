import type { Knex } from 'knex';
import type { DeploymentFact } from '../model/DeliveryEvent';
import type { EntityIndex } from '../services/catalog/buildEntityIndex';

const COLUMNS = {
  id: 'uuid',
  source: 'text',
  entity_ref: 'text',
  has_entity_ref: 'boolean',
  repository: 'text',
  service: 'text',
  kind: 'text',
  environment: 'text',
  version: 'text',
  artifact_id: 'text',
  artifact_key: 'uuid',
  commit: 'text',
  committed_at: 'timestamptz',
  at: 'timestamptz',
  actor: 'text',
  run_id: 'text',
  url: 'text',
  cause: 'text',
};

const NAMES = Object.keys(COLUMNS).join(', ');
const TYPED_NAMES = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/**
 * Stores deployments. They do not merge: the one event is the whole truth.
 *
 * @returns The entities they belong to.
 */
export async function insertDeployments(
  tx: Knex,
  facts: DeploymentFact[],
  index: EntityIndex,
): Promise<Set<string>> {
  const entityRefs = new Set<string>();
  const rows = facts.map(fact => {
    const entityRef = fact.entityRef ?? index.find(fact).entityRef;
    if (entityRef) {
      entityRefs.add(entityRef);
    }
    return {
      id: fact.id,
      source: fact.source,
      entity_ref: entityRef,
      has_entity_ref: fact.entityRef !== undefined,
      repository: fact.repository,
      service: fact.service,
      kind: fact.kind,
      environment: fact.environment,
      version: fact.version,
      artifact_id: fact.artifactId,
      artifact_key: fact.artifactKey,
      commit: fact.commit,
      committed_at: fact.committedAt,
      at: new Date(fact.at),
      actor: fact.actor,
      run_id: fact.runId,
      url: fact.url,
      cause: fact.cause,
    };
  });
  await tx.raw(
    `INSERT INTO deployments (${NAMES})
     SELECT ${NAMES} FROM jsonb_to_recordset(?::jsonb) AS input(${TYPED_NAMES})
     ORDER BY id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
  return entityRefs;
}

/** Remembers environments by name, so that their tier can be read. */
export async function insertEnvironments(
  tx: Knex,
  names: Iterable<string>,
  tierOf: (environment: string) => string,
): Promise<void> {
  const unique = [...new Set(names)].sort();
  if (unique.length > 0) {
    await tx('environments')
      .insert(unique.map(name => ({ name, tier: tierOf(name) })))
      .onConflict('name')
      .ignore();
  }
}
