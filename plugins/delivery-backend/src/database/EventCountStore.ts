import type { Period } from '@atrium/common';
import type {
  EventCountQuery,
  EventCounts,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import type { DoraDeployment, DoraIncident } from '../model/DoraInput';
import { distinctPlaces } from './newestQueries';

/** A question about finished runs. */
export type RunCountQuery = Extract<EventCountQuery, { measure: 'runs' }>;

/** A deployment with what its environment is for. */
export type TieredDeployment = DoraDeployment & { tier?: string };

// What has been running for longer has lost its end, or its beginning.
const LONGEST_RUN = '24 hours';
// So many steps of a service back tell what ran when a period began, and what was
// rolled back in it.
const STEPS_BEFORE = 20;

const FIRST_TIMES = `
  SELECT r.ref AS entity_ref, least(
    (SELECT at FROM runs WHERE entity_ref = r.ref ORDER BY at LIMIT 1),
    (SELECT at FROM deployments WHERE entity_ref = r.ref ORDER BY at LIMIT 1)
  ) AS first
  FROM unnest(?::text[]) AS r(ref)`;

/** Values: queries, from, to, from, to. Cancelled runs say nothing. */
const RUN_COUNTS = `
  SELECT q.key, date_trunc('minute', t.finished_at, 'UTC') AS minute,
    count(*)::int AS count
  FROM jsonb_to_recordset(?::jsonb) AS q(key text, "entityRef" text,
    pipeline text, branch text, result text, "maxDurationSeconds" float8)
  JOIN runs t ON t.entity_ref = q."entityRef"
    AND t.at >= ?::timestamptz - interval '${LONGEST_RUN}'
    AND t.at < ?::timestamptz + interval '${LONGEST_RUN}'
  WHERE t.status = 'finished' AND t.outcome IN ('success', 'failure', 'error')
    AND t.finished_at >= ?::timestamptz AND t.finished_at < ?::timestamptz
    AND (q.pipeline IS NULL OR t.pipeline = q.pipeline)
    AND (q.branch IS NULL OR t.branch = q.branch)
    AND (q.result IS NULL OR (t.outcome = 'success') = (q.result = 'success'))
    AND (q."maxDurationSeconds" IS NULL
      OR extract(epoch FROM t.finished_at - t.started_at) <= q."maxDurationSeconds")
  GROUP BY q.key, minute ORDER BY q.key, minute`;

/** Values: entity refs, from, from, to. */
const DEPLOYMENTS = `${distinctPlaces}
  SELECT t.entity_ref, t.id, t.kind, t.environment, e.tier, t.service, t.at,
    t.artifact_id, coalesce(t.artifact_id, t.version, t.commit) AS version
  FROM found f CROSS JOIN LATERAL (
    (SELECT * FROM deployments
     WHERE entity_ref = f.entity_ref AND environment = f.environment
       AND service = f.service AND at < ?
     ORDER BY at DESC LIMIT ${STEPS_BEFORE})
    UNION ALL
    (SELECT * FROM deployments
     WHERE entity_ref = f.entity_ref AND environment = f.environment
       AND service = f.service AND at >= ? AND at < ?)
  ) t
  LEFT JOIN environments e ON e.name = t.environment`;

/** Values: entity refs, from, to. They begin when they are detected. */
const INCIDENTS = `
  SELECT entity_ref, id, detected_at, environment, artifact_id, service
  FROM incidents
  WHERE entity_ref = ANY(?::text[]) AND detected_at IS NOT NULL
    AND at >= ? AND at < ?`;

/** Reads what is counted minute by minute. */
export class EventCountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** When the first event of each entity was, where there is one. */
  async readFirstTimes(entityRefs: string[]): Promise<Map<string, Date>> {
    const { rows } = await this.#knex.raw(FIRST_TIMES, [entityRefs]);
    return new Map(
      rows.flatMap((row: { entity_ref: string; first: Date | null }) =>
        row.first ? [[row.entity_ref, row.first]] : [],
      ),
    );
  }

  /** Runs by the minute they finished in, by the key of the query. */
  async countRuns(
    queries: RunCountQuery[],
    { from, to }: Period,
  ): Promise<Map<string, EventCounts['minutes']>> {
    const counts = new Map<string, EventCounts['minutes']>();
    if (queries.length === 0) {
      return counts;
    }
    const { rows } = await this.#knex.raw(RUN_COUNTS, [
      JSON.stringify(queries),
      from,
      to,
      from,
      to,
    ]);
    for (const { key, minute, count } of rows) {
      const minutes = counts.get(key) ?? [];
      counts.set(key, minutes);
      minutes.push({ minute: minute.toISOString(), count });
    }
    return counts;
  }

  /** The incidents that were detected in a period. */
  async readIncidents(
    entityRefs: string[],
    { from, to }: Period,
  ): Promise<Map<string, DoraIncident[]>> {
    const incidents = new Map<string, DoraIncident[]>();
    if (entityRefs.length === 0) {
      return incidents;
    }
    const { rows } = await this.#knex.raw(INCIDENTS, [entityRefs, from, to]);
    for (const row of rows) {
      const ofEntity = incidents.get(row.entity_ref) ?? [];
      incidents.set(row.entity_ref, ofEntity);
      ofEntity.push({
        id: row.id,
        detectedAt: row.detected_at.getTime(),
        environment: row.environment ?? undefined,
        artifactId: row.artifact_id ?? undefined,
        service: row.service ?? undefined,
      });
    }
    return incidents;
  }

  /** The deployments of a period, after those that led up to it. */
  async readDeployments(
    entityRefs: string[],
    { from, to }: Period,
  ): Promise<Map<string, TieredDeployment[]>> {
    const deployments = new Map<string, TieredDeployment[]>();
    if (entityRefs.length === 0) {
      return deployments;
    }
    const { rows } = await this.#knex.raw(DEPLOYMENTS, [
      entityRefs,
      from,
      from,
      to,
    ]);
    for (const row of rows) {
      const ofEntity = deployments.get(row.entity_ref) ?? [];
      deployments.set(row.entity_ref, ofEntity);
      ofEntity.push({
        id: row.id,
        kind: row.kind,
        environment: row.environment,
        service: row.service,
        tier: row.tier ?? undefined,
        at: row.at.getTime(),
        version: row.version ?? undefined,
        artifactId: row.artifact_id ?? undefined,
      });
    }
    return deployments;
  }
}
