// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE versions ADD COLUMN text_only_messages jsonb;
    COMMENT ON COLUMN versions.text_only_messages IS
      'What text_only_reason is made of, so that pages say it in the language of the reader; NULL: only as it is written there.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE versions DROP COLUMN text_only_messages');
};
