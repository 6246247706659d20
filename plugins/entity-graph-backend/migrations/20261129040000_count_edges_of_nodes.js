// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('nodes', table => {
    table
      .integer('edge_count')
      .notNullable()
      .defaultTo(0)
      .comment('Of declared edges that begin or end at it');
  });
  await knex.raw(
    `UPDATE nodes n SET edge_count = ends.count FROM (
       SELECT ref, count(*) FROM (
         SELECT source_ref AS ref FROM declared_edges
         UNION ALL SELECT target_ref FROM declared_edges) AS both_ends
       GROUP BY ref) AS ends
     WHERE ends.ref = n.entity_ref`,
  );
  // Everything, those with most edges first.
  await knex.raw(
    `CREATE INDEX nodes_edge_count_idx ON nodes (edge_count DESC, entity_ref)`,
  );
  // Up, from what is depended on, without a look at the table.
  await knex.schema.alterTable('declared_edges', table => {
    table.dropIndex([], 'declared_edges_target_idx');
    table.index(
      ['target_ref', 'source_ref', 'relation'],
      'declared_edges_target_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('declared_edges', table => {
    table.dropIndex([], 'declared_edges_target_idx');
    table.index(['target_ref', 'source_ref'], 'declared_edges_target_idx');
  });
  await knex.schema.alterTable('nodes', table => {
    table.dropIndex([], 'nodes_edge_count_idx');
    table.dropColumn('edge_count');
  });
};
