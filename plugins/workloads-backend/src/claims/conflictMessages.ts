import type {
  ClaimConflict,
  ClaimConflictMessages,
} from '@atrium/backend-common';
import { words } from '../workloadWords';

/** What owners are told when a component claims the workloads of another. */
export const conflictMessages: ClaimConflictMessages<ClaimConflict> = {
  scope: 'workloads:claims',
  topic: 'workload-claims',
  tab: 'runtime',
  describeToHolder: (_, names) =>
    words.notification({
      title: words.describe('workloads.claim.isClaimed', names),
      description: words.describe('workloads.claim.holderKeeps', names),
    }),
  describeToClaimant: (_, names) =>
    words.notification({
      title: words.describe('workloads.claim.ofAnother', names),
      description: words.describe('workloads.claim.correct', names),
    }),
};
