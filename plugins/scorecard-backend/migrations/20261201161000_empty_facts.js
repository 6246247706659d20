// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE facts ADD COLUMN is_empty boolean NOT NULL DEFAULT false;
    COMMENT ON COLUMN facts.is_empty IS
      'Whether the source has nothing of the entity, and is asked seldom until it says that it has.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE facts DROP COLUMN is_empty');
};
