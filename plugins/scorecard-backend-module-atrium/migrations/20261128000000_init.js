// @ts-check

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ownership_confirmations', table => {
    table.comment('When owners said last that entities are still theirs');
    table
      .text('entity_ref')
      .primary({ constraintName: 'ownership_confirmations_pkey' })
      .comment('In lower case');
    table
      .text('owner_ref')
      .notNullable()
      .comment('Whose it was then: it counts until the owner changes');
    table.text('confirmed_by').notNullable().comment('The person');
    table.timestamp('confirmed_at', { useTz: true }).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ownership_confirmations');
};
