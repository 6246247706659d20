// @ts-check

const AMOUNTS = ['billed', 'effective', 'list', 'contracted'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE target_groups (
      target_id integer PRIMARY KEY REFERENCES targets ON DELETE CASCADE,
      team text NOT NULL,
      system text NOT NULL
    );
    COMMENT ON TABLE target_groups IS
      'By which team and which system the sums of everybody count a target: as refs, none, unallocated or pool:<name>. Where the catalog says something else, the sums are moved.';
    COMMENT ON TABLE daily_organization_costs IS
      'Cost of everybody by day and the values of one dimension at a time, a few rows a day: charts and the summary of the whole organisation. dimension is the name that the API gives it, key is none where a charge has no value, label what a sub-account is called. What pools give away counts by team and by system alone: by all else, what comes from a pool comes from it, whoever has it.';
    INSERT INTO target_groups
    SELECT g.id,
      CASE g.kind WHEN 'unallocated' THEN 'unallocated' WHEN 'pool' THEN 'pool:' || g.ref
        ELSE CASE WHEN g.ref LIKE 'group:%' THEN g.ref
          ELSE coalesce(e.owner_refs[1], 'none') END END,
      CASE g.kind WHEN 'unallocated' THEN 'unallocated' WHEN 'pool' THEN 'pool:' || g.ref
        ELSE CASE WHEN g.ref LIKE 'system:%' THEN g.ref
          ELSE coalesce((SELECT min(s) FROM unnest(e.system_refs) AS s
            WHERE s LIKE 'system:%'), 'none') END END
    FROM targets g LEFT JOIN entities e ON e.entity_ref = g.ref;
    INSERT INTO daily_organization_costs (generation_id, day, dimension, key, currency,
      row_count, carried_count, ${AMOUNTS.join(', ')})
    SELECT generation_id, day, v.dimension, v.key, currency, sum(row_count),
      sum(carried_count), ${AMOUNTS.map(name => `sum(${name})`).join(', ')}
    FROM daily_target_costs JOIN target_groups t USING (target_id)
    CROSS JOIN LATERAL (VALUES ('team', t.team), ('system', t.system)) AS v (dimension, key)
    GROUP BY 1, 2, 3, 4, 5;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DELETE FROM daily_organization_costs WHERE dimension IN ('team', 'system');
    DROP TABLE target_groups;
  `);
};
