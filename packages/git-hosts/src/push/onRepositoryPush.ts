import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';

/** A commit of a push. */
export interface PushedCommit {
  id: string;
  /** Its page. */
  url?: string;
  addedPaths: string[];
  modifiedPaths: string[];
  removedPaths: string[];
}

/** A push to a branch. */
export interface RepositoryPush {
  /** The page of the repository, without a slash at its end. */
  repositoryUrl: string;
  branch: string;
  isDefaultBranch: boolean;
  /** The branch was not there before. */
  isNewBranch: boolean;
  /** The branch is gone. */
  isDeleted: boolean;
  /** The account that pushed, as the host knows it. */
  pushedBy?: string;
  /** The oldest first; of a large push, hosts tell of some only. */
  commits: PushedCommit[];
  /** How many there were, also those not told of, where the host says so. */
  totalCommits?: number;
}

/** A host whose pushes can be listened to. */
export type PushingHost = 'gitea' | 'github';

/** Who listens to pushes, and what happens then. */
export interface OnRepositoryPushOptions {
  /** The same on every replica, so that one of them takes each push. */
  id: string;
  events: EventsService;
  /** Whose pushes; by default those of all hosts. */
  hosts?: PushingHost[];
  logger: LoggerService;
  handle(push: RepositoryPush): Promise<void>;
}

const BRANCH_REF = 'refs/heads/';
const NO_COMMIT = /^0+$/;

// Gitea writes an empty list as null.
const pathsSchema = z
  .array(z.string())
  .nullish()
  .transform(paths => paths ?? []);

/** What pushes of Gitea and GitHub have in common. */
const pushSchema = z.object({
  ref: z.string().startsWith(BRANCH_REF).max(500),
  before: z.string().optional(),
  after: z.string().optional(),
  total_commits: z.number().optional(),
  commits: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        url: z.url({ protocol: /^https?$/ }).optional(),
        added: pathsSchema,
        modified: pathsSchema,
        removed: pathsSchema,
      }),
    )
    .nullish()
    .transform(commits => commits ?? []),
  repository: z.object({
    html_url: z.url({ protocol: /^https?$/ }).max(1_000),
    default_branch: z.string().optional(),
  }),
  sender: z
    .object({ login: z.string().max(255) })
    .optional()
    .catch(undefined),
});

/**
 * Listens to the pushes that git hosts tell of by webhook. What is no push to a
 * branch, such as a tag, is left out.
 */
export async function onRepositoryPush(
  options: OnRepositoryPushOptions,
): Promise<void> {
  const { id, events, hosts = ['gitea', 'github'], logger, handle } = options;
  await events.subscribe({
    id,
    topics: hosts.map(host => `${host}.push`),
    async onEvent({ eventPayload }) {
      const push = pushSchema.safeParse(eventPayload);
      if (push.success) {
        await handle(toRepositoryPush(push.data));
      } else {
        // Pushes of tags come the same way, so there is nothing wrong as a rule.
        logger.debug('A push was not understood', {
          reason: push.error.message,
        });
      }
    },
  });
}

function toRepositoryPush(push: z.output<typeof pushSchema>): RepositoryPush {
  const branch = push.ref.slice(BRANCH_REF.length);
  return {
    repositoryUrl: push.repository.html_url.replace(/\/+$/, ''),
    branch,
    isDefaultBranch: branch === push.repository.default_branch,
    isNewBranch: NO_COMMIT.test(push.before ?? ''),
    isDeleted: NO_COMMIT.test(push.after ?? ''),
    pushedBy: push.sender?.login,
    commits: push.commits.map(({ id, url, added, modified, removed }) => ({
      id,
      url,
      addedPaths: added,
      modifiedPaths: modified,
      removedPaths: removed,
    })),
    totalCommits: push.total_commits,
  };
}
