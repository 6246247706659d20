import type {
  PolledRepository,
  PullRequest,
  RepositoryCommits,
  RepositoryPullRequests,
} from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { DeliveryEventSink } from '../deliveryEventsExtensionPoint';
import { findChangedPaths } from './findChangedPaths';
import { toMergeDetailEvents, toReviewEvents } from './toPullRequestEvents';

/**
 * What a merged pull request does not say itself: when its first commit was
 * made, its reviews, and what it changed.
 */
export async function readMergeEvents(
  pullRequest: PullRequest,
  polled: PolledRepository<
    Pick<RepositoryCommits, 'listChangedFiles'> &
      Pick<RepositoryPullRequests, 'findFirstCommitAt' | 'listReviews'>
  >,
  sink: Pick<DeliveryEventSink, 'isShared'>,
): Promise<CloudEvent[]> {
  const { client, repository } = polled;
  const { number, merge_commit_sha: commit } = pullRequest;
  const firstCommitAt = await client.findFirstCommitAt(number);
  const reviews = await client.listReviews(number);
  const paths = await findChangedPaths(commit, polled, sink);
  return [
    ...toMergeDetailEvents({ pullRequest, firstCommitAt, paths }, repository),
    ...reviews.flatMap(review =>
      toReviewEvents({ pullRequest, review }, repository),
    ),
  ];
}
