// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE finding_sightings ADD COLUMN is_alert boolean NOT NULL DEFAULT false;
    COMMENT ON COLUMN finding_sightings.is_alert IS
      'Whether it is an alert that a host keeps; its category names the alert then.';
    ALTER TABLE finding_places ADD COLUMN mark_anywhere text;
    COMMENT ON COLUMN finding_places.mark_anywhere IS
      'What the tool tells the secret by in any file, made of the same 20 bits as its mark.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    ALTER TABLE finding_places DROP COLUMN mark_anywhere;
    ALTER TABLE finding_sightings DROP COLUMN is_alert;
  `);
};
