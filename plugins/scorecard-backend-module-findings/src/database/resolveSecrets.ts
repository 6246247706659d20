import type { Knex } from 'knex';

/**
 * Says of each secret in `staged_findings` which finding of the entity it is, as
 * `identity` in `scanned_secrets`. No hash can say so: of the same secret one tool
 * shows the text, another masks it, and its line changes from commit to commit.
 *
 * A secret is the finding that its tool told by the same mark before; else the one
 * that is on its line, unless its tool tells that one by another mark; else the one
 * with the same text that its tool saw in another file and sees there no more; else a
 * new one. What several tools see on one line of a scan is one finding.
 */
export async function resolveSecrets(
  transaction: Knex.Transaction,
  { entityRef, category }: { entityRef: string; category: string },
): Promise<void> {
  await stageSecrets(transaction, category);
  await stageKnownSecrets(transaction, entityRef);
  await findByMark(transaction);
  await findOnLineOfScan(transaction);
  await findOnKnownLine(transaction);
  await findOnLineOfScan(transaction);
  await findInOtherFile(transaction);
  await findOnLineOfScan(transaction);
  await nameNewSecrets(transaction);
}

/** Keeps where the tools of the scan saw each secret of it. */
export async function writeSecretPlaces(
  transaction: Knex.Transaction,
  { entityRef }: { entityRef: string },
): Promise<void> {
  const of = { entityRef };
  await transaction.raw(
    `DELETE FROM finding_places p USING findings f, scanned_secrets s
     WHERE f.id = p.finding_id AND f.entity_ref = :entityRef
       AND f.fingerprint = s.identity AND p.tool = s.tool AND p.category = s.category`,
    of,
  );
  // A mark tells one finding, or none where several secrets have it.
  await transaction.raw(
    `DELETE FROM finding_places p USING findings f, scanned_secrets s
     WHERE f.id = p.finding_id AND f.entity_ref = :entityRef
       AND p.tool = s.tool AND p.mark = s.mark
       AND (f.fingerprint <> s.identity OR NOT s.is_telling)`,
    of,
  );
  await transaction.raw(
    `INSERT INTO finding_places (finding_id, tool, category, line, mark, mark_anywhere)
     SELECT DISTINCT f.id, s.tool, s.category, s.line,
       CASE WHEN s.is_telling THEN s.mark END, s.mark_anywhere
     FROM scanned_secrets s
     JOIN findings f ON f.entity_ref = :entityRef AND f.fingerprint = s.identity`,
    of,
  );
}

/**
 * Of the marks that a tool shows masked, one that is on several lines tells
 * nothing. Two secrets that one rule finds on one line are numbered by `place`.
 */
async function stageSecrets(
  transaction: Knex.Transaction,
  category: string,
): Promise<void> {
  await transaction.raw(
    `CREATE TEMP TABLE scanned_secrets ON COMMIT DROP AS
    SELECT ordinal, tool, rule_id, file, line, fingerprint, mark, mark_anywhere,
      coalesce(alert, :category) AS category,
      mark IS NOT NULL AND (mark_is_exact
        OR min(line) OVER same IS NOT DISTINCT FROM max(line) OVER same) AS is_telling,
      dense_rank() OVER (
        PARTITION BY tool, rule_id, file, line ORDER BY mark NULLS FIRST) AS place,
      NULL::text AS identity
    FROM staged_findings
    WHERE kind = 'secret'
    WINDOW same AS (PARTITION BY tool, mark)`,
    { category },
  );
  await transaction.raw(`
    CREATE INDEX ON scanned_secrets (tool, mark);
    CREATE INDEX ON scanned_secrets (file, line);
    CREATE INDEX ON scanned_secrets (identity, tool);
    ANALYZE scanned_secrets;
  `);
}

async function stageKnownSecrets(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  await transaction.raw(
    `CREATE TEMP TABLE known_secrets ON COMMIT DROP AS
     SELECT f.fingerprint AS identity, f.file, coalesce(p.line, f.line) AS line,
       p.tool, p.category, p.mark, p.mark_anywhere, f.state = 'fixed' AS is_fixed,
       f.first_seen_at
     FROM findings f LEFT JOIN finding_places p ON p.finding_id = f.id
     WHERE f.entity_ref = :entityRef AND f.kind = 'secret'`,
    { entityRef },
  );
  await transaction.raw(`
    CREATE INDEX ON known_secrets (file, line);
    CREATE INDEX ON known_secrets (identity, tool);
    ANALYZE known_secrets;
  `);
}

async function findByMark(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    UPDATE scanned_secrets s SET identity = k.identity
    FROM (
      SELECT DISTINCT ON (tool, mark) tool, mark, identity FROM known_secrets
      WHERE mark IS NOT NULL
      ORDER BY tool, mark, is_fixed, first_seen_at, identity
    ) k
    WHERE s.is_telling AND s.tool = k.tool AND s.mark = k.mark`);
  // What stood on one line and parted is no longer one finding.
  await transaction.raw(`
    UPDATE scanned_secrets s SET identity = NULL
    FROM (
      SELECT DISTINCT ON (tool, identity) tool, identity, mark
      FROM scanned_secrets WHERE identity IS NOT NULL
      ORDER BY tool, identity, line, ordinal
    ) kept
    WHERE s.tool = kept.tool AND s.identity = kept.identity AND s.mark <> kept.mark
      AND NOT EXISTS (
        SELECT FROM scanned_secrets o
        WHERE o.tool = kept.tool AND o.mark = kept.mark
          AND o.file IS NOT DISTINCT FROM s.file
          AND o.line IS NOT DISTINCT FROM s.line)`);
}

/** What stands beside a secret of the scan that is known is the same. */
async function findOnLineOfScan(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    UPDATE scanned_secrets s SET identity = beside.identity
    FROM (
      SELECT file, line, place, min(identity) AS identity FROM scanned_secrets
      WHERE identity IS NOT NULL AND line IS NOT NULL
      GROUP BY file, line, place
    ) beside
    WHERE s.identity IS NULL
      AND s.file = beside.file AND s.line = beside.line AND s.place = beside.place
      AND NOT EXISTS (
        SELECT FROM scanned_secrets o
        WHERE o.identity = beside.identity AND o.tool = s.tool
          AND o.rule_id = s.rule_id AND o.mark <> s.mark)`);
}

/**
 * A finding on the line is another secret where its tool saw it elsewhere in this
 * scan, or tells it by another mark. One that is fixed is opened again only by a
 * tool that saw it before: another tool may well mean a new secret.
 */
async function findOnKnownLine(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    UPDATE scanned_secrets s SET identity = found.identity
    FROM scanned_secrets r, LATERAL (
      SELECT k.identity FROM known_secrets k
      WHERE k.file = r.file AND k.line = r.line
        AND (NOT k.is_fixed OR EXISTS (
          SELECT FROM known_secrets o
          WHERE o.identity = k.identity AND o.tool = r.tool))
        AND NOT EXISTS (
          SELECT FROM scanned_secrets o
          WHERE o.identity = k.identity AND o.tool = r.tool)
        AND (r.mark IS NULL OR NOT EXISTS (
          SELECT FROM known_secrets o
          WHERE o.identity = k.identity AND o.tool = r.tool
          HAVING bool_or(o.mark IS NOT NULL)
            AND NOT coalesce(bool_or(o.mark = r.mark), false)))
      GROUP BY k.identity
      ORDER BY bool_and(k.is_fixed), min(k.first_seen_at), k.identity
      LIMIT 1 OFFSET r.place - 1
    ) found
    WHERE r.identity IS NULL AND r.line IS NOT NULL AND s.ordinal = r.ordinal`);
}

/** What its tool still sees where it was has not moved, whatever looks the same. */
async function findInOtherFile(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    UPDATE scanned_secrets s SET identity = gone.identity
    FROM (
      SELECT tool, category, mark, mark_anywhere, row_number() OVER (
        PARTITION BY tool, category, mark_anywhere ORDER BY min(ordinal)) AS place
      FROM scanned_secrets WHERE identity IS NULL AND mark_anywhere IS NOT NULL
      GROUP BY tool, category, mark, mark_anywhere
    ) come JOIN (
      SELECT tool, category, mark_anywhere, identity, row_number() OVER (
        PARTITION BY tool, category, mark_anywhere
        ORDER BY bool_or(is_fixed), min(first_seen_at), identity) AS place
      FROM known_secrets k
      WHERE mark_anywhere IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM scanned_secrets o WHERE o.identity = k.identity)
        AND NOT EXISTS (
          SELECT FROM known_secrets o
          WHERE o.identity = k.identity AND o.tool = k.tool
            AND o.category <> k.category)
      GROUP BY tool, category, mark_anywhere, identity
    ) gone USING (tool, category, mark_anywhere, place)
    WHERE s.tool = come.tool AND s.mark = come.mark AND s.identity IS NULL`);
}

/**
 * New secrets have a name that says nothing, since any other may be taken by one
 * that moved away; those without a place, of which there is one, have their hash.
 */
async function nameNewSecrets(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    WITH of_mark AS (
      SELECT ordinal, file, line, place, fingerprint, CASE
          WHEN is_telling THEN min(ordinal) OVER (PARTITION BY is_telling, tool, mark)
          ELSE ordinal END AS by_mark
      FROM scanned_secrets WHERE identity IS NULL
    ), of_line AS (
      SELECT *, CASE
          WHEN line IS NULL THEN by_mark
          ELSE min(by_mark) OVER (PARTITION BY file, line, place) END AS by_line
      FROM of_mark
    ), grouped AS (
      SELECT *, min(by_line) OVER (PARTITION BY by_mark) AS one FROM of_line
    ), named AS (
      SELECT one, CASE WHEN bool_or(line IS NOT NULL)
        THEN gen_random_uuid()::text ELSE min(fingerprint) END AS identity
      FROM grouped GROUP BY one
    )
    UPDATE scanned_secrets s SET identity = named.identity
    FROM grouped JOIN named USING (one)
    WHERE s.ordinal = grouped.ordinal`);
}
