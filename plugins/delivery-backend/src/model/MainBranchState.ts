/** How a pipeline stands on the main branch. */
export type MainBranchState = 'green' | 'red';

/**
 * For how long after its end owners may still be notified of a run. What comes in
 * later is history, such as that of a repository that was added.
 */
export const FRESH_RUN_MS = 3_600_000;

/** What the outcome of a run that neither was cancelled nor skipped says. */
export function findMainBranchState(outcome: string): MainBranchState {
  return outcome === 'success' ? 'green' : 'red';
}
