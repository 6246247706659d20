// @ts-check

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('markdown_prebuild_sites', table => {
    table.comment('Documentation sites that are built before anyone asks');
    table
      .text('entity_ref')
      .primary('markdown_prebuild_sites_pk')
      .comment('Entity that the documentation belongs to, lower-cased');
    table
      .text('fingerprint')
      .notNullable()
      .comment('Hash of what in the entity decides where its site comes from');
    table
      .text('repository_url')
      .nullable()
      .comment('Repository of the site, to find it by what a push changed');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(1)
      .comment('Counts changes, so that one during a build is not lost');
    table
      .timestamp('due_at', { useTz: true })
      .notNullable()
      .comment('When the site is to be built or looked at next');
    table
      .integer('attempt_count')
      .notNullable()
      .defaultTo(0)
      .comment('Attempts since the last success or change');
    table
      .timestamp('claimed_until', { useTz: true })
      .nullable()
      .comment('A replica builds the site until then');
    table
      .timestamp('checked_at', { useTz: true })
      .nullable()
      .comment('When the site was last found built and up to date');
    table
      .jsonb('summary')
      .nullable()
      .comment('What the published site is like, for other plugins');
    table
      .text('last_error')
      .nullable()
      .comment('Why the last attempt failed, if it did');
    // Replicas ask for what is due next.
    table.index(['due_at'], 'markdown_prebuild_sites_due_at_idx');
    // A push asks for the sites of its repository.
    table.index(['repository_url'], 'markdown_prebuild_sites_repository_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('markdown_prebuild_sites');
};
