import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { ClaimStore } from '../database/ClaimStore';
import type { StoredResource } from '../database/StoredResource';
import { connectionOf } from './connectionOf';

/** What a job says: of which drivers something is due. */
interface Wake {
  drivers: string[];
}

const QUEUE = 'reconcile';

/** The jobs have a schema of their own in the database of the plugin. */
const SCHEMA = 'provisioning_jobs';

const BATCH_SIZE = 50;

/** Well below what anybody notices, and few jobs for many requests. */
const GATHER_MS = 25;

/** Where nobody can be notified, as behind a pooler by transaction. */
const POLL_SECONDS = 2;

/**
 * Wakes workers, on pg-boss. A job says no more than that something is due, and
 * that is committed by then. What is to be done is in the row of the resource,
 * and everybody looks for due ones now and then: a job that is lost, late or
 * there twice does no harm.
 */
export class ReconcileQueue {
  readonly #claims: ClaimStore;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #dueDrivers = new Set<string>();
  #isSending = false;
  #onDue: (() => void) | undefined;
  #boss: PgBoss | undefined;
  #isFailing = false;

  constructor(options: {
    claims: ClaimStore;
    knex: Knex;
    logger: LoggerService;
  }) {
    this.#claims = options.claims;
    this.#knex = options.knex;
    this.#logger = options.logger;
  }

  /**
   * Has workers take what a transaction has made due, once it is committed.
   *
   * @param trx - the transaction that changed what the resource is to be
   */
  enqueue(
    trx: Knex | Knex.Transaction,
    { driver }: Pick<StoredResource, 'driver'>,
  ): void {
    const committed =
      'executionPromise' in trx ? trx.executionPromise : Promise.resolve();
    committed.then(
      () => this.#wake(driver),
      () => {
        // Rolled back: there is nothing to do.
      },
    );
  }

  /** Has a worker look at a resource although nobody has changed it. */
  async look(resourceId: string): Promise<void> {
    const driver = await this.#claims.markDue(resourceId);
    if (driver !== undefined) {
      await this.#wake(driver);
    }
  }

  /**
   * Begins to take jobs.
   *
   * @param options - `handle` takes what is due of drivers, and does not wait until
   * it is done; `onDue` hears of what this process has made due, whoever takes it
   */
  async start(options: {
    handle(drivers: string[]): void;
    onDue(): void;
  }): Promise<void> {
    this.#onDue = options.onDue;
    const { rows } = await this.#knex.raw(
      'SELECT to_regnamespace(?) IS NOT NULL AS exists',
      SCHEMA,
    );
    const boss = new PgBoss({
      ...(await connectionOf(this.#knex)),
      application_name: 'provisioning-jobs',
      schema: SCHEMA,
      // Where operators made the schema, no right to make one is needed.
      createSchema: !rows[0].exists,
      max: 2,
      schedule: false,
      // No job waits for another one.
      flowIntervalSeconds: 86_400,
      useListenNotify: true,
    });
    boss.on('error', error => this.#warn(error));
    await boss.start();
    await boss.createQueue(QUEUE, {
      notify: true,
      retryLimit: 0,
      expireInSeconds: 60,
      deleteAfterSeconds: 3_600,
    });
    await boss.work<Wake>(
      QUEUE,
      {
        batchSize: BATCH_SIZE,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: POLL_SECONDS,
      },
      async jobs => {
        this.#isFailing = false;
        options.handle(jobs.flatMap(({ data }) => data.drivers));
        // What comes meanwhile is read together.
        await sleep(GATHER_MS);
      },
    );
    this.#boss = boss;
  }

  /** Takes no more jobs, and closes its connections. */
  async stop(): Promise<void> {
    const boss = this.#boss;
    this.#boss = undefined;
    await boss?.stop({ graceful: true, timeout: 2_000 });
  }

  /** Before the start, the look for what is due finds it. */
  async #wake(driver: string): Promise<void> {
    this.#onDue?.();
    this.#dueDrivers.add(driver);
    if (this.#isSending) {
      return;
    }
    this.#isSending = true;
    try {
      while (this.#boss && this.#dueDrivers.size > 0) {
        const wake: Wake = { drivers: [...this.#dueDrivers] };
        this.#dueDrivers.clear();
        await this.#boss.send(QUEUE, wake);
        await sleep(GATHER_MS);
      }
    } catch (error) {
      this.#warn(error);
    } finally {
      this.#isSending = false;
    }
  }

  /** Once per outage: it goes on by itself, and says so many times. */
  #warn(error: unknown): void {
    if (!this.#isFailing) {
      this.#isFailing = true;
      this.#logger.warn('Jobs of provisioning cannot be read for now', {
        error: stringifyError(error),
      });
    }
  }
}
