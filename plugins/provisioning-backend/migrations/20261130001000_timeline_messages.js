// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE timeline ADD COLUMN messages jsonb;
    COMMENT ON COLUMN timeline.messages IS
      'What title and detail are made of, so that pages say them in the language of the reader; NULL: only as they are written here.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE timeline DROP COLUMN messages');
};
