// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE finding_boms (
      entity_ref text NOT NULL,
      serial text NOT NULL,
      version integer NOT NULL,
      tool text NOT NULL,
      category text NOT NULL,
      stored_at timestamptz NOT NULL,
      root_key text,
      packages jsonb NOT NULL,
      CONSTRAINT finding_boms_pk PRIMARY KEY (entity_ref, serial, version)
    );
    COMMENT ON TABLE finding_boms IS
      'What the last bills of materials of an entity call their components, so that a VEX in another document can name them by BOM-Link.';
    COMMENT ON COLUMN finding_boms.root_key IS 'What the document is about, as the keys of packages.';
    COMMENT ON COLUMN finding_boms.packages IS
      'By the hash of the bom-ref: [name, version or null, purl or null].';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE finding_boms');
};
