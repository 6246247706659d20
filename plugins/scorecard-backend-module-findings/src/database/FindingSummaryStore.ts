import type { EntityFindings } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../config/readFindingsConfig';
import { dueSql, STANDING_SQL } from './findingSql';
import { toSeverity, toSeverityRank } from './severityRanks';

interface CountRow {
  entity_ref: string;
  severity: number | null;
  open: number;
  overdue: number;
}

/** Counts open findings of many entities. */
export class FindingSummaryStore {
  readonly #knex: Knex;
  readonly #slaDays: SlaDays;

  constructor(knex: Knex, slaDays: SlaDays) {
    this.#knex = knex;
    this.#slaDays = slaDays;
  }

  /** Leaves out entities that no tool ever reported about. */
  async count(entityRefs: string[]): Promise<EntityFindings[]> {
    const { rows } = await this.#knex.raw<{ rows: CountRow[] }>(
      `WITH scanned AS (
         SELECT DISTINCT entity_ref FROM finding_scans
         WHERE entity_ref = ANY (:entityRefs)
       ), counted AS (
         SELECT f.entity_ref, f.severity, count(*)::int AS open,
           (count(*) FILTER (WHERE ${dueSql(
             this.#slaDays,
           )} < :now))::int AS overdue
         FROM findings f
         WHERE f.entity_ref = ANY (:entityRefs) AND f.state = 'open'
           AND f.kind <> 'posture' AND ${STANDING_SQL} = 'open'
         GROUP BY 1, 2
       )
       SELECT entity_ref, severity, coalesce(open, 0) AS open,
         coalesce(overdue, 0) AS overdue
       FROM scanned LEFT JOIN counted USING (entity_ref)
       ORDER BY entity_ref`,
      { entityRefs, now: new Date() },
    );
    const byEntity = new Map<string, EntityFindings>();
    for (const row of rows) {
      byEntity.set(row.entity_ref, add(byEntity.get(row.entity_ref), row));
    }
    return [...byEntity.values()];
  }
}

function add(
  before: EntityFindings | undefined,
  { entity_ref: entityRef, severity, open, overdue }: CountRow,
): EntityFindings {
  const sum = before ?? {
    entityRef,
    open: 0,
    bySeverity: {},
    overdue: 0,
    overdueCritical: 0,
  };
  if (severity === null) {
    return sum;
  }
  const isCritical = severity === toSeverityRank('critical');
  return {
    ...sum,
    open: sum.open + open,
    bySeverity: { ...sum.bySeverity, [toSeverity(severity)]: open },
    overdue: sum.overdue + overdue,
    overdueCritical: sum.overdueCritical + (isCritical ? overdue : 0),
  };
}
