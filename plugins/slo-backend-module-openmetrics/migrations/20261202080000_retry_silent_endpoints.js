// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE openmetrics_endpoints ADD COLUMN retry_at timestamptz;
    COMMENT ON COLUMN openmetrics_endpoints.retry_at IS
      'When an endpoint that has not answered in time for a while is scraped again; NULL: as often as any other.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE openmetrics_endpoints DROP COLUMN retry_at');
};
