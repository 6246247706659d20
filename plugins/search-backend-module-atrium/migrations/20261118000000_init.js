// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('search_documents', table => {
    table.comment('What can be found, one row per document');
    table
      .specificType('hash', 'bytea')
      .primary()
      .comment(
        'Of type and content: an unchanged document is not written again',
      );
    table.text('type').notNullable().comment('The index that it belongs to');
    table.jsonb('document').notNullable().comment('As its collator made it');
    table
      .text('title_key')
      .notNullable()
      .comment('The title without case, accents and separators');
    table
      .specificType('name_keys', 'text[]')
      .notNullable()
      .comment('All names that it goes by, in the same way');
    table
      .specificType('name_words', 'text[]')
      .notNullable()
      .comment('The words of its names, for spelling suggestions');
    table
      .specificType('name_terms', 'tsvector')
      .notNullable()
      .comment('The terms of the names alone');
    table
      .specificType('terms', 'tsvector')
      .notNullable()
      .comment('Names weigh A, text B, other fields D');
    table.index(['name_terms'], 'search_documents_name_terms_index', 'GIN');
    table.index(['terms'], 'search_documents_terms_index', 'GIN');
  });
  // Ranking reads the terms of every hit, but documents only of those shown.
  await knex.raw(
    'ALTER TABLE search_documents ALTER COLUMN terms SET STORAGE MAIN',
  );
  await knex.raw(
    `CREATE INDEX search_documents_browse_index ON search_documents
     ((type <> 'software-catalog'), type, title_key, hash)`,
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_browse_index IS 'Browsing by type and title'`,
  );
  await knex.raw(
    'CREATE INDEX search_documents_type_index ON search_documents (type)',
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_type_index IS 'Replacing the documents of a type'`,
  );
  await knex.raw(
    `CREATE INDEX search_documents_entity_index ON search_documents
     (type, (document -> 'authorization' ->> 'resourceRef'))`,
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_entity_index IS 'Replacing the documents of an entity'`,
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_name_terms_index IS 'Words of names, found before words of texts'`,
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_terms_index IS 'Words of texts'`,
  );
  await knex.raw(
    'CREATE INDEX search_documents_fields_index ON search_documents USING gin (document jsonb_path_ops)',
  );
  await knex.raw(
    `COMMENT ON INDEX search_documents_fields_index IS 'Filters on fields'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('search_documents');
};
