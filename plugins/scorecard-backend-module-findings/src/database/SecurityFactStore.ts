import type { OpenssfCheck } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../config/readFindingsConfig';
import { dueSql, STANDING_SQL } from './findingSql';

/** What scanners look for. A bill of materials or a score of habits is no scan. */
const SCANNED_KINDS = ['vulnerability', 'code', 'secret', 'misconfiguration'];

/** What is known of the security of an entity. */
export interface EntitySecurity {
  entityRef: string;
  tools: string[];
  /** What its tools look for. */
  kinds: string[];
  /** Whether one of them looks for any. */
  isScanned: boolean;
  /** When one of them last looked, where that is known. */
  lastScanAt?: Date;
  hasSbom: boolean;
  sbomComponents: number;
  score?: number;
  checks: OpenssfCheck[];
  critical: number;
  high: number;
  medium: number;
  overdue: number;
  overdueCritical: number;
  secrets: number;
  oldestCriticalAt?: Date;
}

interface SecurityRow {
  entity_ref: string;
  tools: string[];
  kinds: string[] | null;
  is_scanned: boolean;
  last_scan_at: Date | null;
  has_sbom: boolean;
  components: string;
  score: string | null;
  checks: OpenssfCheck[] | null;
  critical: string | null;
  high: string | null;
  medium: string | null;
  overdue: string | null;
  overdue_critical: string | null;
  secrets: string | null;
  oldest_critical: Date | null;
}

/** Sums up findings, scans and components of entities, for facts. */
export class SecurityFactStore {
  readonly #knex: Knex;
  readonly #slaDays: SlaDays;

  constructor(knex: Knex, slaDays: SlaDays) {
    this.#knex = knex;
    this.#slaDays = slaDays;
  }

  /** Leaves out entities that no tool ever reported about. */
  async read(entityRefs: string[]): Promise<EntitySecurity[]> {
    const due = dueSql(this.#slaDays);
    const { rows } = await this.#knex.raw(
      `WITH scans AS (
         SELECT entity_ref,
           array_agg(DISTINCT tool ORDER BY tool) AS tools,
           (SELECT array_agg(DISTINCT kind) FROM finding_scans k, unnest(k.kinds) kind
             WHERE k.entity_ref = s.entity_ref) AS kinds,
           bool_or(kinds && :scannedKinds) AS is_scanned,
           max(scanned_at) FILTER (WHERE kinds && :scannedKinds AND has_scan_time) AS last_scan_at,
           bool_or(has_components) AS has_sbom,
           (array_agg(score ORDER BY scanned_at DESC) FILTER (WHERE score IS NOT NULL))[1] AS score,
           (array_agg(checks ORDER BY scanned_at DESC) FILTER (WHERE checks IS NOT NULL))[1] AS checks
         FROM finding_scans s
         WHERE entity_ref = ANY (:entityRefs)
         GROUP BY entity_ref
       ), open AS (
         SELECT f.entity_ref,
           count(*) FILTER (WHERE severity = 4) AS critical,
           count(*) FILTER (WHERE severity = 3) AS high,
           count(*) FILTER (WHERE severity = 2) AS medium,
           count(*) FILTER (WHERE ${due} < :now) AS overdue,
           count(*) FILTER (WHERE severity = 4 AND ${due} < :now) AS overdue_critical,
           count(*) FILTER (WHERE kind = 'secret') AS secrets,
           min(open_since) FILTER (WHERE severity = 4) AS oldest_critical
         FROM findings f
         WHERE f.entity_ref = ANY (:entityRefs) AND f.state = 'open'
           AND f.kind <> 'posture' AND ${STANDING_SQL} = 'open'
         GROUP BY f.entity_ref
       )
       SELECT scans.*, open.critical, open.high, open.medium, open.overdue,
         open.overdue_critical, open.secrets, open.oldest_critical,
         (SELECT count(DISTINCT key) FROM finding_components c
           WHERE c.entity_ref = scans.entity_ref) AS components
       FROM scans LEFT JOIN open USING (entity_ref)`,
      { entityRefs, scannedKinds: SCANNED_KINDS, now: new Date() },
    );
    return rows.map(toSecurity);
  }
}

function toSecurity(row: SecurityRow): EntitySecurity {
  return {
    entityRef: row.entity_ref,
    tools: row.tools,
    kinds: row.kinds ?? [],
    isScanned: row.is_scanned,
    lastScanAt: row.last_scan_at ?? undefined,
    hasSbom: row.has_sbom,
    sbomComponents: Number(row.components),
    score: row.score === null ? undefined : Number(row.score),
    checks: row.checks ?? [],
    critical: Number(row.critical ?? 0),
    high: Number(row.high ?? 0),
    medium: Number(row.medium ?? 0),
    overdue: Number(row.overdue ?? 0),
    overdueCritical: Number(row.overdue_critical ?? 0),
    secrets: Number(row.secrets ?? 0),
    oldestCriticalAt: row.oldest_critical ?? undefined,
  };
}
