import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromKnex, PgBoss } from 'pg-boss';
import type { ClaimStore } from '../database/ClaimStore';
import type { StoredResource } from '../database/StoredResource';
import { connectionOf } from './connectionOf';

/** What a job says: a resource of a driver is due. */
type Wake = Pick<StoredResource, 'driver'>;

const QUEUE = 'reconcile';

/** The jobs have a schema of their own in the database of the plugin. */
const SCHEMA = 'provisioning_jobs';

const BATCH_SIZE = 50;

/** Well below what anybody notices, and a few jobs at a time under load. */
const GATHER_MS = 25;

/** Where nobody can be notified, as behind a pooler by transaction. */
const POLL_SECONDS = 2;

/**
 * Wakes workers, on pg-boss. A job says no more than that something is due; what
 * is to be done is in its row, so that a job that is lost, late or there twice
 * does no harm.
 */
export class ReconcileQueue {
  readonly #claims: ClaimStore;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
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
   * Has the engine work on a resource once the transaction is committed.
   *
   * @param trx - the transaction that changed what the resource is to be
   */
  async enqueue(trx: Knex, resourceId: string): Promise<void> {
    const driver = await this.#claims.markDue(trx, resourceId);
    // Before the start the look for what is due finds it.
    if (driver !== undefined && this.#boss) {
      const wake: Wake = { driver };
      await this.#boss.send(QUEUE, wake, { db: fromKnex(trx) });
    }
  }

  /**
   * Begins to take jobs.
   *
   * @param handle - takes what is due of drivers, and does not wait until it is done
   */
  async start(handle: (drivers: string[]) => void): Promise<void> {
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
        handle(jobs.map(({ data }) => data.driver));
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

  /** Once per outage: it goes on by itself, and says so many times. */
  #warn(error: Error): void {
    if (!this.#isFailing) {
      this.#isFailing = true;
      this.#logger.warn('Jobs of provisioning cannot be read for now', {
        error: stringifyError(error),
      });
    }
  }
}
