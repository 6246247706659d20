// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE main_branch_states (
      entity_ref text NOT NULL,
      pipeline text NOT NULL,
      is_due boolean NOT NULL,
      state text,
      run_id uuid,
      notified_state text,
      send_at timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (entity_ref, pipeline)
    );
    COMMENT ON TABLE main_branch_states IS
      'How each pipeline stands on the main branch, and what its owners were told: is_due once a run has ended since it was last looked at, state and run_id as that found it (green or red), notified_state what was last sent, and send_at when the next notification is to go out, if one is.';
    CREATE INDEX main_branch_states_due ON main_branch_states (entity_ref, pipeline) WHERE is_due;
    COMMENT ON INDEX main_branch_states_due IS 'What has to be looked at.';
    CREATE INDEX main_branch_states_unsent ON main_branch_states (send_at) WHERE send_at IS NOT NULL;
    COMMENT ON INDEX main_branch_states_unsent IS 'The notifications that are to be sent.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE main_branch_states');
};
