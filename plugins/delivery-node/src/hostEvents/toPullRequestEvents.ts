import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { PullRequest, Review } from '@atrium/git-hosts';
import { createRepositoryEvent } from './createRepositoryEvent';
import type { HostRepository } from '@atrium/git-hosts';

type PullRequestIdentity = Pick<
  PullRequest,
  'id' | 'number' | 'title' | 'html_url' | 'base' | 'user'
>;

function describe(pullRequest: PullRequestIdentity) {
  return {
    subjectId: `pulls/${pullRequest.id}`,
    content: {},
    atrium: {
      title: pullRequest.title,
      number: String(pullRequest.number),
      url: pullRequest.html_url,
      branch: pullRequest.base.ref,
      actor: pullRequest.user?.login,
    },
  };
}

/** Everything that the state of a pull request tells. */
export function toPullRequestEvents(
  pullRequest: PullRequest,
  repository: HostRepository,
): CloudEvent[] {
  const about = describe(pullRequest);
  const { created_at, updated_at, merged_at, closed_at } = pullRequest;
  const events = [
    createRepositoryEvent('change.created', repository, {
      ...about,
      fact: 'created',
      time: created_at,
    }),
  ];
  if (merged_at) {
    events.push(
      createRepositoryEvent('change.merged', repository, {
        ...about,
        fact: 'merged',
        time: merged_at,
        atrium: {
          ...about.atrium,
          commit: pullRequest.merge_commit_sha ?? undefined,
        },
      }),
    );
  } else if (closed_at) {
    events.push(
      createRepositoryEvent('change.abandoned', repository, {
        ...about,
        fact: `abandoned/${closed_at}`,
        time: closed_at,
      }),
    );
  } else if (updated_at !== created_at) {
    events.push(
      createRepositoryEvent('change.updated', repository, {
        ...about,
        fact: `updated/${updated_at}`,
        time: updated_at,
      }),
    );
  }
  return events;
}

/** A pull request that had been closed is open again. */
export function toReopenedPullRequestEvents(
  pullRequest: PullRequest,
  repository: HostRepository,
): CloudEvent[] {
  return [
    createRepositoryEvent('change.created', repository, {
      ...describe(pullRequest),
      fact: `reopened/${pullRequest.updated_at}`,
      time: pullRequest.updated_at,
    }),
  ];
}

/** What has to be asked for about a merged pull request. */
export interface MergeDetails {
  pullRequest: PullRequest;
  firstCommitAt?: string;
  /** The files that it changed. */
  paths?: string[];
}

/**
 * When the first commit of a merged pull request was made, and what it changed.
 * An event of its own, since it has to be asked for and may come later than the
 * merge is told.
 */
export function toMergeDetailEvents(
  { pullRequest, firstCommitAt, paths }: MergeDetails,
  repository: HostRepository,
): CloudEvent[] {
  if (!firstCommitAt && !paths) {
    return [];
  }
  const about = describe(pullRequest);
  return [
    createRepositoryEvent('change.updated', repository, {
      ...about,
      fact: 'first-commit',
      time: pullRequest.merged_at ?? pullRequest.updated_at,
      atrium: { ...about.atrium, firstCommitAt, paths },
    }),
  ];
}

/** A review, unless authors answer in their own pull request. */
export function toReviewEvents(
  context: { pullRequest: PullRequestIdentity; review: Review },
  repository: HostRepository,
): CloudEvent[] {
  const { pullRequest, review } = context;
  if (!review.submitted_at || review.user?.login === pullRequest.user?.login) {
    return [];
  }
  const about = describe(pullRequest);
  return [
    createRepositoryEvent('change.reviewed', repository, {
      ...about,
      fact: `reviews/${review.id}`,
      time: review.submitted_at,
      atrium: { ...about.atrium, actor: review.user?.login },
    }),
  ];
}
