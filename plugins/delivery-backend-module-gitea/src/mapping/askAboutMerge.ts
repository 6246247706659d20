import { parseInput } from '@atrium/common';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  type HostRepository,
  toFirstCommitEvents,
  toReviewEvents,
} from '@atrium/plugin-delivery-node';
import { z } from 'zod';
import {
  commitSchema,
  type PullRequest,
  reviewSchema,
} from '../payloads/giteaObjects';

/** A merged pull request, and how to ask for what is below its repository. */
interface AskAboutMergeOptions {
  pullRequest: PullRequest;
  ask(path: string): Promise<unknown>;
}

/**
 * What a merged pull request does not say itself: when its first commit was
 * made, and its reviews.
 *
 * @remarks Of more than fifty commits the first is taken for as old as the
 * oldest of the newest fifty.
 */
export async function askAboutMerge(
  { pullRequest, ask }: AskAboutMergeOptions,
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
  return [
    ...(firstCommitAt
      ? toFirstCommitEvents({ pullRequest, firstCommitAt }, repository)
      : []),
    ...reviews.flatMap(review =>
      toReviewEvents({ pullRequest, review }, repository),
    ),
  ];
}
