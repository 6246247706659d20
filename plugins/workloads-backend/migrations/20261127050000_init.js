// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE claims (
      digest text PRIMARY KEY,
      entity_ref text NOT NULL,
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL
    );
    COMMENT ON TABLE claims IS
      'Since when an entity says that objects of clusters are its own: the first of those who may keeps its rights. The digest stands for what it says, the entity and its owners.';
    CREATE INDEX claims_last_seen ON claims (last_seen_at);
    COMMENT ON INDEX claims_last_seen IS 'What is to be forgotten.';

    CREATE TABLE claim_conflicts (
      claimant_ref text NOT NULL,
      holder_ref text NOT NULL,
      last_seen_at timestamptz NOT NULL,
      is_sent boolean NOT NULL DEFAULT false,
      attempts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (claimant_ref, holder_ref)
    );
    COMMENT ON TABLE claim_conflicts IS
      'Entities that claim what another one holds, and whether the owners of both were notified.';
    CREATE INDEX claim_conflicts_unsent ON claim_conflicts (holder_ref, claimant_ref) WHERE NOT is_sent;
    COMMENT ON INDEX claim_conflicts_unsent IS 'The notifications that are to be sent.';
    CREATE INDEX claim_conflicts_last_seen ON claim_conflicts (last_seen_at);
    COMMENT ON INDEX claim_conflicts_last_seen IS 'What is to be forgotten.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE claim_conflicts, claims');
};
