// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE month_budgets (
      month date NOT NULL,
      entity_ref text NOT NULL,
      budget text NOT NULL,
      PRIMARY KEY (month, entity_ref)
    );
    COMMENT ON TABLE month_budgets IS
      'What the catalog said at the end of a month, or says in this one, an entity may cost, as it is written: a month that is over is not judged by a budget that is for the next.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE month_budgets');
};
