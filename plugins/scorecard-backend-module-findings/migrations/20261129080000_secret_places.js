// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE finding_places (
      finding_id uuid NOT NULL REFERENCES findings ON DELETE CASCADE,
      tool text NOT NULL,
      category text NOT NULL,
      line integer,
      mark text
    );
    COMMENT ON TABLE finding_places IS
      'Where each tool saw a secret last, so that it is the same finding after it moved.';
    COMMENT ON COLUMN finding_places.mark IS
      'What the tool tells the secret by on any line; of its text only 20 bits of a hash. NULL where the tool shows too little.';
    CREATE INDEX finding_places_of_finding ON finding_places (finding_id, tool);
    COMMENT ON INDEX finding_places_of_finding IS 'Which finding a secret of a scan is.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE finding_places');
};
