import type { Knex } from 'knex';
import { writeSecretPlaces } from './resolveSecrets';

/** Whose findings are written, and as of when. */
export interface AppliedScan {
  entityRef: string;
  category: string;
  commit?: string;
  scannedAt: Date;
}

/** How the findings of an entity changed. */
export interface FindingCounts {
  new: number;
  reopened: number;
  fixed: number;
  unchanged: number;
}

/**
 * Makes what is in `scanned_findings` and `scanned_secrets` what the tools of the scan say of the
 * entity.
 *
 * @param options - `fixedFor`: the tools of whom all is known, so that what they
 * saw before and do not see now is fixed
 */
export async function applyFindings(
  transaction: Knex.Transaction,
  scan: AppliedScan,
  { fixedFor }: { fixedFor: string[] },
): Promise<FindingCounts> {
  await upsertFindings(transaction, scan);
  await upsertSightings(transaction, scan);
  await writeSecretPlaces(transaction, scan);
  await markFixed(transaction, scan, fixedFor);
  return updateStates(transaction, scan);
}

async function upsertFindings(
  transaction: Knex.Transaction,
  { entityRef, scannedAt }: AppliedScan,
): Promise<void> {
  // The tool that described a finding first goes on to describe it, so that two
  // of them do not overwrite each other in turn.
  await transaction.raw(
    `INSERT INTO findings AS f (
       id, entity_ref, fingerprint, kind, rule_id, advisory, title, description,
       described_by, severity, score, aliases, file, line, purl, package_name,
       package_version, fixed_in, url, state, first_seen_at, last_seen_at)
     SELECT DISTINCT ON (identity)
       gen_random_uuid(), :entityRef, identity, kind, rule_id, advisory, title,
       description, tool, severity, score,
       ARRAY(SELECT jsonb_array_elements_text(aliases)), file, line, purl,
       package_name, package_version,
       ARRAY(SELECT jsonb_array_elements_text(fixed_in)), url, '',
       coalesce(found_at, :at), coalesce(seen_at, :at)
     FROM scanned_findings
     ORDER BY identity, tool
     ON CONFLICT (entity_ref, fingerprint) DO UPDATE SET
       title = CASE WHEN f.described_by = EXCLUDED.described_by
         THEN EXCLUDED.title ELSE f.title END,
       description = CASE WHEN f.described_by = EXCLUDED.described_by
         THEN EXCLUDED.description ELSE coalesce(f.description, EXCLUDED.description) END,
       score = CASE WHEN f.described_by = EXCLUDED.described_by
         THEN EXCLUDED.score ELSE coalesce(f.score, EXCLUDED.score) END,
       url = CASE WHEN f.described_by = EXCLUDED.described_by
         THEN EXCLUDED.url ELSE coalesce(f.url, EXCLUDED.url) END,
       aliases = ARRAY(SELECT DISTINCT unnest(f.aliases || EXCLUDED.aliases) ORDER BY 1),
       fixed_in = CASE WHEN EXCLUDED.fixed_in = '{}' THEN f.fixed_in ELSE EXCLUDED.fixed_in END,
       file = coalesce(EXCLUDED.file, f.file),
       line = coalesce(EXCLUDED.line, f.line),
       package_version = coalesce(EXCLUDED.package_version, f.package_version),
       last_seen_at = greatest(f.last_seen_at, EXCLUDED.last_seen_at)`,
    { entityRef, at: scannedAt },
  );
}

async function upsertSightings(
  transaction: Knex.Transaction,
  { entityRef, category, commit, scannedAt }: AppliedScan,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO finding_sightings AS old (
       finding_id, tool, category, is_alert, state, reason, severity,
       first_seen_at, last_seen_at, commit)
     SELECT f.id, s.tool, coalesce(s.alert, :category),
       s.alert IS NOT NULL, s.state, s.reason, s.severity,
       coalesce(s.found_at, :at), coalesce(s.seen_at, :at), :commit
     FROM scanned_findings s
     JOIN findings f ON f.entity_ref = :entityRef AND f.fingerprint = s.identity
     ON CONFLICT (finding_id, tool, category) DO UPDATE SET
       state = EXCLUDED.state,
       reason = EXCLUDED.reason,
       severity = EXCLUDED.severity,
       last_seen_at = EXCLUDED.last_seen_at,
       commit = EXCLUDED.commit
     -- Of one finding a webhook and a poll may tell in any order.
     WHERE EXCLUDED.last_seen_at >= old.last_seen_at`,
    { entityRef, category, commit: commit ?? null, at: scannedAt },
  );
}

async function markFixed(
  transaction: Knex.Transaction,
  { entityRef, category, commit }: AppliedScan,
  tools: string[],
): Promise<void> {
  await transaction.raw(
    `UPDATE finding_sightings g SET state = 'fixed', reason = NULL, commit = :commit
     FROM findings f
     WHERE f.id = g.finding_id AND f.entity_ref = :entityRef
       AND g.category = :category AND g.tool = ANY (:tools) AND g.state <> 'fixed'
       AND NOT EXISTS (
         SELECT FROM scanned_findings s
         WHERE s.identity = f.fingerprint AND s.tool = g.tool)`,
    { entityRef, category, commit: commit ?? null, tools },
  );
}

/**
 * Works out what the tools together say of each finding of an entity, and keeps
 * what changed. A statement that the entity as a whole is not affected holds for
 * the advisory in each package of it.
 */
export async function updateStates(
  transaction: Knex.Transaction,
  { entityRef, commit, scannedAt }: Omit<AppliedScan, 'category'>,
): Promise<FindingCounts> {
  const { rows } = await transaction.raw(
    `WITH cleared AS (
       SELECT DISTINCT f.advisory
       FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
       WHERE f.entity_ref = :entityRef AND f.advisory IS NOT NULL
         AND f.package_name IS NULL AND f.file IS NULL AND g.state = 'not-affected'
     ), said AS (
       SELECT f.id, f.state AS before,
         coalesce(max(g.severity) FILTER (WHERE g.state <> 'fixed'), max(g.severity)) AS severity,
         CASE
           WHEN bool_and(g.state = 'fixed') THEN 'fixed'
           WHEN bool_or(g.state = 'not-affected')
             OR f.advisory IN (SELECT advisory FROM cleared) THEN 'not-affected'
           WHEN bool_or(g.state = 'open') THEN 'open'
           ELSE 'suppressed'
         END AS after,
         max(g.reason) FILTER (WHERE g.state IN ('not-affected', 'suppressed')) AS reason,
         string_agg(DISTINCT g.tool, ', ') AS tools
       FROM findings f JOIN finding_sightings g ON g.finding_id = f.id
       WHERE f.entity_ref = :entityRef
       GROUP BY f.id
     ), changed AS (
       UPDATE findings f SET
         state = said.after,
         severity = said.severity,
         open_since = CASE
           WHEN said.after = 'open' AND (said.before = '' OR f.open_since IS NULL)
           THEN f.first_seen_at
           WHEN said.after = 'open' AND said.before = 'fixed' THEN :at
           ELSE f.open_since END,
         fixed_at = CASE WHEN said.after <> 'fixed' THEN NULL
           WHEN said.before = 'fixed' THEN f.fixed_at ELSE :at END,
         fixed_commit = CASE WHEN said.after <> 'fixed' THEN NULL
           WHEN said.before = 'fixed' THEN f.fixed_commit ELSE :commit END
       FROM said
       WHERE f.id = said.id
         AND (f.state <> said.after OR f.severity <> said.severity)
       RETURNING f.id, said.before, said.after, said.reason, said.tools
     ), told AS (
       INSERT INTO finding_changes (finding_id, at, change, changed_by, commit, reason)
       SELECT id, :at, CASE
           WHEN after = 'open' AND before = '' THEN 'found'
           WHEN after = 'open' AND before = 'suppressed' THEN 'suppression-ended'
           WHEN after = 'open' THEN 'reopened'
           ELSE after
         END, tools, :commit, reason
       FROM changed WHERE before <> after
       RETURNING change
     )
     SELECT
       (SELECT count(*) FROM changed WHERE before = '') AS new,
       (SELECT count(*) FROM changed WHERE before NOT IN ('', 'open') AND after = 'open') AS reopened,
       (SELECT count(*) FROM changed WHERE before NOT IN ('', 'fixed') AND after = 'fixed') AS fixed,
       (SELECT count(*) FROM told) AS told`,
    { entityRef, commit: commit ?? null, at: scannedAt },
  );
  const [counts] = rows;
  return {
    new: Number(counts.new),
    reopened: Number(counts.reopened),
    fixed: Number(counts.fixed),
    unchanged: 0,
  };
}
