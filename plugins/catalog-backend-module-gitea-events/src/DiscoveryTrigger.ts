import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';

const RETRY_DELAY_MS = 2_000;
const GIVE_UP_AFTER_MS = 10 * 60 * 1_000;

/** What {@link DiscoveryTrigger} works with. */
interface DiscoveryTriggerOptions {
  logger: LoggerService;
  scheduler: SchedulerService;
}

/**
 * Starts the stock Gitea discovery ahead of its schedule.
 */
export class DiscoveryTrigger {
  readonly #logger: LoggerService;
  readonly #scheduler: SchedulerService;
  readonly #waiting = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(options: DiscoveryTriggerOptions) {
    this.#logger = options.logger;
    this.#scheduler = options.scheduler;
  }

  /**
   * Starts the discovery of a provider, or has it started again once the run
   * that is going on has ended, since that run may have passed the repository.
   */
  async trigger(providerId: string): Promise<void> {
    const waiting = this.#waiting.get(providerId);
    if (waiting) {
      // The run that is waited for starts later than now, so it sees this too.
      return waiting;
    }
    const start = this.#start(providerId).finally(() =>
      this.#waiting.delete(providerId),
    );
    this.#waiting.set(providerId, start);
    return start;
  }

  /** Ends all waiting. */
  stop(): void {
    this.#isStopped = true;
  }

  async #start(providerId: string): Promise<void> {
    const taskId = `gitea-provider:${providerId}:refresh`;
    const attempts = GIVE_UP_AFTER_MS / RETRY_DELAY_MS;
    for (let attempt = 0; attempt < attempts && !this.#isStopped; attempt++) {
      try {
        await this.#scheduler.triggerTask(taskId);
        return;
      } catch (error) {
        if (!isTemporary(error)) {
          throw error;
        }
      }
      await new Promise(resolve => setTimeout(resolve, RETRY_DELAY_MS).unref());
    }
    if (!this.#isStopped) {
      this.#logger.warn('Gitea discovery could not be started after a push', {
        providerId,
      });
    }
  }
}

/** Whether the task is running, or not scheduled yet as during a start. */
function isTemporary(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ConflictError' || error.name === 'NotFoundError')
  );
}
