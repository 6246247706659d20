import type { Knex } from 'knex';
import { pipelineStandings } from './newestQueries';

interface UpdateStandingsOptions {
  /** Those that the table does not have are left out. */
  entityRefs: string[];
  /** Branches whose runs decide how a component stands. */
  mainBranches: string[];
}

/** Values: entity refs, main branches twice, now, entity refs. */
const UPDATE = `${pipelineStandings}, standings AS (
    SELECT r.ref, coalesce(p.pipelines, 0) AS pipelines,
      coalesce(p.failed, 0) AS failed, coalesce(p.running, 0) AS running,
      (SELECT count(*)::int FROM incidents i
       LEFT JOIN environments e ON e.name = i.environment
       WHERE i.entity_ref = r.ref AND i.state = 'open'
         AND (i.environment IS NULL OR e.tier = 'production')) AS incidents
    FROM unnest(?::text[]) AS r(ref)
    LEFT JOIN pipelines p ON p.entity_ref = r.ref
  )
  UPDATE components AS present SET open_incidents = s.incidents,
    pipelines = s.pipelines, failed_pipelines = s.failed,
    running_pipelines = s.running
  FROM standings s
  WHERE present.entity_ref = s.ref
    AND (present.open_incidents, present.pipelines, present.failed_pipelines,
      present.running_pipelines)
      IS DISTINCT FROM (s.incidents, s.pipelines, s.failed, s.running)`;

/** Whether a change of such subjects may change how a component stands. */
export function affectsStanding(subjects: ReadonlySet<string>): boolean {
  return subjects.has('run') || subjects.has('incident');
}

/**
 * Works out how components stand by what is stored.
 *
 * @remarks The rows are locked first, so that of two transactions the second one
 * sees what the first has stored.
 */
export async function updateStandings(
  tx: Knex,
  { entityRefs, mainBranches }: UpdateStandingsOptions,
): Promise<void> {
  if (entityRefs.length === 0) {
    return;
  }
  await tx.raw(
    `SELECT FROM components WHERE entity_ref = ANY(?::text[])
     ORDER BY entity_ref FOR NO KEY UPDATE`,
    [entityRefs],
  );
  await tx.raw(UPDATE, [
    entityRefs,
    mainBranches,
    mainBranches,
    new Date(),
    entityRefs,
  ]);
}
