import { failpoint } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import pLimit, { type Limit } from 'p-limit';
import type { ClaimStore } from '../database/ClaimStore';
import type { DriverRegistry } from '../services/DriverRegistry';
import type { EngineMetrics } from './EngineMetrics';
import type { Reconciler } from './Reconciler';
import type { ReconcileQueue, Wake } from './ReconcileQueue';

/** For how long a worker may be silent until another one goes on. */
export const LEASE_MS = 7_000;

/** How often a worker says that it is alive, and looks for what nobody works on. */
const TICK_MS = 2_000;

/** Jobs are usually taken within a moment; what waits longer was left behind. */
const OVERDUE_MS = 1_500;

/** How often the length of the queue is measured. */
const TICKS_PER_MEASURE = 15;

const SWEEP_LIMIT = 200;

const DEFAULT_CONCURRENCY = 5;

/** After something unexpected, so that it is not tried without a pause. */
const PAUSE_AFTER_ERROR_MS = 5_000;

/** How long a step may take to end when the process stops. */
const STOP_MS = 8_000;

/**
 * Works on what is due in this process: as many resources of a driver at once as
 * the driver allows, so that one provider that hangs holds up nobody else.
 */
export class ReconcileWorker {
  readonly #claims: ClaimStore;
  readonly #drivers: DriverRegistry;
  readonly #logger: LoggerService;
  readonly #metrics: EngineMetrics;
  readonly #queue: ReconcileQueue;
  readonly #reconciler: Pick<Reconciler, 'run'>;
  readonly #limits = new Map<string, Limit>();
  readonly #waiting = new Set<string>();
  readonly #active = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #isFailing = false;
  #tickCount = 0;

  constructor(options: {
    claims: ClaimStore;
    drivers: DriverRegistry;
    logger: LoggerService;
    metrics: EngineMetrics;
    queue: ReconcileQueue;
    reconciler: Pick<Reconciler, 'run'>;
  }) {
    this.#claims = options.claims;
    this.#drivers = options.drivers;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
    this.#queue = options.queue;
    this.#reconciler = options.reconciler;
  }

  /** Begins to work. */
  async start(): Promise<void> {
    this.#scheduleTick();
    await this.#queue.start(wakes => this.wake(wakes));
  }

  /** Takes nothing more, and waits a little for what is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    const timer = setTimeout(() => this.#stop.abort(), STOP_MS);
    this.#limits.forEach(limit => limit.clearQueue());
    this.#waiting.clear();
    await this.#queue.stop();
    await Promise.allSettled(this.#active.values());
    clearTimeout(timer);
    this.#stop.abort();
  }

  /** Takes resources that are due, each once. */
  wake(wakes: readonly Wake[]): void {
    for (const { id, driver } of wakes) {
      if (this.#waiting.has(id) || this.#stop.signal.aborted) {
        continue;
      }
      this.#waiting.add(id);
      void this.#limitOf(driver)(async () => {
        this.#waiting.delete(id);
        // What became due while it was worked on is done after that.
        const work = Promise.resolve(this.#active.get(id)).then(() =>
          this.#work(id),
        );
        this.#active.set(id, work);
        await work;
        if (this.#active.get(id) === work) {
          this.#active.delete(id);
        }
      });
    }
  }

  async #work(id: string): Promise<void> {
    try {
      failpoint('provisioning.reconcile.1');
      if (!(await this.#claims.claim(id))) {
        return;
      }
      failpoint('provisioning.reconcile.2');
      await this.#reconciler.run(id, this.#stop.signal);
      if (this.#stop.signal.aborted) {
        await this.#claims.giveBack(id);
      }
    } catch (error) {
      this.#logger.warn('A resource could not be worked on; it will be again', {
        resourceId: id,
        error: stringifyError(error),
      });
      await this.#claims.giveBack(id, PAUSE_AFTER_ERROR_MS).catch(() => {
        // The claim ends by itself.
      });
    }
  }

  #limitOf(driver: string): Limit {
    const known = this.#limits.get(driver);
    if (known) {
      return known;
    }
    const { maxConcurrency = DEFAULT_CONCURRENCY } =
      this.#drivers.get(driver)?.description ?? {};
    const limit = pLimit(maxConcurrency);
    this.#limits.set(driver, limit);
    return limit;
  }

  #scheduleTick(): void {
    this.#timer = setTimeout(() => {
      void this.#tick().finally(() => {
        if (!this.#stop.signal.aborted) {
          this.#scheduleTick();
        }
      });
    }, TICK_MS);
  }

  async #tick(): Promise<void> {
    try {
      await this.#claims.renew([...this.#active.keys()]);
      this.wake(await this.#claims.listAbandoned(OVERDUE_MS, SWEEP_LIMIT));
      if (this.#tickCount++ % TICKS_PER_MEASURE === 0) {
        this.#metrics.recordBacklog(await this.#claims.readBacklog());
      }
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        this.#isFailing = true;
        this.#logger.warn('What is due cannot be read for now', {
          error: stringifyError(error),
        });
      }
    }
  }
}
