// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE fact_providers ADD COLUMN stale_queued_until timestamptz;
    COMMENT ON COLUMN fact_providers.stale_queued_until IS
      'Entities whose facts grew stale until then were queued for evaluation; null where that was never asked for. It is asked for where appliesTo of a scorecard names facts of the provider.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE fact_providers DROP COLUMN stale_queued_until');
};
