// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE looked_at_sums (
      task text PRIMARY KEY,
      seen text NOT NULL,
      waiting_since timestamptz,
      looked_at text
    );
    COMMENT ON TABLE looked_at_sums IS
      'Which sums a task looked at last, so that a start has nothing to do. seen is which were in force the last time it asked, waiting_since when these began to differ from what it looked at; both are told by a hash of the day and of the active generations.';

    CREATE TABLE looked_at_targets (
      target_id integer PRIMARY KEY REFERENCES targets ON DELETE CASCADE,
      hash text NOT NULL
    );
    COMMENT ON TABLE looked_at_targets IS
      'What the days of an entity cost when they were last looked at for unusual ones, as a hash: only what changed is looked at again.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE looked_at_targets, looked_at_sums');
};
