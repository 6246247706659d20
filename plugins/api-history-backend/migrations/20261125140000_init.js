// @ts-check

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('apis', table => {
    table.comment('APIs of the catalog whose definitions are kept');
    table
      .text('entity_ref')
      .primary({ constraintName: 'apis_pkey' })
      .comment('Full ref of the API, lower-cased');
    table
      .text('etag')
      .comment('Of the entity when it was last looked at; another one is news');
    table
      .text('text_hash')
      .comment('SHA-256 of the type and the text that were last looked at');
    table
      .integer('last_number')
      .notNullable()
      .defaultTo(0)
      .comment('Number of the newest version, also of one removed since');
    table
      .bigInteger('seen_sweep')
      .notNullable()
      .comment('The sweep of the catalog that last met the API');
    table
      .timestamp('deleted_at', { useTz: true })
      .comment('When a whole sweep did not meet the API any more');
    table.index(['seen_sweep'], 'apis_seen_sweep_idx', {
      predicate: knex.whereNull('deleted_at'),
    });
    table.index(['deleted_at'], 'apis_deleted_at_idx', {
      predicate: knex.whereNotNull('deleted_at'),
    });
  });
  await knex.raw(
    `comment on index apis_seen_sweep_idx is 'Serves: which APIs did a sweep not meet'`,
  );
  await knex.raw(
    `comment on index apis_deleted_at_idx is 'Serves: which histories have been kept long enough'`,
  );

  await knex.schema.createTable('versions', table => {
    table.comment('Each changed definition of an API');
    table
      .uuid('id')
      .primary({ constraintName: 'versions_pkey' })
      .comment('Unique id of the version');
    table
      .text('entity_ref')
      .notNullable()
      .comment('The API whose definition it is')
      .references('entity_ref')
      .inTable('apis')
      .onDelete('CASCADE')
      .withKeyName('versions_entity_ref_fkey');
    table.integer('number').notNullable().comment('Counted from 1 per API');
    table.text('type').notNullable().comment('spec.type of the entity');
    table.text('version').comment('What the definition calls itself');
    table
      .timestamp('created_at', { useTz: true })
      .notNullable()
      .comment('When the definition was noticed');
    table.text('commit_id').comment('The commit that brought it, where known');
    table.text('commit_url').comment('The page of that commit');
    table.text('source_url').comment('Where the entity is defined');
    table.integer('size_bytes').notNullable().comment('Size of the text');
    table
      .binary('definition')
      .comment('The text, gzip; null when it was too large to be kept');
    table
      .text('content_hash')
      .notNullable()
      .comment('SHA-256 of what the definition says, whatever its formatting');
    table
      .jsonb('error')
      .comment('Why and where it cannot be read; null when it is valid');
    table
      .integer('compared_to')
      .comment('Number of the version that the changes are relative to');
    table.integer('breaking_count').comment('Null when nothing was compared');
    table.integer('risky_count').comment('Null when nothing was compared');
    table.integer('compatible_count').comment('Null when nothing was compared');
    table
      .jsonb('changes')
      .comment('The changes, worst first; null when nothing was compared');
    table
      .boolean('is_truncated')
      .notNullable()
      .defaultTo(false)
      .comment('Whether there are more changes than are kept');
    table
      .text('text_only_reason')
      .comment('Why it was not compared in meaning with compared_to');
    table
      .boolean('is_announced')
      .notNullable()
      .comment(
        'False until it is known who has to hear of its breaking changes',
      );
    table.unique(['entity_ref', 'number'], {
      indexName: 'versions_entity_ref_number_uniq',
    });
    table.index(['created_at', 'id'], 'versions_breaking_idx', {
      predicate: knex.whereRaw('breaking_count > 0'),
    });
    table.index(['created_at'], 'versions_unannounced_idx', {
      predicate: knex.whereRaw('not is_announced'),
    });
  });
  // It is compressed already.
  await knex.raw(
    'alter table versions alter column definition set storage external',
  );
  await knex.raw(
    `comment on index versions_entity_ref_number_uniq is 'Serves: the versions of an API, newest first'`,
  );
  await knex.raw(
    `comment on index versions_breaking_idx is 'Serves: versions that broke something, newest first'`,
  );
  await knex.raw(
    `comment on index versions_unannounced_idx is 'Serves: of which versions somebody still has to hear'`,
  );

  await knex.schema.createTable('notices', table => {
    table.comment('Who is told of a breaking version');
    table
      .uuid('version_id')
      .notNullable()
      .comment('The version that broke something')
      .references('id')
      .inTable('versions')
      .onDelete('CASCADE')
      .withKeyName('notices_version_id_fkey');
    table
      .text('owner_ref')
      .notNullable()
      .comment('Owner of consumers of the API');
    table
      .jsonb('consumers')
      .notNullable()
      .comment('Titles of the components that make the owner a consumer');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often sending has failed');
    table
      .timestamp('next_attempt_at', { useTz: true })
      .comment('When to send; null when nothing is left to do');
    table
      .timestamp('sent_at', { useTz: true })
      .comment('When it was sent; null when it was not');
    table.primary(['version_id', 'owner_ref'], {
      constraintName: 'notices_pkey',
    });
    table.index(['next_attempt_at'], 'notices_next_attempt_at_idx', {
      predicate: knex.whereNotNull('next_attempt_at'),
    });
  });
  await knex.raw(
    `comment on index notices_next_attempt_at_idx is 'Serves: what has to be sent now'`,
  );

  await knex.schema.createTable('sweeps', table => {
    table.comment('Where the walk through the APIs of the catalog is; one row');
    table.smallint('id').primary({ constraintName: 'sweeps_pkey' });
    table.bigInteger('number').notNullable().comment('The walk going on');
    table
      .text('cursor')
      .comment('Where the catalog goes on; null at the beginning of a walk');
  });
  await knex('sweeps').insert({ id: 1, number: 1 });

  await knex.schema.createTable('pushes', table => {
    table.comment('The last commit to a branch that may have changed an API');
    table
      .text('repository_url')
      .notNullable()
      .comment('Web page of the repository');
    table.text('branch').notNullable().comment('Name of the branch');
    table.text('commit_id').notNullable().comment('Hash of the commit');
    table.text('commit_url').comment('Web page of the commit');
    table
      .timestamp('pushed_at', { useTz: true })
      .notNullable()
      .comment('When the event came');
    table.primary(['repository_url', 'branch'], {
      constraintName: 'pushes_pkey',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  for (const table of ['pushes', 'sweeps', 'notices', 'versions', 'apis']) {
    await knex.schema.dropTable(table);
  }
};
