/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('github_polls', table => {
    table.comment('How far each list of each GitHub repository has been read');
    table.text('repository').notNullable().comment('The address of its page');
    table
      .text('resource')
      .notNullable()
      .comment('Which list: runs, pulls, ...');
    table
      .timestamp('since', { useTz: true })
      .notNullable()
      .comment('What changed before has been told');
    table
      .text('etag')
      .comment('Of the first page; absent while something in it is unfinished');
    table
      .text('walk_url')
      .comment('The next page to read, while older pages are being read');
    table
      .timestamp('walk_since', { useTz: true })
      .comment('What since becomes once the older pages are read');
    table.primary(['repository', 'resource'], {
      constraintName: 'github_polls_pk',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('github_polls');
};
