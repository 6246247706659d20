// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE agreements (
      id uuid PRIMARY KEY,
      entity_ref text NOT NULL,
      terms jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      updated_at timestamptz NOT NULL,
      removed_at timestamptz
    );
    COMMENT ON TABLE agreements IS
      'Service level agreements. A removed one stays for the reports that were closed.';
    CREATE INDEX agreements_of_entity ON agreements (entity_ref) WHERE removed_at IS NULL;
    COMMENT ON INDEX agreements_of_entity IS 'The agreements of an entity.';

    CREATE TABLE closed_reports (
      agreement_id uuid NOT NULL REFERENCES agreements,
      month text NOT NULL,
      report jsonb NOT NULL,
      PRIMARY KEY (agreement_id, month)
    );
    COMMENT ON TABLE closed_reports IS
      'The months of agreements as they stood when somebody closed them. Nothing changes or deletes a row.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE closed_reports, agreements;');
};
