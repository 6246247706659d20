import type { Knex } from 'knex';

/** Writes entities with their facts, as the tasks of the portal would. */
export async function fillEntities(knex: Knex, count: number): Promise<void> {
  await knex.raw(
    'TRUNCATE entities, scorecards, scorecard_versions, scorecard_files, results, result_changes CASCADE',
  );
  await knex.raw(
    `INSERT INTO entities (entity_ref, kind, owner_refs, system_refs, shape, hash)
     SELECT 'component:default/c' || i, 'component',
       ARRAY['group:default/team-' || i % 200], ARRAY['system:default/s' || i % 500],
       jsonb_build_object('kind', 'Component', 'apiVersion', 'backstage.io/v1alpha1',
         'metadata', jsonb_build_object('name', 'c' || i, 'description', 'Component ' || i),
         'spec', jsonb_build_object('lifecycle',
           CASE i % 3 WHEN 0 THEN 'production' ELSE 'experimental' END)),
       i::text
     FROM generate_series(1, ?::int) i`,
    [count],
  );
  await knex.raw(
    `INSERT INTO facts (entity_id, provider, "values", observed_at, collected_at)
     SELECT id, 'bench', jsonb_build_object('one', id % 100, 'two', id % 10,
       'three', 'text-' || id % 7, 'four', id % 3 = 0), now(), now() FROM entities`,
  );
  await knex.raw(
    `INSERT INTO fact_changes (entity_id, provider, from_at, "values")
     SELECT entity_id, provider, now(), "values" FROM facts`,
  );
  await knex.raw('ANALYZE');
}
