// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE installation (
      id uuid NOT NULL,
      only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one)
    );
    COMMENT ON TABLE installation IS
      'Which portal this is: a part of the mark on each thing at a provider, so that portals that share one do not take the things of each other for their own. One row.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('installation');
};
