// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE entities ADD COLUMN cost_due_at timestamptz;
    COMMENT ON COLUMN entities.cost_due_at IS
      'When the cost alone is to be asked for again; null where nobody told of other sums.';
    CREATE INDEX entities_cost_due ON entities (cost_due_at)
      WHERE cost_due_at IS NOT NULL;
    COMMENT ON INDEX entities_cost_due IS 'Of which entities the cost is to be asked now.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX entities_cost_due;
    ALTER TABLE entities DROP COLUMN cost_due_at;
  `);
};
