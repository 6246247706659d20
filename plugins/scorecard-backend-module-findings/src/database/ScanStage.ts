import type { Knex } from 'knex';
import type { ParsedComponent } from '../model/ParsedComponent';
import type { ParsedFinding } from '../model/ParsedFinding';
import { nameAlerts } from './nameAlerts';
import { resolveAlerts } from './resolveAlerts';
import { resolveSecrets } from './resolveSecrets';
import { toSeverityRank } from './severityRanks';

const BATCH = 1_000;

const FINDING_COLUMNS = `tool text, fingerprint text, kind text, rule_id text,
  advisory text, title text, description text, severity smallint, score numeric,
  aliases jsonb, file text, line integer, purl text, package_name text,
  package_version text, fixed_in jsonb, url text, state text, reason text, found_at timestamptz,
  seen_at timestamptz, mark text, mark_is_exact boolean, mark_anywhere text, alert text`;

const COMPONENT_COLUMNS = `tool text, key text, purl text, type text, name text,
  version text, dependency text`;

/**
 * What a document says, in tables of the transaction that reads it: nothing of a
 * document counts before all of it was read.
 */
export class ScanStage {
  readonly #transaction: Knex.Transaction;
  #findings: object[] = [];
  #components: object[] = [];

  static async create(transaction: Knex.Transaction): Promise<ScanStage> {
    await transaction.raw(`
      CREATE TEMP TABLE staged_findings (ordinal bigserial, ${FINDING_COLUMNS})
        ON COMMIT DROP;
      CREATE TEMP TABLE staged_components (${COMPONENT_COLUMNS}) ON COMMIT DROP;
    `);
    return new ScanStage(transaction);
  }

  private constructor(transaction: Knex.Transaction) {
    this.#transaction = transaction;
  }

  async addFinding(finding: ParsedFinding): Promise<void> {
    this.#findings.push(toFindingRow(finding));
    if (this.#findings.length >= BATCH) {
      await this.#flushFindings();
    }
  }

  async addComponent(component: ParsedComponent): Promise<void> {
    this.#components.push(toComponentRow(component));
    if (this.#components.length >= BATCH) {
      await this.#flushComponents();
    }
  }

  /**
   * Writes the rest, and leaves one row in `scanned_findings` for what a tool
   * says several times.
   *
   * @remarks The same code twice in a file is two findings: they are numbered
   * from the top. Which finding a secret or an alert is depends on what is known of
   * the entity, which has to be locked.
   */
  async finish(scan: { entityRef: string; category: string }): Promise<void> {
    await this.#flushFindings();
    await this.#flushComponents();
    await nameAlerts(this.#transaction, scan);
    await resolveSecrets(this.#transaction, scan);
    await this.#transaction.raw(`
      CREATE TEMP TABLE identified_findings ON COMMIT DROP AS
      SELECT s.*, coalesce(k.identity, s.fingerprint || CASE
        WHEN kind = 'code' AND s.place > 1 THEN '#' || s.place ELSE '' END) AS identity
      FROM (
        SELECT *, dense_rank() OVER (
          PARTITION BY tool, fingerprint ORDER BY line NULLS FIRST) AS place
        FROM staged_findings
      ) s LEFT JOIN scanned_secrets k USING (ordinal);
    `);
    await resolveAlerts(this.#transaction, scan);
    await this.#transaction.raw(`
      CREATE TEMP TABLE scanned_findings ON COMMIT DROP AS
      SELECT DISTINCT ON (tool, identity, alert) * FROM identified_findings
      ORDER BY tool, identity, alert, state = 'open' DESC, severity DESC, ordinal;
      CREATE INDEX ON scanned_findings (identity);
      ANALYZE scanned_findings;
    `);
  }

  async #flushFindings(): Promise<void> {
    const rows = this.#findings;
    this.#findings = [];
    await this.#insert('staged_findings', FINDING_COLUMNS, rows);
  }

  async #flushComponents(): Promise<void> {
    const rows = this.#components;
    this.#components = [];
    await this.#insert('staged_components', COMPONENT_COLUMNS, rows);
  }

  async #insert(table: string, columns: string, rows: object[]) {
    if (rows.length > 0) {
      const names = columns.replaceAll(
        / (?:text|smallint|numeric|jsonb|integer|timestamptz|boolean)/g,
        '',
      );
      await this.#transaction.raw(
        `INSERT INTO ${table} (${names})
         SELECT ${names} FROM jsonb_to_recordset(?::jsonb) AS r(${columns})`,
        [JSON.stringify(rows)],
      );
    }
  }
}

function toFindingRow(finding: ParsedFinding): object {
  return {
    tool: finding.tool,
    fingerprint: finding.fingerprint,
    kind: finding.kind,
    rule_id: finding.ruleId,
    advisory: finding.advisory,
    title: finding.title,
    description: finding.description,
    severity: toSeverityRank(finding.severity),
    score: finding.score,
    aliases: finding.aliases,
    file: finding.file,
    line: finding.line,
    purl: finding.purl,
    package_name: finding.packageName,
    package_version: finding.packageVersion,
    fixed_in: finding.fixedIn,
    url: finding.url,
    state: finding.state,
    reason: finding.reason,
    found_at: finding.foundAt,
    seen_at: finding.seenAt,
    mark: finding.mark?.value,
    mark_is_exact: finding.mark?.isExact,
    mark_anywhere: finding.mark?.anywhere,
    alert: finding.alert,
  };
}

function toComponentRow(component: ParsedComponent): object {
  const { name, purl, version } = component;
  return { ...component, key: `${purl ?? name}@${version ?? ''}` };
}
