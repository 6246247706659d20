// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('nodes', table => {
    table.comment('Entities as they are in the catalog, with their owners');
    table.text('entity_ref').primary().comment('In lower case');
    table.text('kind').notNullable().comment('In lower case');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('type');
    table.text('lifecycle');
    table.text('tier').comment('How much hangs on it, as it says itself');
    table.text('owner_ref').comment('The first owner');
    table
      .text('parent_ref')
      .comment('The system of most entities, the domain of a system or domain');

    // What a group owns.
    table.index(['owner_ref'], 'nodes_owner_idx');
    // What is in a system or domain.
    table.index(['parent_ref'], 'nodes_parent_idx');
    // A whole kind, without beginning anywhere.
    table.index(['kind'], 'nodes_kind_idx');
  });

  await knex.schema.createTable('declared_edges', table => {
    table.comment('What depends on what, as the relations of the catalog say');
    table.text('source_ref').notNullable().comment('What depends');
    table.text('target_ref').notNullable().comment('What it depends on');
    table
      .text('relation')
      .notNullable()
      .comment('dependsOn, consumesApi or apiProvidedBy');
    // Down, from what depends.
    table.primary(['source_ref', 'target_ref', 'relation'], {
      constraintName: 'declared_edges_pkey',
    });
    // Up, from what is depended on.
    table.index(['target_ref', 'source_ref'], 'declared_edges_target_idx');
  });

  await knex.schema.createTable('observed_edges', table => {
    table.comment('Which entities were seen to call each other, by whom');
    table.text('source_ref').notNullable().comment('What called');
    table.text('target_ref').notNullable().comment('What was called');
    table.text('reporter').notNullable().comment('The tool that saw it');
    table
      .text('protocol')
      .notNullable()
      .comment('Empty where the tool does not say');
    table.text('reported_by').notNullable().comment('The account of the tool');
    table.double('requests_per_minute');
    table.timestamp('first_observed_at', { useTz: true }).notNullable();
    table.timestamp('observed_at', { useTz: true }).notNullable();
    table.primary(['source_ref', 'target_ref', 'reporter', 'protocol'], {
      constraintName: 'observed_edges_pkey',
    });
    table.index(['target_ref', 'source_ref'], 'observed_edges_target_idx');
    // What is too old is deleted.
    table.index(['observed_at'], 'observed_edges_observed_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('observed_edges');
  await knex.schema.dropTable('declared_edges');
  await knex.schema.dropTable('nodes');
};
