// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE scorecard_versions ADD COLUMN change_messages jsonb;
    COMMENT ON COLUMN scorecard_versions.change_messages IS
      'What changes are made of, so that pages say them in the language of the reader; NULL: only as they are written there.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE scorecard_versions DROP COLUMN change_messages');
};
