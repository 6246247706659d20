// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE catalog_changes (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      count bigint NOT NULL
    );
    COMMENT ON TABLE catalog_changes IS
      'How often the catalog told that components changed, in one row. A replica whose copy is of the same count has nothing to read.';
    INSERT INTO catalog_changes (count) VALUES (0);
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE catalog_changes');
};
