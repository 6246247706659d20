import type { ClaimConflictMessages } from '@atrium/backend-common';
import { words } from '../../deliveryWords';
import type { RepositoryConflict } from './findRepositoryConflicts';

/** What owners are told when a component claims the repository of another. */
export const conflictMessages: ClaimConflictMessages<RepositoryConflict> = {
  scope: 'delivery:claims',
  topic: 'repository-claims',
  tab: 'delivery',
  describeToHolder: ({ repository }, { holder, claimants }) =>
    words.notification({
      title: words.describe('delivery.claim.isClaimed', {
        repository,
        claimants,
      }),
      description: words.describe('delivery.claim.holderKeeps', {
        holder,
        claimants,
      }),
    }),
  describeToClaimant: ({ repository, annotations }, { holder, claimant }) =>
    words.notification({
      title: words.describe('delivery.claim.ofAnother', {
        claimant,
        repository,
        holder,
      }),
      description: words.describe('delivery.claim.correct', {
        claimant,
        annotations: { list: annotations },
      }),
    }),
};
