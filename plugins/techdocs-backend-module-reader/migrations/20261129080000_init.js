// @ts-check

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('page_feedback', table => {
    table.comment('Whether pages of documentation were helpful, by person');
    table
      .uuid('id')
      .primary('page_feedback_pk')
      .defaultTo(knex.raw('gen_random_uuid()'))
      .comment('Tells answers of the same moment apart');
    table
      .text('entity_ref')
      .notNullable()
      .comment('Entity that the site belongs to, lower-cased');
    table
      .text('path')
      .notNullable()
      .comment('Address inside the site: empty, or with a slash at its end');
    table
      .text('author_ref')
      .notNullable()
      .comment('The person who answered, lower-cased');
    table.boolean('is_helpful').notNullable().comment('What they answered');
    table.text('comment').nullable().comment('What they said beside it');
    table
      .timestamp('answered_at', { useTz: true })
      .notNullable()
      .comment('When they answered or changed their answer last');
    // One answer of each person to each page; the counts of a site, by page.
    table.unique(['entity_ref', 'path', 'author_ref'], {
      indexName: 'page_feedback_answer_uq',
    });
    // The comments on a site, newest first.
    table.index(
      ['entity_ref', 'answered_at', 'id'],
      'page_feedback_newest_idx',
    );
    // Retention deletes the oldest.
    table.index(['answered_at'], 'page_feedback_answered_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('page_feedback');
};
