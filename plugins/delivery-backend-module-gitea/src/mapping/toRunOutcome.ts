import type { RunOutcome } from '@atrium/plugin-delivery-common';

/**
 * What a conclusion of Gitea comes to. What was skipped did not try anything,
 * so it counts neither as passed nor as failed.
 */
export function toRunOutcome(
  conclusion: string | null | undefined,
): RunOutcome | undefined {
  switch (conclusion) {
    case 'success':
      return 'success';
    case 'failure':
      return 'failure';
    case 'cancelled':
    case 'skipped':
      return 'cancelled';
    default:
      return undefined;
  }
}
