// @ts-check

const TABLES = ['runs', 'deployments', 'incidents'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE components (
      entity_ref text COLLATE "C" PRIMARY KEY,
      lifecycle text,
      open_incidents integer NOT NULL DEFAULT 0,
      pipelines integer NOT NULL DEFAULT 0,
      failed_pipelines integer NOT NULL DEFAULT 0,
      running_pipelines integer NOT NULL DEFAULT 0,
      status_rank smallint NOT NULL GENERATED ALWAYS AS (CASE
        WHEN open_incidents > 0 THEN 0
        WHEN failed_pipelines > 0 THEN 1
        WHEN running_pipelines > 0 THEN 2
        WHEN pipelines > 0 THEN 3
        ELSE 4 END) STORED
    );
    COMMENT ON TABLE components IS
      'The components that the catalog has, at most a minute old, and how each stands by its incidents and the newest runs on main branches, which is written with the events. status_rank is its place among incident, failed, running, passed, unknown.';
    CREATE INDEX components_worst_first ON components (status_rank, entity_ref);
    COMMENT ON INDEX components_worst_first IS 'The overview of all components.';
    CREATE INDEX components_running ON components (entity_ref) WHERE running_pipelines > 0;
    COMMENT ON INDEX components_running IS 'Who stands otherwise once a run has lost its end.';
  `);
  for (const table of TABLES) {
    await knex.raw(`
      CREATE INDEX ${table}_newest ON ${table} (at DESC, id DESC) WHERE entity_ref IS NOT NULL;
      COMMENT ON INDEX ${table}_newest IS 'The list over all components, newest first.';
    `);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of TABLES) {
    await knex.raw(`DROP INDEX ${table}_newest`);
  }
  await knex.raw('DROP TABLE components');
};
