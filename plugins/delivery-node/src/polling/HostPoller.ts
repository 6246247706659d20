import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { HostRepository } from '../gitHost/HostRepository';
import type { PollResource } from './PollResource';
import type { RepositoryPoller } from './RepositoryPoller';

/** What the poller has to know of a git host. */
export interface GitHost {
  /** As in `github`. */
  id: string;
  /** For people: `GitHub`. */
  name: string;
  /** What it answers where a repository does not have a list at all. */
  absentStatusCode: number;
}

/** What the poller needs. */
export interface HostPollerOptions {
  host: GitHost;
  poller: Pick<RepositoryPoller, 'poll'>;
  resources: PollResource[];
  listRepositories(): Promise<HostRepository[]>;
  logger: LoggerService;
}

/** Few at a time: a host has others to answer. */
const CONCURRENCY = 3;

/** Polls all repositories once. */
export class HostPoller {
  readonly #options: HostPollerOptions;

  constructor(options: HostPollerOptions) {
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
    repository: HostRepository,
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
        if (!this.#isAbsent(error)) {
          failures.push(error);
        }
      }
    }
    return failures;
  }

  #isAbsent(error: unknown): boolean {
    return (
      isError(error) &&
      'statusCode' in error &&
      error.statusCode === this.#options.host.absentStatusCode
    );
  }

  #report(failures: unknown[], repositoryCount: number): void {
    const { host, logger } = this.#options;
    const [limit] = failures.filter(isRateLimit);
    if (limit) {
      // The next poll after that goes on; nobody has to do anything.
      logger.info(`Polling of ${host.name} waits for its rate limit`, {
        reason: limit.message,
      });
    }
    const others = failures.filter(failure => !isRateLimit(failure));
    const [first] = others;
    if (first !== undefined) {
      logger.warn(`Some lists of ${host.name} repositories could not be read`, {
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
