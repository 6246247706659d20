// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE entity_changes (
      entity_id integer NOT NULL REFERENCES entities ON DELETE CASCADE,
      until_at timestamptz NOT NULL,
      owner_refs text[] NOT NULL,
      shape jsonb NOT NULL,
      PRIMARY KEY (entity_id, until_at)
    );
    COMMENT ON TABLE entity_changes IS
      'What entities was of an entity until an instant: one row for each change. Before the first, an entity is taken to have been as it was when it was first seen.';
    CREATE INDEX entity_changes_ended ON entity_changes (until_at);
    COMMENT ON INDEX entity_changes_ended IS 'What is older than the time of retention.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE entity_changes');
};
