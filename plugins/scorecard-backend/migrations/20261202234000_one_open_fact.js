// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Whatever is written meanwhile waits, so that it adds no other open row.
  await knex.raw('LOCK TABLE fact_changes IN ACCESS EXCLUSIVE MODE');
  // Of several open rows that counts which facts say; another ends where the next began.
  await knex.raw(`
    WITH open AS (
      SELECT c.entity_id, c.provider, c.from_at,
        lead(c.from_at, 1, c.from_at)
          OVER (PARTITION BY c.entity_id, c.provider ORDER BY c.from_at) AS next_at,
        row_number() OVER (PARTITION BY c.entity_id, c.provider
          ORDER BY f."values" IS NOT DISTINCT FROM c."values" DESC, c.from_at DESC
        ) AS place
      FROM fact_changes c LEFT JOIN facts f
        ON f.entity_id = c.entity_id AND f.provider = c.provider
      WHERE c.to_at = 'infinity'
    )
    UPDATE fact_changes c
    SET to_at = open.next_at, observed_at = coalesce(c.observed_at, c.from_at)
    FROM open
    WHERE open.place > 1 AND c.entity_id = open.entity_id
      AND c.provider = open.provider AND c.from_at = open.from_at
  `);
  // A statement opens the next row before it closes the last: a unique index would
  // refuse that. This is looked at when the statement is over.
  await knex.raw(`
    ALTER TABLE fact_changes ADD CONSTRAINT fact_changes_open
      EXCLUDE USING btree (entity_id WITH =, provider WITH =)
      WHERE (to_at = 'infinity') DEFERRABLE INITIALLY IMMEDIATE;
    COMMENT ON CONSTRAINT fact_changes_open ON fact_changes IS
      'A provider says one thing of an entity at a time.';
    COMMENT ON INDEX fact_changes_open IS
      'What ends when a provider says something else.';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE fact_changes DROP CONSTRAINT fact_changes_open');
};
