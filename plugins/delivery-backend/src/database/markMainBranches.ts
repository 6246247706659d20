import type { Knex } from 'knex';
import { FRESH_RUN_MS } from '../model/MainBranchState';
import type { MergedSubject } from './upsertSubjects';

interface MarkMainBranchesOptions {
  mainBranches: string[];
  receivedAt: Date;
}

const TELLING_OUTCOMES = ['success', 'failure', 'error'];

/**
 * Notes the pipelines of which a run has just ended on a main branch, so that
 * somebody looks whether there is news for the owners.
 */
export async function markMainBranches(
  tx: Knex,
  runs: MergedSubject[],
  { mainBranches, receivedAt }: MarkMainBranchesOptions,
): Promise<void> {
  const oldest = receivedAt.getTime() - FRESH_RUN_MS;
  const rows = runs
    .filter(({ state: { fields, times } }) => {
      return (
        times.finished_at >= oldest &&
        mainBranches.includes(String(fields.branch)) &&
        TELLING_OUTCOMES.includes(String(fields.outcome))
      );
    })
    .flatMap(({ entityRefs, state }) =>
      entityRefs.map(entity_ref => ({
        entity_ref,
        pipeline: String(state.fields.pipeline ?? 'unnamed'),
      })),
    );
  if (rows.length === 0) {
    return;
  }
  await tx.raw(
    `INSERT INTO main_branch_states AS present (entity_ref, pipeline, is_due)
     SELECT DISTINCT entity_ref, pipeline, true
     FROM jsonb_to_recordset(?::jsonb) AS input(entity_ref text, pipeline text)
     ORDER BY entity_ref, pipeline
     ON CONFLICT (entity_ref, pipeline) DO UPDATE SET is_due = true
     WHERE NOT present.is_due`,
    [JSON.stringify(rows)],
  );
}
