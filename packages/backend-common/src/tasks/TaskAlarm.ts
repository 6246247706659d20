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
  /** Within how many milliseconds what happens has it run once; 500 by default. */
  delayMs?: number;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
}

const DELAY_MS = 500;
/** When a task is woken again that was running. */
const BUSY_MS = 3_000;

/**
 * Has a task run within seconds, on one replica, before its time by the clock.
 */
export class TaskAlarm {
  readonly #options: TaskAlarmOptions;
  /** Of each time that it is to run at. */
  readonly #timers = new Map<number, NodeJS.Timeout>();
  #again: NodeJS.Timeout | undefined;
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
    const { delayMs = DELAY_MS } = this.#options;
    this.#set(delayMs, delayMs);
  }

  /**
   * Has it run after some time. That it runs before as well does not do: what it
   * is to find may not be there by then.
   */
  set(delayMs: number): void {
    this.#set(delayMs, DELAY_MS);
  }

  /** @param earlierMs - how much before that a run does as well */
  #set(delayMs: number, earlierMs: number): void {
    const dueAt = Date.now() + delayMs;
    const isSet = [...this.#timers.keys()].some(
      other => other <= dueAt && other >= dueAt - earlierMs,
    );
    if (this.#isStopped || isSet) {
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(dueAt);
      void this.#trigger();
    }, delayMs);
    this.#timers.set(dueAt, timer.unref());
  }

  /** Has it run after some time, in place of what the run before asked for. */
  setAgain(delayMs: number): void {
    clearTimeout(this.#again);
    if (!this.#isStopped) {
      this.#again = setTimeout(() => void this.#trigger(), delayMs).unref();
    }
  }

  #stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#again);
    for (const timer of this.#timers.values()) {
      clearTimeout(timer);
    }
  }

  async #trigger(): Promise<void> {
    const { id, logger, scheduler } = this.#options;
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
