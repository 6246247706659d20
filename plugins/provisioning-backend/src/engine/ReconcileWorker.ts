import { failpoint } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ClaimedResource, ClaimStore } from '../database/ClaimStore';
import type { DriverRegistry } from '../services/DriverRegistry';
import { DriverLane } from './DriverLane';
import type { EngineMetrics } from './EngineMetrics';
import type { Reconciler } from './Reconciler';
import type { ReconcileQueue } from './ReconcileQueue';

/** For how long a worker may be silent until another one goes on. */
export const LEASE_MS = 6_000;

/** How often a worker that holds something says that it is alive. */
const TICK_MS = 1_000;

/**
 * How late it sees what other workers have made due without a word. Within a
 * lease, so that it knows beforehand when those end that others hold.
 */
const LOOK_AT_LEAST_EVERY_MS = LEASE_MS - TICK_MS;

/** How often the length of the queue is measured. */
const TICKS_PER_MEASURE = 30;

const DEFAULT_CONCURRENCY = 5;

/** After something unexpected, so that it is not tried without a pause. */
const PAUSE_AFTER_ERROR_MS = 5_000;

/** How long a step may take to end when the process stops. */
const STOP_MS = 8_000;

type WorkerClaims = Pick<
  ClaimStore,
  'claim' | 'giveBack' | 'readBacklog' | 'readDue' | 'renew'
>;

/**
 * Works on what is due in this process: as many resources of a driver at once as
 * the driver allows, so that one provider that hangs holds up nobody else.
 */
export class ReconcileWorker {
  readonly #claims: WorkerClaims;
  readonly #drivers: DriverRegistry;
  readonly #logger: LoggerService;
  readonly #metrics: EngineMetrics;
  readonly #queue: Pick<ReconcileQueue, 'start' | 'stop'>;
  readonly #reconciler: Pick<Reconciler, 'run'>;
  readonly #lanes = new Map<string, DriverLane>();
  readonly #active = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;
  #isFailing = false;
  #tickCount = 0;
  /** When something may be due, by the clock of this process. */
  #lookAt = 0;

  constructor(options: {
    claims: WorkerClaims;
    drivers: DriverRegistry;
    logger: LoggerService;
    metrics: EngineMetrics;
    queue: Pick<ReconcileQueue, 'start' | 'stop'>;
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
    await this.#queue.start({
      handle: drivers => this.#wake(drivers),
      onDue: () => this.#lookSoon(),
    });
  }

  /** Takes nothing more, and waits a little for what is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    const timer = setTimeout(() => this.#stop.abort(), STOP_MS);
    await this.#queue.stop();
    await Promise.all([...this.#lanes.values()].map(lane => lane.stop()));
    clearTimeout(timer);
    this.#stop.abort();
  }

  /** Has free places of drivers take what is due. */
  #wake(drivers: Iterable<string>): void {
    for (const driver of new Set(drivers)) {
      this.#laneOf(driver)
        .wake()
        .catch(error => this.#warn(error));
    }
  }

  #laneOf(driver: string): DriverLane {
    const known = this.#lanes.get(driver);
    if (known) {
      return known;
    }
    const { maxConcurrency = DEFAULT_CONCURRENCY } =
      this.#drivers.get(driver)?.description ?? {};
    const lane = new DriverLane({
      places: maxConcurrency,
      claim: options => {
        failpoint('provisioning.reconcile.1');
        return this.#claims.claim(driver, options);
      },
      work: claimed => this.#workInTurn(claimed),
    });
    this.#lanes.set(driver, lane);
    return lane;
  }

  /** What this process has let slip is taken again once it has noticed. */
  async #workInTurn(claimed: ClaimedResource): Promise<void> {
    const { id } = claimed.resource;
    const work = Promise.resolve(this.#active.get(id)).then(() =>
      this.#work(claimed),
    );
    this.#active.set(id, work);
    await work;
    if (this.#active.get(id) === work) {
      this.#active.delete(id);
      // It may be due again in a moment.
      this.#lookSoon();
    }
  }

  async #work(claimed: ClaimedResource): Promise<void> {
    const { id } = claimed.resource;
    try {
      failpoint('provisioning.reconcile.2');
      await this.#reconciler.run(claimed, this.#stop.signal);
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

  #scheduleTick(): void {
    const waitMs = this.#lookAt - performance.now();
    // What is due within a second is looked for on time.
    const delayMs = waitMs > 0 ? Math.min(waitMs, TICK_MS) : TICK_MS;
    this.#timer = setTimeout(() => {
      void this.#tick().finally(() => {
        if (!this.#isStopping) {
          this.#scheduleTick();
        }
      });
    }, delayMs);
  }

  async #tick(): Promise<void> {
    try {
      await this.#claims.renew();
      if (this.#active.size > 0 || performance.now() >= this.#lookAt) {
        await this.#look();
      }
      if (this.#tickCount++ % TICKS_PER_MEASURE === 0) {
        this.#metrics.recordBacklog(await this.#claims.readBacklog());
      }
      this.#isFailing = false;
    } catch (error) {
      this.#lookSoon();
      this.#warn(error);
    }
  }

  async #look(): Promise<void> {
    // Before it is asked: what becomes due meanwhile is looked for again.
    this.#lookAt = performance.now() + LOOK_AT_LEAST_EVERY_MS;
    const { drivers, nextInMs = Infinity } = await this.#claims.readDue();
    this.#lookAt = Math.min(this.#lookAt, performance.now() + nextInMs);
    this.#wake(drivers);
  }

  #lookSoon(): void {
    this.#lookAt = 0;
  }

  /** Once per outage. */
  #warn(error: unknown): void {
    if (!this.#isFailing) {
      this.#isFailing = true;
      this.#logger.warn('What is due cannot be read for now', {
        error: stringifyError(error),
      });
    }
  }
}
