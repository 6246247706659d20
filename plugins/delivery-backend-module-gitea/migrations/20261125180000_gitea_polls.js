/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('gitea_polls', table => {
    table.comment('How far each list of each Gitea repository has been read');
    table.text('repository').notNullable().comment('The address of its page');
    table
      .text('resource')
      .notNullable()
      .comment('Which list: runs, pulls, ...');
    table
      .timestamp('since', { useTz: true })
      .notNullable()
      .comment('What changed before has been told');
    table.text('etag').comment('Not used: Gitea gives none for lists');
    table
      .text('walk_url')
      .comment('The next page to read, while older pages are being read');
    table
      .timestamp('walk_since', { useTz: true })
      .comment('What since becomes once the older pages are read');
    table.primary(['repository', 'resource'], {
      constraintName: 'gitea_polls_pk',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gitea_polls');
};
