import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { GithubRepository } from '../mapping/GithubRepository';
import type { PollResource } from './PollResource';
import type { RepositoryPoller } from './RepositoryPoller';

/** What the poller needs. */
export interface GithubPollerOptions {
  poller: Pick<RepositoryPoller, 'poll'>;
  resources: PollResource[];
  listRepositories(): Promise<GithubRepository[]>;
  logger: LoggerService;
}

/** Few at a time: GitHub asks for requests one after the other. */
const CONCURRENCY = 3;

/** Polls all repositories once. */
export class GithubPoller {
  readonly #options: GithubPollerOptions;

  constructor(options: GithubPollerOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const repositories = await this.#options.listRepositories();
    const failures: unknown[] = [];
    const queue = repositories.values();
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        for (const repository of queue) {
          failures.push(...(await this.#pollRepository(repository, signal)));
        }
      }),
    );
    this.#report(failures, repositories.length);
  }

  /** Polls its lists, and answers what failed: one does not stop the others. */
  async #pollRepository(
    repository: GithubRepository,
    signal: AbortSignal,
  ): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (const resource of this.#options.resources) {
      if (signal.aborted) {
        break;
      }
      try {
        await this.#options.poller.poll({ repository, resource, signal });
      } catch (error) {
        if (isRateLimit(error)) {
          return [...failures, error];
        }
        // The repository has no issues, for example.
        if (!isGone(error)) {
          failures.push(error);
        }
      }
    }
    return failures;
  }

  #report(failures: unknown[], repositoryCount: number): void {
    const { logger } = this.#options;
    const [limit] = failures.filter(isRateLimit);
    if (limit) {
      // The next poll after that goes on; nobody has to do anything.
      logger.info('Polling of GitHub waits for its rate limit', {
        reason: limit.message,
      });
    }
    const others = failures.filter(failure => !isRateLimit(failure));
    const [first] = others;
    if (first !== undefined) {
      logger.warn('Some lists of GitHub repositories could not be read', {
        failedCount: others.length,
        repositoryCount,
        firstReason: isError(first) ? first.message : String(first),
      });
    }
  }
}

function isRateLimit(error: unknown): error is Error {
  return isError(error) && error.name === 'RateLimitError';
}

function isGone(error: unknown): boolean {
  return isError(error) && 'statusCode' in error && error.statusCode === 410;
}
