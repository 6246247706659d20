// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE entities ADD COLUMN incomplete_count smallint NOT NULL DEFAULT 0;
    COMMENT ON COLUMN entities.incomplete_count IS
      'How often in a row a plugin did not answer about it, up to 10: it is asked again ever later.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE entities DROP COLUMN incomplete_count');
};
