import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

interface PromptSweepOptions {
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  taskId: string;
}

/**
 * When entities are looked at again after a push: the catalog takes a few
 * seconds to read what was pushed, and sometimes longer.
 */
const DELAYS_MS = [5_000, 20_000];

/** Has entities looked at soon after a push, ahead of the schedule. */
export class PromptSweep {
  readonly #options: PromptSweepOptions;
  readonly #timers = new Map<number, NodeJS.Timeout>();

  constructor(options: PromptSweepOptions) {
    this.#options = options;
    options.lifecycle.addShutdownHook(() => {
      for (const timer of this.#timers.values()) {
        clearTimeout(timer);
      }
    });
  }

  /** Does not wait, and cannot fail: the schedule comes by anyway. */
  afterPush(): void {
    for (const delayMs of DELAYS_MS) {
      clearTimeout(this.#timers.get(delayMs));
      this.#timers.set(
        delayMs,
        setTimeout(() => this.#trigger(), delayMs).unref(),
      );
    }
  }

  async #trigger(): Promise<void> {
    const { logger, scheduler, taskId } = this.#options;
    try {
      await scheduler.triggerTask(taskId);
    } catch (error) {
      // It is running, as a rule.
      logger.debug('Entities are looked at by the schedule only', {
        error: stringifyError(error),
      });
    }
  }
}
