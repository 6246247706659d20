import type { ClaimConflictMessages } from '@atrium/backend-common';
import type { RepositoryConflict } from './findRepositoryConflicts';

/** What owners are told when a component claims the repository of another. */
export const conflictMessages: ClaimConflictMessages<RepositoryConflict> = {
  scope: 'delivery:claims',
  topic: 'repository-claims',
  tab: 'delivery',
  describeToHolder: ({ repository }, { holder, claimants }) => ({
    title: `${repository} is claimed by ${claimants}`,
    description: `The claim does not count: its runs stay with ${holder}. If it is a mistake, ask the owners of ${claimants} to correct their annotations. If it is meant, ask the platform team for a rule.`,
  }),
  describeToClaimant: ({ repository, annotations }, { holder, claimant }) => ({
    title: `${claimant} claims ${repository}, which belongs to ${holder}`,
    description: `The claim does not count, so the runs are not shown for ${claimant}. Correct ${annotations.join(
      ' and ',
    )} in its catalog-info.yaml. If the repository is yours, ask the platform team for a rule.`,
  }),
};
