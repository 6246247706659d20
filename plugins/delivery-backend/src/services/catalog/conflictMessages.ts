import type { ClaimConflictMessages } from '@atrium/backend-common';
import { MessageWriter } from '@atrium/common';
import { deliveryMessages } from '@atrium/plugin-delivery-common';
import type { RepositoryConflict } from './findRepositoryConflicts';

const words = new MessageWriter(deliveryMessages);

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
