// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE imports ADD COLUMN messages jsonb;
    COMMENT ON COLUMN imports.messages IS
      'What message is made of, so that pages say it in the language of the reader; NULL: only as it is written here.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE imports DROP COLUMN messages');
};
