import type { RunOutcome } from '@atrium/plugin-delivery-common';

/**
 * What a conclusion of GitHub comes to.
 *
 * @remarks What was skipped or went stale did not try anything, which is told
 * as cancelled, so that it counts neither as passed nor as failed. Undefined:
 * it waits for an approval, and is not over.
 */
export function toRunOutcome(
  conclusion: string | null | undefined,
): RunOutcome | undefined {
  switch (conclusion) {
    case 'success':
    case 'neutral':
      return 'success';
    case 'failure':
    case 'timed_out':
      return 'failure';
    case 'startup_failure':
      return 'error';
    case 'cancelled':
    case 'skipped':
    case 'stale':
      return 'cancelled';
    default:
      return undefined;
  }
}
