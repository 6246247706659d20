// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE claim_conflicts RENAME COLUMN holder_ref TO subject;
    DROP INDEX claim_conflicts_unsent;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    CREATE INDEX claim_conflicts_unsent ON claim_conflicts (subject, claimant_ref) WHERE NOT is_sent;
    COMMENT ON INDEX claim_conflicts_unsent IS 'The notifications that are to be sent.';
    ALTER TABLE claim_conflicts RENAME COLUMN subject TO holder_ref;
  `);
};
