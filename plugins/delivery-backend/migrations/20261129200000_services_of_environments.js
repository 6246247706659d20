// @ts-check

/**
 * A component may have several services in one environment, each with a newest
 * deployment of its own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE INDEX deployments_of_service ON deployments (entity_ref, environment, service, at DESC);
    COMMENT ON INDEX deployments_of_service IS
      'The environments of an entity with the services in each, and what is newest of each.';
    DROP INDEX deployments_of_environment;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    CREATE INDEX deployments_of_environment ON deployments (entity_ref, environment, at DESC);
    COMMENT ON INDEX deployments_of_environment IS
      'The environments of an entity, and what is newest in each.';
    DROP INDEX deployments_of_service;
  `);
};
