// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('problems', table => {
    table.comment('What is, or lately was, wrong with files of the catalog');
    table.uuid('id').primary();
    table
      .text('fingerprint')
      .notNullable()
      .comment('What makes it the same problem when it is found again');
    table.text('kind').notNullable();
    table.text('severity').notNullable();
    table.text('message').notNullable();
    table.text('advice').notNullable();
    table.text('url').comment('The page of the file, where it has one');
    table
      .text('repository_url')
      .comment('The page of the repository, where it is on a known host');
    table.text('repository').notNullable().comment('owner/name, to be read');
    table.text('branch');
    table.text('path').notNullable();
    table.text('entity_ref').comment('In lower case');
    table.integer('line');
    table.integer('column');
    table.text('owner_ref').notNullable().comment('Who is told');
    table
      .specificType('other_recipient_refs', 'text[]')
      .notNullable()
      .comment('Who else is told, where nobody owns the file');
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
    table
      .timestamp('confirmed_at', { useTz: true })
      .comment('Since when it is shown: what may pass by itself is waited for');
    table.timestamp('resolved_at', { useTz: true });
    table.timestamp('notified_at', { useTz: true });

    // A sweep finds the row of what it has found again.
    table.unique(['fingerprint'], { indexName: 'problems_fingerprint_uniq' });
    // The list of what is open, of one team or of all.
    table.index(
      ['resolved_at', 'owner_ref', 'last_seen_at'],
      'problems_open_idx',
    );
  });

  await knex.schema.createTable('conflicts', table => {
    table.comment('Files that state an entity which another file stated first');
    table.text('entity_ref').notNullable().comment('In lower case');
    table.text('url').notNullable().comment('The file that came second');
    table.text('existing_url').notNullable().comment('The file that is used');
    table.timestamp('seen_at', { useTz: true }).notNullable();
    table.primary(['entity_ref', 'url'], {
      constraintName: 'conflicts_pkey',
    });
  });

  await knex.schema.createTable('commit_statuses', table => {
    table.comment('What the git hosts were told of the tips of branches');
    table.text('repository_url').notNullable();
    table.text('branch').notNullable();
    table
      .boolean('is_due')
      .notNullable()
      .comment('There was a push since the last status');
    table.timestamp('pushed_at', { useTz: true });
    table.text('pushed_by').comment('The account on the host');
    table.text('state').comment('success or failure, as the host has it');
    table.text('description');
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('next_attempt_at', { useTz: true });
    table.primary(['repository_url', 'branch'], {
      constraintName: 'commit_statuses_pkey',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('commit_statuses');
  await knex.schema.dropTable('conflicts');
  await knex.schema.dropTable('problems');
};
