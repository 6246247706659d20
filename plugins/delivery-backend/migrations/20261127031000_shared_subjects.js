// @ts-check

const TABLES = ['runs', 'changes'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of TABLES) {
    await knex.raw(`
      ALTER TABLE ${table}
        ADD COLUMN paths text[],
        ADD COLUMN shared_id uuid;
      COMMENT ON COLUMN ${table}.paths IS
        'What was changed or is built, from the root of the repository.';
      COMMENT ON COLUMN ${table}.shared_id IS
        'Set where several components share it: each has a row, and this is the id of the one that events are merged into.';
      CREATE INDEX ${table}_shared ON ${table} (shared_id) WHERE shared_id IS NOT NULL;
      COMMENT ON INDEX ${table}_shared IS 'The rows of one that is shared.';
    `);
  }
  await knex.raw(`
    ALTER TABLE deployments ADD COLUMN has_entity_ref boolean;
    COMMENT ON COLUMN deployments.has_entity_ref IS
      'Whether the event said whose it is, which the catalog then does not change; NULL where that is not known any more.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of TABLES) {
    await knex.raw(`
      DELETE FROM ${table} WHERE shared_id <> id;
      ALTER TABLE ${table} DROP COLUMN paths, DROP COLUMN shared_id;
    `);
  }
  await knex.raw('ALTER TABLE deployments DROP COLUMN has_entity_ref');
};
