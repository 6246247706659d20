import type { Knex } from 'knex';
import { ALERT_PLACE } from '../model/alertName';

/**
 * Has alerts that are stored under their number alone be found under the name with
 * their repository, as `staged_findings` has it: those of which a migration could not
 * tell where they are. One whose address is in another repository is another alert. Of
 * a finding that has the alert under both names, the number alone goes.
 */
export async function nameAlerts(
  transaction: Knex.Transaction,
  { entityRef }: { entityRef: string },
): Promise<void> {
  const of = { entityRef, place: ALERT_PLACE };
  await transaction.raw(
    `CREATE TEMP TABLE named_alerts ON COMMIT DROP AS
     SELECT DISTINCT g.finding_id, g.tool, g.category, s.alert, EXISTS (
       SELECT FROM finding_sightings known
       WHERE known.finding_id = g.finding_id AND known.tool = g.tool
         AND known.category = s.alert) AS is_known
     FROM staged_findings s
     JOIN finding_sightings g ON g.is_alert AND g.tool = s.tool
       AND g.category = split_part(s.alert, :place, 1)
     JOIN findings f ON f.id = g.finding_id AND f.entity_ref = :entityRef
     WHERE s.alert LIKE '%' || :place || '%' AND (
       f.url IS NULL
       OR f.url !~ '/(dependabot|code-scanning|secret-scanning)/[0-9]+$'
       OR strpos(lower(f.url), split_part(s.alert, :place, 2) || '/') > 0)`,
    of,
  );
  for (const table of ['finding_places', 'finding_sightings']) {
    await transaction.raw(
      `DELETE FROM ${table} old USING named_alerts n
       WHERE n.is_known AND old.finding_id = n.finding_id AND old.tool = n.tool
         AND old.category = n.category`,
    );
  }
  await transaction.raw(
    `UPDATE finding_sightings g SET category = n.alert FROM named_alerts n
     WHERE g.finding_id = n.finding_id AND g.tool = n.tool AND g.category = n.category`,
  );
  await transaction.raw(
    `UPDATE finding_places p SET category = n.alert,
       mark = CASE WHEN p.mark = n.category THEN n.alert ELSE p.mark END
     FROM named_alerts n
     WHERE p.finding_id = n.finding_id AND p.tool = n.tool AND p.category = n.category`,
  );
}
