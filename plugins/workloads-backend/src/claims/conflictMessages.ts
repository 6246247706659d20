import type {
  ClaimConflict,
  ClaimConflictMessages,
} from '@atrium/backend-common';

/** What owners are told when a component claims the workloads of another. */
export const conflictMessages: ClaimConflictMessages<ClaimConflict> = {
  scope: 'workloads:claims',
  topic: 'workload-claims',
  tab: 'runtime',
  describeToHolder: (_, { holder, claimants }) => ({
    title: `${holder}: its workloads are claimed by ${claimants}`,
    description: `You keep your rights: nothing has changed for ${holder}. If that is a mistake, ask the owners of ${claimants} to correct their Kubernetes annotations.`,
  }),
  describeToClaimant: (_, { holder, claimant }) => ({
    title: `${claimant} claims workloads of ${holder}`,
    description: `They belong to ${holder}, so they are not shown for ${claimant}. Correct the Kubernetes annotations in its catalog-info.yaml. If the workloads are yours, ask the platform team for a rule.`,
  }),
};
