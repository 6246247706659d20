// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE scorecards ADD COLUMN level_names jsonb GENERATED ALWAYS AS
      (jsonb_path_query_array(definition, '$.spec.levels[*].name')) STORED;
    COMMENT ON COLUMN scorecards.level_names IS
      'The levels from the lowest to the highest: whoever reads the rank of a result reads its name with it, as levels may be published anew between two queries.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE scorecards DROP COLUMN level_names');
};
