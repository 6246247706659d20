// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE own_repositories (
      entity_ref text NOT NULL,
      repository text NOT NULL,
      missing_since timestamptz,
      PRIMARY KEY (entity_ref, repository)
    );
    COMMENT ON TABLE own_repositories IS
      'The repositories that the catalog file of each component lies in or has lain in while it claimed them, as host/owner/name: a component that moves takes along what it had there. missing_since is when the catalog lost the component, unless it is there.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE own_repositories');
};
