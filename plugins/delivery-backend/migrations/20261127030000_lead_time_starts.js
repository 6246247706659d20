// @ts-check

/**
 * A change without a first commit is measured from what is known of it, so
 * nothing is left out for having no start any more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE dora_rollups
      DROP COLUMN no_start_time,
      ADD COLUMN lead_from_opening integer NOT NULL DEFAULT 0,
      ADD COLUMN lead_from_merge integer NOT NULL DEFAULT 0;
    COMMENT ON COLUMN dora_rollups.lead_from_opening IS
      'How many of lead_seconds begin when the change was opened.';
    COMMENT ON COLUMN dora_rollups.lead_from_merge IS
      'How many of lead_seconds begin at the merge. The others begin at the first commit.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    ALTER TABLE dora_rollups
      ADD COLUMN no_start_time integer NOT NULL DEFAULT 0,
      DROP COLUMN lead_from_opening,
      DROP COLUMN lead_from_merge;
  `);
};
