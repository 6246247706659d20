import { DEPLOYMENT_COLUMNS, DEPLOYMENT_JOINS } from './lists';

// A branch that is built rarely is found among this many runs, or not at all.
const RUNS_LOOKED_AT = 200;
// Whatever has been running for longer has lost its end.
const LONGEST_RUN = '24 hours';

/**
 * Values: entity refs. Begins a statement by a table of the pipelines of each
 * entity. Walks the index, one probe a value, where DISTINCT would read every row.
 */
const distinctPipelines = `WITH RECURSIVE found AS (
    SELECT r.ref AS entity_ref, (
      SELECT pipeline FROM runs WHERE entity_ref = r.ref
      ORDER BY pipeline LIMIT 1
    ) AS value
    FROM unnest(?::text[]) AS r(ref)
    UNION ALL
    SELECT f.entity_ref, (
      SELECT pipeline FROM runs
      WHERE entity_ref = f.entity_ref AND pipeline > f.value
      ORDER BY pipeline LIMIT 1
    )
    FROM found f WHERE f.value IS NOT NULL
  )`;

/**
 * Values: entity refs. Begins a statement by a table of the environments of each
 * entity, with the services in each. Walks the index, one probe a pair.
 */
export const distinctPlaces = `WITH RECURSIVE found AS (
    SELECT r.ref AS entity_ref, first.environment, first.service
    FROM unnest(?::text[]) AS r(ref)
    CROSS JOIN LATERAL (
      SELECT environment, service FROM deployments WHERE entity_ref = r.ref
      ORDER BY environment, service LIMIT 1
    ) first
    UNION ALL
    SELECT f.entity_ref, next.environment, next.service
    FROM found f
    CROSS JOIN LATERAL (
      SELECT environment, service FROM deployments
      WHERE entity_ref = f.entity_ref
        AND (environment, service) > (f.environment, f.service)
      ORDER BY environment, service LIMIT 1
    ) next
  )`;

function newestMainRun(condition: string): string {
  return `SELECT m.* FROM (
      SELECT * FROM runs
      WHERE entity_ref = f.entity_ref AND pipeline = f.value
      ORDER BY at DESC LIMIT ${RUNS_LOOKED_AT}
    ) m
    WHERE (m.branch IS NULL OR m.branch = ANY(?::text[])) AND ${condition}
    ORDER BY m.at DESC LIMIT 1`;
}

/** Values: entity refs, main branches. The newest run of each pipeline. */
export const NEWEST_RUNS = `${distinctPipelines}
  SELECT newest.* FROM found f
  CROSS JOIN LATERAL (${newestMainRun('true')}) newest
  WHERE f.value IS NOT NULL
  ORDER BY newest.entity_ref, newest.at DESC`;

/**
 * Values: entity refs, main branches twice, now. Begins a statement by a table of
 * what the pipelines of each entity are up to; entities without runs are not there.
 */
export const pipelineStandings = `${distinctPipelines},
  newest_runs AS (
    SELECT f.entity_ref, newest.status, newest.at, ended.outcome
    FROM found f
    CROSS JOIN LATERAL (${newestMainRun('true')}) newest
    LEFT JOIN LATERAL (${newestMainRun(
      "m.status = 'finished' AND m.outcome IN ('success', 'failure', 'error')",
    )}) ended ON true
    WHERE f.value IS NOT NULL
  ), pipelines AS (
    SELECT entity_ref, count(*)::int AS pipelines,
      count(*) FILTER (WHERE outcome IN ('failure', 'error'))::int AS failed,
      count(*) FILTER (
        WHERE status <> 'finished'
          AND at > ?::timestamptz - interval '${LONGEST_RUN}')::int AS running
    FROM newest_runs GROUP BY entity_ref
  )`;

/** Values: entity refs. The newest deployment of each service in each environment. */
export const NEWEST_DEPLOYMENTS = `${distinctPlaces}
  SELECT ${DEPLOYMENT_COLUMNS} FROM found f
  CROSS JOIN LATERAL (
    SELECT * FROM deployments
    WHERE entity_ref = f.entity_ref AND environment = f.environment
      AND service = f.service
    ORDER BY at DESC, id DESC LIMIT 1
  ) t ${DEPLOYMENT_JOINS}
  ORDER BY t.entity_ref, t.at DESC`;

/** Values: entity refs, limit. The newest merged changes of each entity. */
export const MERGED_CHANGES = `
  SELECT newest.* FROM unnest(?::text[]) AS r(ref)
  CROSS JOIN LATERAL (
    SELECT entity_ref, commit, branch, service, merged_at FROM changes
    WHERE entity_ref = r.ref AND merged_at IS NOT NULL
    ORDER BY merged_at DESC, commit DESC LIMIT ?
  ) newest`;

/**
 * Values: entity ref, from, to, pipeline or null twice, branch or null twice.
 * Finished runs by pipeline and week.
 */
export const RUN_TRENDS = `WITH finished AS (
    SELECT pipeline, commit, outcome <> 'success' AS failed,
      date_trunc('week', at AT TIME ZONE 'UTC')::date AS week,
      extract(epoch FROM finished_at - started_at)::float8 AS seconds
    FROM runs
    WHERE entity_ref = ? AND at >= ?::timestamptz AND at < ?::timestamptz
      AND status = 'finished' AND outcome IN ('success', 'failure', 'error')
      AND (?::text IS NULL OR pipeline = ?) AND (?::text IS NULL OR branch = ?)
  ), commits AS (
    SELECT pipeline, week, count(*)::int AS commits,
      (count(*) FILTER (WHERE failed AND passed))::int AS flaky
    FROM (
      SELECT pipeline, week, commit, bool_or(failed) AS failed,
        bool_or(NOT failed) AS passed
      FROM finished WHERE commit IS NOT NULL GROUP BY pipeline, week, commit
    ) one GROUP BY pipeline, week
  )
  SELECT f.pipeline, f.week::text AS week, count(*)::int AS runs,
    (count(*) FILTER (WHERE f.failed))::int AS failed,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY greatest(f.seconds, 0))
      FILTER (WHERE f.seconds IS NOT NULL) AS durations,
    coalesce(max(c.commits), 0) AS commits, coalesce(max(c.flaky), 0) AS flaky
  FROM finished f LEFT JOIN commits c USING (pipeline, week)
  GROUP BY f.pipeline, f.week ORDER BY f.pipeline, f.week`;
