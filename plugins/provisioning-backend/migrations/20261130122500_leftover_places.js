// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE leftovers ADD COLUMN location_message jsonb;
    COMMENT ON COLUMN leftovers.location_message IS
      'What location is made of, so that pages say it in the language of the reader; NULL: only as it is written there.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE leftovers DROP COLUMN location_message');
};
