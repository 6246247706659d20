// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE main_branch_states ADD COLUMN tried_state text;
    UPDATE main_branch_states SET tried_state = notified_state;
    COMMENT ON COLUMN main_branch_states.tried_state IS
      'What was last handed over to be sent. It differs from notified_state where nobody knows whether that arrived.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE main_branch_states DROP COLUMN tried_state');
};
