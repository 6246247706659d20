import type { Knex } from 'knex';

/**
 * Has an alert that a host keeps, and what the same tool says of the same place in a
 * document of its own, be one finding, in `identified_findings`. The host tells alerts
 * by numbers, which documents do not have.
 *
 * An alert is the finding that it was before; else the one that its tool has under the
 * same rule on its line. A result of a document takes over the finding of an alert in
 * the same way. Secrets have rules of their own, see `resolveSecrets`.
 */
export async function resolveAlerts(
  transaction: Knex.Transaction,
  { entityRef }: { entityRef: string },
): Promise<void> {
  await transaction.raw('ANALYZE identified_findings');
  await findByNumber(transaction, entityRef);
  await findByLine(transaction, entityRef);
  await takeOverAlerts(transaction, entityRef);
}

async function findByNumber(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  await transaction.raw(
    `UPDATE identified_findings s SET identity = f.fingerprint
     FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
     WHERE s.alert IS NOT NULL AND s.kind <> 'secret'
       AND f.entity_ref = :entityRef AND f.kind <> 'secret'
       AND g.tool = s.tool AND g.category = s.alert`,
    { entityRef },
  );
}

/** Several results of one rule on one line are paired as they come. */
async function findByLine(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  await transaction.raw(
    `UPDATE identified_findings s SET identity = known.identity
     FROM (
       SELECT ordinal, tool, rule_id, file, line, row_number() OVER (
         PARTITION BY tool, rule_id, file, line ORDER BY ordinal) AS place
       FROM identified_findings s
       WHERE alert IS NOT NULL AND kind <> 'secret' AND NOT EXISTS (
         SELECT FROM findings f
         WHERE f.entity_ref = :entityRef AND f.fingerprint = s.identity)
     ) alert JOIN (
       SELECT g.tool, f.rule_id, f.file, f.line, f.fingerprint AS identity,
         row_number() OVER (
           PARTITION BY g.tool, f.rule_id, f.file, f.line
           ORDER BY f.first_seen_at, f.id) AS place
       FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
       WHERE f.entity_ref = :entityRef AND f.kind <> 'secret'
       GROUP BY f.id, g.tool
       HAVING NOT bool_or(g.is_alert)
     ) known USING (tool, rule_id, file, line, place)
     WHERE s.ordinal = alert.ordinal`,
    { entityRef },
  );
}

/** Alerts are found by their numbers, so that their finding can have another name. */
async function takeOverAlerts(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  await transaction.raw(
    `UPDATE findings f SET fingerprint = paired.identity
     FROM (
       SELECT DISTINCT ON (result.identity) known.id, result.identity
       FROM (
         SELECT tool, rule_id, file, line, identity, row_number() OVER (
           PARTITION BY tool, rule_id, file, line ORDER BY min(ordinal)) AS place
         FROM identified_findings s
         WHERE alert IS NULL AND kind <> 'secret' AND NOT EXISTS (
           SELECT FROM findings f
           WHERE f.entity_ref = :entityRef AND f.fingerprint = s.identity)
         GROUP BY tool, rule_id, file, line, identity
       ) result JOIN (
         SELECT f.id, g.tool, f.rule_id, f.file, f.line, row_number() OVER (
           PARTITION BY g.tool, f.rule_id, f.file, f.line
           ORDER BY f.first_seen_at, f.id) AS place
         FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
         WHERE f.entity_ref = :entityRef AND f.kind <> 'secret'
           AND NOT EXISTS (
             SELECT FROM identified_findings s WHERE s.identity = f.fingerprint)
         GROUP BY f.id, g.tool
         HAVING bool_or(g.is_alert)
       ) known USING (tool, rule_id, file, line, place)
       ORDER BY result.identity, known.id
     ) paired
     WHERE f.id = paired.id`,
    { entityRef },
  );
}
