import type { GithubWebhook, HostRepository } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  createRepositoryEvent,
  toEventPaths,
} from '@atrium/plugin-delivery-node';

const TITLE_LENGTH = 200;

/** Whether a push brought commits to the default branch. */
export function isDefaultBranchPush(push: GithubWebhook<'push'>): boolean {
  return (
    !push.deleted &&
    push.commits.length > 0 &&
    push.ref === `refs/heads/${push.repository.default_branch}`
  );
}

/** A push to the default branch that no pull request made is a change itself. */
export function toPushEvents(
  push: GithubWebhook<'push'>,
  repository: HostRepository,
): CloudEvent[] {
  const head = push.head_commit;
  if (!isDefaultBranchPush(push) || !head) {
    return [];
  }
  const [firstCommit] = push.commits
    .map(({ timestamp }) => timestamp)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return [
    createRepositoryEvent('change.merged', repository, {
      subjectId: `commits/${push.after}`,
      fact: 'merged',
      time: readPushTime(push.repository.pushed_at) ?? head.timestamp,
      content: {},
      atrium: {
        title:
          head.message.split('\n', 1)[0].slice(0, TITLE_LENGTH) || undefined,
        url: head.url,
        branch: push.repository.default_branch,
        commit: push.after,
        actor: push.pusher.name,
        firstCommitAt: firstCommit,
        paths: toEventPaths(
          push.commits.flatMap(({ added, removed, modified }) => [
            ...added,
            ...removed,
            ...modified,
          ]),
        ),
      },
    }),
  ];
}

function readPushTime(
  pushedAt: number | string | null | undefined,
): string | undefined {
  return typeof pushedAt === 'number'
    ? new Date(pushedAt * 1_000).toISOString()
    : pushedAt ?? undefined;
}
