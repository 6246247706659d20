// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE conflicts
      ADD COLUMN etag text,
      ADD COLUMN next_check_at timestamptz NOT NULL DEFAULT now();
    COMMENT ON COLUMN conflicts.etag IS
      'Of the file when it was last read; NULL: not read yet, or the host gives none.';
    COMMENT ON COLUMN conflicts.next_check_at IS
      'When to look again whether the file still states the entity.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    'ALTER TABLE conflicts DROP COLUMN etag, DROP COLUMN next_check_at',
  );
};
