import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { countTeams } from './organisation.ts';

/**
 * Writes entities as the catalog keeps them once they are processed: one of ten
 * components is experimental, each belongs to a team and is in a system.
 */
export async function fillCatalog(
  { pool }: Pick<BenchPostgres, 'pool'>,
  components: number,
): Promise<void> {
  const teams = countTeams(components);
  const statements = [
    `CREATE UNLOGGED TABLE bench_entities AS
     SELECT md5('component' || n) AS id, 'component' AS kind, 'Component' AS title,
       'service-' || n AS name, 'group:default/team-' || n % ${teams} AS owner,
       'system:default/system-' || n % ${teams} AS system,
       CASE WHEN n % 10 = 0 THEN 'experimental' ELSE 'production' END AS lifecycle
     FROM generate_series(0, ${components - 1}) AS n
     UNION ALL
     SELECT md5('group' || n), 'group', 'Group', 'team-' || n, NULL, NULL, NULL
     FROM generate_series(0, ${teams - 1}) AS n
     UNION ALL
     SELECT md5('system' || n), 'system', 'System', 'system-' || n,
       'group:default/team-' || n, NULL, NULL
     FROM generate_series(0, ${teams - 1}) AS n`,
    `INSERT INTO catalog.refresh_state (entity_id, entity_ref, unprocessed_entity,
       result_hash, errors, next_update_at, last_discovery_at)
     SELECT id, kind || ':default/' || name, '{}', id, '[]',
       now() + interval '1 year', now() FROM bench_entities`,
    `INSERT INTO catalog.final_entities (entity_id, entity_ref, hash,
       last_updated_at, final_entity)
     SELECT id, kind || ':default/' || name, id, now(), jsonb_build_object(
       'apiVersion', 'backstage.io/v1alpha1', 'kind', title,
       'metadata', jsonb_build_object('uid', id, 'etag', id, 'name', name,
         'namespace', 'default', 'description', repeat('What it is for. ', 10),
         'annotations', jsonb_build_object('backstage.io/managed-by-location',
           'url:https://git.acme.example/acme/' || name || '/catalog-info.yaml')),
       'spec', jsonb_strip_nulls(jsonb_build_object('type', 'service',
         'lifecycle', lifecycle, 'owner', owner)),
       'relations', coalesce((
         SELECT jsonb_agg(jsonb_build_object('type', type, 'targetRef', target))
         FROM (VALUES ('ownedBy', owner), ('partOf', system)) AS one (type, target)
         WHERE target IS NOT NULL), '[]'))::text
     FROM bench_entities`,
    `INSERT INTO catalog.search (entity_id, key, value, original_value)
     SELECT id, key, value, value FROM bench_entities CROSS JOIN LATERAL (VALUES
       ('kind', kind), ('metadata.name', name),
       ('metadata.namespace', 'default'), ('metadata.uid', id),
       ('spec.type', 'service'), ('spec.lifecycle', lifecycle),
       ('spec.owner', owner), ('relations.ownedby', owner),
       ('relations.partof', system)) AS term (key, value)
     WHERE value IS NOT NULL`,
    'DROP TABLE bench_entities',
    'ANALYZE',
  ];
  for (const statement of statements) {
    await pool.query(statement);
  }
}
