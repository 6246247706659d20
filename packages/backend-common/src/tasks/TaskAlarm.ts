import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';

/** Which task a {@link TaskAlarm} is for. */
export interface TaskAlarmOptions {
  /** Of the task. */
  id: string;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
}

/** What happens together has it run once. */
const DELAY_MS = 500;
/** When a task is woken again that was running. */
const BUSY_MS = 3_000;

/**
 * Has a task run within seconds, on one replica, before its time by the clock.
 */
export class TaskAlarm {
  readonly #options: TaskAlarmOptions;
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Infinity;
  #isStopped = false;

  constructor(options: TaskAlarmOptions) {
    this.#options = options;
    options.lifecycle.addShutdownHook(() => this.#stop());
  }

  /**
   * Something happened. A run that is under way may be past it, so that the task
   * then runs once more.
   */
  wake(): void {
    this.set(DELAY_MS);
  }

  /** Has it run after some time, unless it is set to an earlier one. */
  set(delayMs: number): void {
    const dueAt = Date.now() + delayMs;
    if (this.#isStopped || dueAt >= this.#dueAt) {
      return;
    }
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => void this.#trigger(), delayMs);
    this.#timer.unref();
  }

  #stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #trigger(): Promise<void> {
    const { id, logger, scheduler } = this.#options;
    this.#dueAt = Infinity;
    try {
      await scheduler.triggerTask(id);
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        this.set(BUSY_MS);
      } else {
        // It runs by the clock.
        logger.warn('A task could not be woken', {
          task: id,
          error: stringifyError(error),
        });
      }
    }
  }
}
