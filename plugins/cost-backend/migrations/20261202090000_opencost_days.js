// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE opencost_days (
      source text NOT NULL,
      day date NOT NULL,
      question text NOT NULL,
      answer text NOT NULL,
      PRIMARY KEY (source, day)
    );
    COMMENT ON TABLE opencost_days IS
      'What OpenCost answered for a day of a month that is in force, as the file that was read: it forgets days that a month still needs. question is by what it was asked to add up, and the currency: a day of another one is asked for again.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE opencost_days');
};
