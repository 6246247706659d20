import type { Period } from '@atrium/common';
import type { DeliverySummary } from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';

/** How the pipelines of a component went on its main branches. */
export type RunSummary = Pick<
  DeliverySummary,
  'finishedRuns' | 'failedRuns' | 'lastSuccess'
>;

interface ReadRunSummariesOptions extends Period {
  mainBranches: string[];
}

/** Values: entity refs, from, to, main branches twice. */
const RUN_SUMMARIES = `SELECT r.ref, counts.finished, counts.failed,
    passed.at, passed.url
  FROM unnest(?::text[]) AS r(ref)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS finished,
      (count(*) FILTER (WHERE outcome <> 'success'))::int AS failed
    FROM runs WHERE entity_ref = r.ref AND at >= ?::timestamptz
      AND at < ?::timestamptz AND status = 'finished'
      AND outcome IN ('success', 'failure', 'error')
      AND (branch IS NULL OR branch = ANY(?::text[]))
  ) counts
  LEFT JOIN LATERAL (
    SELECT coalesce(finished_at, runs.at) AS at, url FROM runs
    WHERE entity_ref = r.ref AND outcome = 'success'
      AND (branch IS NULL OR branch = ANY(?::text[]))
    ORDER BY runs.at DESC LIMIT 1
  ) passed ON true`;

/** How the pipelines of components went, whether they had runs or not. */
export async function readRunSummaries(
  knex: Knex,
  entityRefs: string[],
  { from, to, mainBranches }: ReadRunSummariesOptions,
): Promise<Map<string, RunSummary>> {
  const { rows } = await knex.raw(RUN_SUMMARIES, [
    entityRefs,
    from,
    to,
    mainBranches,
    mainBranches,
  ]);
  return new Map(
    rows.map(
      (row: {
        ref: string;
        finished: number;
        failed: number;
        at: Date | null;
        url: string | null;
      }) => [
        row.ref,
        {
          finishedRuns: row.finished,
          failedRuns: row.failed,
          lastSuccess: row.at
            ? { at: row.at.toISOString(), url: row.url ?? undefined }
            : undefined,
        },
      ],
    ),
  );
}
