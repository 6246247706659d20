// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE alert_deliveries ADD COLUMN problem_message jsonb;
    COMMENT ON COLUMN alert_deliveries.problem_message IS
      'What problem is made of, so that pages say it in the language of the reader; NULL: only as it is written here.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE alert_deliveries DROP COLUMN problem_message');
};
