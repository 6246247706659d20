import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Duration } from 'luxon';
import { z } from 'zod';
import type { TaskState } from './readTaskStates';

/** What another process made due, and did not live to run, is found this late. */
const LOOK_AT_LEAST_EVERY_MS = 30_000;

/** As the stock scheduler stores them; others are of a newer version of it. */
const settingsSchema = z.object({
  version: z.literal(2),
  cadence: z.string(),
  timeoutAfterDuration: z.string(),
  initialDelayDuration: z.string().optional(),
});

type FoundTask =
  | { result: 'ready'; settings: z.infer<typeof settingsSchema> }
  | { result: 'abort' };

interface WaitOptions {
  signal: AbortSignal;
  /** How late the task may begin. */
  pollInterval: Duration;
}

interface Waiter {
  pollMs: number;
  resolve(found: FoundTask): void;
}

interface DuePollerOptions {
  logger: LoggerService;
  /** Those of the tasks that there are. */
  read(taskIds: string[]): Promise<TaskState[]>;
}

/**
 * Tells the tasks of a plugin that they are due, in place of the stock poller. That
 * one asks every five seconds, also where nothing is due for an hour; this one when
 * the next task is due, as late as the stock one at most, and when it is woken.
 */
export class DuePoller {
  readonly #options: DuePollerOptions;
  readonly #waiters = new Map<string, Set<Waiter>>();
  /** By this clock; of tasks that are not in here it is not known. */
  readonly #dueAt = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  #isWoken = false;
  #lookedAt = 0;

  constructor(options: DuePollerOptions) {
    this.#options = options;
  }

  /** Resolves once the task can be claimed, or its signal ends the wait. */
  async waitForTask(taskId: string, options: WaitOptions): Promise<FoundTask> {
    const { pollInterval, signal } = options;
    if (signal.aborted) {
      return { result: 'abort' };
    }
    return new Promise(resolve => {
      const waiters = this.#waiters.get(taskId) ?? new Set<Waiter>();
      this.#waiters.set(taskId, waiters);
      const settled = new AbortController();
      const waiter: Waiter = {
        pollMs: pollInterval.as('milliseconds'),
        resolve(found) {
          settled.abort();
          resolve(found);
        },
      };
      const abort = () => {
        waiters.delete(waiter);
        if (waiters.size === 0 && this.#waiters.get(taskId) === waiters) {
          this.#waiters.delete(taskId);
        }
        this.#schedule();
        resolve({ result: 'abort' });
      };
      waiters.add(waiter);
      signal.addEventListener('abort', abort, {
        once: true,
        signal: settled.signal,
      });
      this.#schedule();
    });
  }

  /** Some task may be due before its time. */
  wake(): void {
    this.#isWoken = true;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiters.size === 0 || this.#isLooking) {
      return;
    }
    const now = Date.now();
    const lookAt = Math.min(
      this.#lookedAt + LOOK_AT_LEAST_EVERY_MS,
      ...[...this.#waiters].map(([id, waiters]) => this.#lookAt(id, waiters)),
    );
    this.#timer = setTimeout(
      () => void this.#look(),
      this.#isWoken ? 0 : Math.max(lookAt - now, 0),
    ).unref();
  }

  /** What is due within the same seconds, also of other plugins, is seen together. */
  #lookAt(taskId: string, waiters: Set<Waiter>): number {
    const pollMs = Math.min(...[...waiters].map(waiter => waiter.pollMs));
    const dueAt = this.#dueAt.get(taskId);
    return dueAt === undefined ? 0 : Math.ceil(dueAt / pollMs) * pollMs;
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    this.#isWoken = false;
    this.#lookedAt = Date.now();
    const ids = [...this.#waiters.keys()];
    try {
      const states = await this.#options.read(ids);
      const known = new Set(states.map(({ id }) => id));
      ids
        .filter(id => !known.has(id))
        .forEach(id => this.#giveUp(id, 'There is no such task any more'));
      states.forEach(state => this.#take(state));
    } catch (error) {
      this.#options.logger.warn('Due tasks could not be read', {
        error: stringifyError(error),
      });
      const retryAt = Date.now() + 1;
      ids.forEach(id => this.#dueAt.set(id, retryAt));
    } finally {
      this.#isLooking = false;
    }
    this.#schedule();
  }

  #take({ dueInMs, id, isRunning, settingsJson }: TaskState): void {
    const now = Date.now();
    if (isRunning || dueInMs === undefined) {
      // Nobody knows when another process ends its run.
      this.#dueAt.set(id, isRunning ? now + 1 : Infinity);
      return;
    }
    if (dueInMs > 0) {
      this.#dueAt.set(id, now + dueInMs);
      return;
    }
    const { data: settings } = settingsSchema.safeParse(
      parseJson(settingsJson),
    );
    if (!settings) {
      this.#giveUp(id, 'A newer version of the portal runs the task');
      return;
    }
    const cadence = Duration.fromISO(settings.cadence);
    if (cadence.isValid) {
      // As the scheduler counts, whoever claims it.
      this.#dueAt.set(id, now + Math.max(dueInMs + cadence.toMillis(), 1));
    } else {
      this.#dueAt.delete(id);
    }
    this.#resolve(id, { result: 'ready', settings });
  }

  #giveUp(id: string, reason: string): void {
    this.#options.logger.info('A task does not run here any more', {
      task: id,
      reason,
    });
    this.#dueAt.delete(id);
    this.#resolve(id, { result: 'abort' });
  }

  #resolve(id: string, found: FoundTask): void {
    const waiters = this.#waiters.get(id) ?? [];
    this.#waiters.delete(id);
    waiters.forEach(waiter => waiter.resolve(found));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
