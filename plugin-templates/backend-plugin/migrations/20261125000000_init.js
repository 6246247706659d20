// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notes', table => {
    table.comment('What people note about entities, for themselves');
    table.uuid('id').primary();
    table.text('entity_ref').notNullable().comment('In lower case');
    table.text('author_ref').notNullable().comment('In lower case');
    table.text('text').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();

    // The notes of a person, newest first, with or without an entity.
    table.index(['author_ref', 'created_at', 'id'], 'notes_author_idx');
    // Retention deletes the oldest.
    table.index(['created_at'], 'notes_created_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notes');
};
