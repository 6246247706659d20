// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE claim_conflicts (
      claimant_ref text NOT NULL,
      subject text NOT NULL,
      last_seen_at timestamptz NOT NULL,
      is_sent boolean NOT NULL DEFAULT false,
      attempts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (claimant_ref, subject)
    );
    COMMENT ON TABLE claim_conflicts IS
      'Components that claim a repository of others, by the repository and its owners, and whether the owners of both were notified.';
    CREATE INDEX claim_conflicts_last_seen ON claim_conflicts (last_seen_at);
    COMMENT ON INDEX claim_conflicts_last_seen IS 'What is to be forgotten.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE claim_conflicts');
};
