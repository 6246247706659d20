// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE finding_scans ADD COLUMN has_scan_time boolean NOT NULL DEFAULT true;
    COMMENT ON COLUMN finding_scans.has_scan_time IS
      'Whether scanned_at is when the tool ran. Otherwise nobody says, and it is when the tool was first told of.';
  `);
  // What was told of code scanning was when the portal asked, or a person did something.
  await knex.raw(`
    UPDATE finding_scans SET has_scan_time = false
    WHERE category = 'github-alerts' AND kinds = '{code}'
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE finding_scans DROP COLUMN has_scan_time');
};
