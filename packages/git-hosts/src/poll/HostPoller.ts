import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import pLimit from 'p-limit';
import type { HostRepository } from '../HostRepository';
import { RateLimitError } from '../http/RateLimitError';
import type { PollResource } from './PollResource';
import type { RepositoryPoller } from './RepositoryPoller';

/** What the poller needs. */
export interface HostPollerOptions<Client, Event> {
  /** For people, such as `GitHub`. */
  hostName: string;
  poller: Pick<RepositoryPoller<Client, Event>, 'poll'>;
  resources: PollResource<Client, Event>[];
  listRepositories(): Promise<HostRepository[]>;
  logger: LoggerService;
}

/** Few at a time: a host has others to answer. */
const CONCURRENCY = 3;

/** Polls all repositories once. */
export class HostPoller<Client, Event> {
  readonly #options: HostPollerOptions<Client, Event>;

  constructor(options: HostPollerOptions<Client, Event>) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const repositories = await this.#options.listRepositories();
    const limit = pLimit(CONCURRENCY);
    const failures = await Promise.all(
      repositories.map(repository =>
        limit(() => this.#pollRepository(repository, signal)),
      ),
    );
    this.#report(failures.flat(), repositories.length);
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
        failures.push(error);
        if (error instanceof RateLimitError) {
          break;
        }
      }
    }
    return failures;
  }

  #report(failures: unknown[], repositoryCount: number): void {
    const { hostName, logger } = this.#options;
    const [limit] = failures.filter(isRateLimit);
    if (limit) {
      // The next poll after that goes on; nobody has to do anything.
      logger.info(`Polling of ${hostName} waits for its rate limit`, {
        reason: limit.message,
      });
    }
    const others = failures.filter(failure => !isRateLimit(failure));
    const [first] = others;
    if (first !== undefined) {
      logger.warn(`Some lists of ${hostName} repositories could not be read`, {
        failedCount: others.length,
        repositoryCount,
        firstReason: isError(first) ? first.message : String(first),
      });
    }
  }
}

function isRateLimit(error: unknown): error is RateLimitError {
  return error instanceof RateLimitError;
}
