import { cutText } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  BranchStatus,
  CommitStatusStore,
} from '../database/CommitStatusStore';
import type { ProblemStore, WrongBranch } from '../database/ProblemStore';
import { healthPageLink } from './healthPageLink';
import type { RepositoryEntities } from './RepositoryEntities';

interface StatusWriterOptions {
  /** Where people open the portal. */
  appUrl: string;
  entities: Pick<RepositoryEntities, 'list'>;
  gitHosts: GitHosts;
  logger: LoggerService;
  problems: Pick<ProblemStore, 'listWrongBranches'>;
  statuses: CommitStatusStore;
}

/** What a sweep has seen, beside the problems. */
interface SweptState {
  /** Files that the catalog has yet to read. */
  waiting: string[];
  /** Whether more may be wrong than what is known. */
  isTruncated: boolean;
  now: Date;
}

/** The status that the tip of a branch should have. */
interface TargetStatus {
  state: 'success' | 'failure';
  description: string;
  repository?: string;
}

const CONTEXT = 'atrium/catalog';
const MAX_ATTEMPTS = 6;
const FIRST_RETRY_MS = 30_000;
const MAX_DESCRIPTION_LENGTH = 130;
/** The catalog reads what was pushed within this time. */
const SETTLE_MS = 8_000;

/**
 * Marks the tip of a branch on its host with what the catalog says of it.
 *
 * @remarks Only the repository whose own file was found wrong is marked; see
 * `placeOf`.
 */
export class StatusWriter {
  readonly #options: StatusWriterOptions;

  constructor(options: StatusWriterOptions) {
    this.#options = options;
  }

  async run(state: SweptState): Promise<void> {
    const { logger, problems, statuses } = this.#options;
    const wrong = new Map(
      (await problems.listWrongBranches()).map(one => [keyOf(one), one]),
    );
    const known = new Map(
      (await statuses.list()).map(status => [keyOf(status), status]),
    );
    for (const [key, { repositoryUrl, branch }] of wrong) {
      if (!known.has(key)) {
        known.set(key, { repositoryUrl, branch, isDue: true, attempts: 0 });
      }
    }
    let failedCount = 0;
    let firstReason = '';
    for (const [key, status] of known) {
      const target = describe(wrong.get(key));
      if (isReady(status, target, state)) {
        const reason = await this.#write(status, target, state.now);
        failedCount += reason ? 1 : 0;
        firstReason ||= reason ?? '';
      }
    }
    if (failedCount > 0) {
      logger.warn('Commits could not be marked on their git host', {
        failedCount,
        firstReason,
      });
    }
  }

  /** Why it failed, where it did. */
  async #write(
    status: BranchStatus,
    target: TargetStatus,
    now: Date,
  ): Promise<string | undefined> {
    const { statuses } = this.#options;
    try {
      if (await this.#concernsCatalog(status, target)) {
        await this.#setStatus(status, target);
      }
      const { state, description } = target;
      await statuses.save({
        ...status,
        isDue: false,
        state,
        description,
        attempts: 0,
        nextAttemptAt: undefined,
      });
      return undefined;
    } catch (error) {
      const attempts = status.attempts + 1;
      await statuses.save({
        ...status,
        // The next push tries again.
        isDue: attempts < MAX_ATTEMPTS,
        state: target.state,
        description: target.description,
        attempts,
        nextAttemptAt: new Date(
          now.getTime() + FIRST_RETRY_MS * 2 ** status.attempts,
        ),
      });
      return stringifyError(error);
    }
  }

  /** Not every repository with such a file is one that the catalog reads. */
  async #concernsCatalog(
    { repositoryUrl, state }: BranchStatus,
    target: TargetStatus,
  ): Promise<boolean> {
    return (
      target.state === 'failure' ||
      state === 'failure' ||
      (await this.#options.entities.list(repositoryUrl)).length > 0
    );
  }

  async #setStatus(status: BranchStatus, target: TargetStatus): Promise<void> {
    const { appUrl, gitHosts } = this.#options;
    const { repositoryUrl, branch } = status;
    const client = gitHosts.openRepository(repositoryUrl);
    const repository = target.repository ?? nameOf(repositoryUrl);
    await client.setCommitStatus(await client.getHead(branch), {
      context: CONTEXT,
      state: target.state,
      description: target.description,
      targetUrl: `${appUrl}${healthPageLink(repository)}`,
    });
  }
}

function isReady(
  status: BranchStatus,
  target: TargetStatus,
  { waiting, isTruncated, now }: SweptState,
): boolean {
  const { repositoryUrl, pushedAt, nextAttemptAt, attempts } = status;
  const hasChanged =
    status.isDue ||
    (attempts === 0 && (status.state ?? 'success') !== target.state) ||
    (attempts === 0 &&
      target.state === 'failure' &&
      status.description !== target.description);
  const isSettled =
    !pushedAt || now.getTime() - pushedAt.getTime() >= SETTLE_MS;
  const isWaiting = waiting.some(url => url.startsWith(`${repositoryUrl}/`));
  const isEarly = nextAttemptAt !== undefined && nextAttemptAt > now;
  const isKnown = target.state === 'failure' || !isTruncated;
  return hasChanged && isSettled && isKnown && !isWaiting && !isEarly;
}

function describe(first: WrongBranch | undefined): TargetStatus {
  if (!first) {
    return { state: 'success', description: 'The catalog has read it.' };
  }
  const count = first.errorCount > 1 ? `${first.errorCount} problems: ` : '';
  const description = `${count}${first.path}${
    first.line ? `:${first.line}` : ''
  }: ${first.message}`;
  return {
    state: 'failure',
    description:
      description.length > MAX_DESCRIPTION_LENGTH
        ? `${cutText(description, MAX_DESCRIPTION_LENGTH - 1)}…`
        : description,
    repository: first.repository,
  };
}

function keyOf({
  repositoryUrl,
  branch,
}: {
  repositoryUrl: string;
  branch: string;
}) {
  return JSON.stringify([repositoryUrl, branch]);
}

function nameOf(repositoryUrl: string): string {
  return repositoryUrl.split('/').slice(-2).join('/');
}
