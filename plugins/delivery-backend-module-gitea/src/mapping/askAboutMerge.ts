import { parseInput } from '@atrium/common';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type AskHost,
  type DeliveryEventSink,
  type HostRepository,
  toMergeDetailEvents,
  toReviewEvents,
} from '@atrium/plugin-delivery-node';
import { z } from 'zod';
import {
  commitSchema,
  type PullRequest,
  reviewSchema,
} from '../payloads/giteaObjects';
import { askForPaths } from './askForPaths';

/** A merged pull request, and how to ask for what is below its repository. */
interface AskAboutMergeOptions {
  pullRequest: PullRequest;
  ask: AskHost;
  sink: Pick<DeliveryEventSink, 'isShared'>;
}

/**
 * What a merged pull request does not say itself: when its first commit was
 * made, its reviews, and what it changed.
 *
 * @remarks Of more than fifty commits the first is taken for as old as the
 * oldest of the newest fifty.
 */
export async function askAboutMerge(
  { pullRequest, ask, sink }: AskAboutMergeOptions,
  repository: HostRepository,
): Promise<CloudEvent[]> {
  const path = `/pulls/${pullRequest.number}`;
  const commits = parseInput(
    z.array(commitSchema),
    await ask(`${path}/commits?limit=50&verification=false&files=false`),
  );
  const reviews = parseInput(
    z.array(reviewSchema),
    await ask(`${path}/reviews?limit=50`),
  );
  const [firstCommitAt] = commits
    .flatMap(({ commit }) => commit.author?.date ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const paths = await askForPaths(pullRequest.merge_commit_sha, {
    repository,
    sink,
    ask,
  });
  return [
    ...toMergeDetailEvents({ pullRequest, firstCommitAt, paths }, repository),
    ...reviews.flatMap(review =>
      toReviewEvents({ pullRequest, review }, repository),
    ),
  ];
}
