// @ts-check

/**
 * Names alerts of GitHub by their repository, too: "GitHub alert 5" becomes "GitHub
 * alert 5 of github.com/acme/shop". That is where the address of its finding says it
 * is; else, as where another tool found it first, the one repository that all alerts of
 * the entity are of. What is in doubt is named when it is told again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TEMP TABLE named_alerts ON COMMIT DROP AS
    WITH alerts AS (
      SELECT f.entity_ref, g.finding_id, g.tool, g.category, substring(
        lower(f.url) FROM '^https{0,1}://([^/]+/[^/]+/[^/]+)/(security/|)(dependabot|code-scanning|secret-scanning)/[0-9]+$'
      ) AS repository
      FROM finding_sightings g JOIN findings f ON f.id = g.finding_id
      WHERE g.is_alert
    ), entities AS (
      SELECT entity_ref, min(repository) AS repository FROM alerts
      GROUP BY entity_ref HAVING count(DISTINCT repository) = 1
    )
    SELECT a.finding_id, a.tool, a.category,
      a.category || ' of ' || coalesce(a.repository, e.repository) AS alert
    FROM alerts a LEFT JOIN entities e USING (entity_ref)
    WHERE a.category ~ '^GitHub alert [0-9]+$'
      AND coalesce(a.repository, e.repository) IS NOT NULL
  `);
  // One that was told under its new name already is known better by that.
  for (const table of ['finding_places', 'finding_sightings']) {
    await knex.raw(`
      DELETE FROM ${table} old USING named_alerts n, finding_sightings g
      WHERE old.finding_id = n.finding_id AND old.tool = n.tool
        AND old.category = n.category AND g.finding_id = n.finding_id
        AND g.tool = n.tool AND g.category = n.alert
    `);
  }
  await knex.raw(`
    UPDATE finding_sightings g SET category = n.alert FROM named_alerts n
    WHERE g.finding_id = n.finding_id AND g.tool = n.tool AND g.category = n.category
  `);
  await knex.raw(`
    UPDATE finding_places p SET category = n.alert,
      mark = CASE WHEN p.mark = n.category THEN n.alert ELSE p.mark END
    FROM named_alerts n
    WHERE p.finding_id = n.finding_id AND p.tool = n.tool AND p.category = n.category
  `);
};

/**
 * @param {import('knex').Knex} _knex
 */
exports.down = async function down(_knex) {
  // Nothing to take back.
};
