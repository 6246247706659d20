/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE alert_deliveries ADD COLUMN taken_at timestamptz;
    COMMENT ON COLUMN alert_deliveries.taken_at IS
      'When somebody began to send it who has not said yet what came of it: it may have arrived.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE alert_deliveries DROP COLUMN taken_at');
};
