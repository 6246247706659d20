import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Knex } from '../database/limitRequests';
import { TASKS_TABLE } from './readTaskStates';

/** Keeps these locks apart from others, such as those of plugins. */
const LOCK_CLASS = 1_635_017_580;

/** Most runs are over before; these need no sign of life. */
const HOLD_AFTER_MS = 1_000;

/** Enough for a run to take its lock after it took its task. */
const GRACE = '10 seconds';

const FREE_ABANDONED = `
  UPDATE ${TASKS_TABLE} SET current_run_ticket = NULL, current_run_started_at = NULL,
    current_run_expires_at = NULL, last_run_ended_at = now(),
    last_run_error_json = ?
  WHERE current_run_ticket IS NOT NULL
    AND current_run_started_at < now() - interval '${GRACE}'
    AND NOT EXISTS (
      SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ?
        AND l.objid =
          (hashtext(current_database() || ? || id)::bigint & 4294967295)::oid)
  RETURNING id`;

/**
 * The name of the lock that each process holds as long as it lives, in whichever
 * database of the server: a look too many does no harm.
 */
const PRESENCE = 'process';

const LIST_PROCESSES = `
  SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = ?
    AND objid = (hashtext(?)::bigint & 4294967295)::oid`;

/** What all plugins ask at about the same time is asked once. */
const SHARED_MS = 4_000;

/** Until then the tasks of a process that ended can be freed. */
const ENDED_FOR_MS = 30_000;

interface LockConnection {
  query(text: string, values: unknown[]): Promise<unknown>;
  end(): Promise<void>;
}

/**
 * Signs of life of the tasks that this process runs: a lock of PostgreSQL each,
 * on one connection, so that they end with the process however it ends.
 *
 * @remarks The scheduler alone leaves a task to a process that was killed until
 * the task's timeout, minutes or hours.
 */
export class RunLocks {
  readonly #lockClass: number;
  #knex?: Knex;
  #connection?: Promise<LockConnection>;
  /** Those that were there last, by the processes of the server. */
  #present: ReadonlySet<number> = new Set();
  #look: { at: number; done: Promise<void> } | undefined;
  /** Before this one there may have been another that was killed. */
  #endedAt = Date.now();
  /** The statement before, since a connection does one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param lockClass - what processes have in common that know of each other */
  constructor(lockClass = LOCK_CLASS) {
    this.#lockClass = lockClass;
  }

  /** Any client will do: locks are seen from all databases of a server. */
  use(knex: Knex): void {
    this.#knex ??= knex;
  }

  /**
   * Does something, with the sign of life of a task where it takes longer than a
   * moment. Without a database to keep it in, nothing is done.
   */
  async hold(
    task: TaskName,
    run: () => Promise<void>,
    afterMs = HOLD_AFTER_MS,
  ): Promise<void> {
    const connection = await this.#connect();
    let locked: Promise<unknown> | undefined;
    const timer = setTimeout(() => {
      // Shared, so that nobody ever waits for it.
      locked = this.#call(connection, 'pg_advisory_lock_shared', task);
      locked.catch(() => this.#drop(connection));
    }, afterMs);
    try {
      await run();
    } finally {
      clearTimeout(timer);
      if (locked) {
        await this.#call(connection, 'pg_advisory_unlock_shared', task).catch(
          () => this.#drop(connection),
        );
      }
    }
  }

  /**
   * Frees the tasks of a plugin whose process is gone, so that they are due.
   *
   * @returns which ones
   */
  async freeAbandoned(knex: Knex, pluginId: string): Promise<string[]> {
    const { rows } = await knex.raw(FREE_ABANDONED, [
      JSON.stringify({
        name: 'Error',
        message: 'The process that ran the task is gone',
      }),
      this.#lockClass,
      nameOf({ database: '', pluginId, taskId: '' }),
    ]);
    return rows.map((row: { id: string }) => row.id);
  }

  /**
   * Whether a process may have ended within the last half minute, so that tasks
   * may wait for it. What all plugins ask costs one statement.
   */
  async hasProcessEnded(knex: Knex, now = Date.now()): Promise<boolean> {
    if (!this.#look || now - this.#look.at >= SHARED_MS) {
      this.#look = { at: now, done: this.#lookForProcesses(knex, now) };
    }
    await this.#look.done;
    return now - this.#endedAt < ENDED_FOR_MS;
  }

  async #lookForProcesses(knex: Knex, now: number): Promise<void> {
    const { rows } = await knex.raw(LIST_PROCESSES, [
      this.#lockClass,
      PRESENCE,
    ]);
    const present = new Set<number>(
      rows.map((row: { pid: number }) => row.pid),
    );
    if ([...this.#present].some(pid => !present.has(pid))) {
      this.#endedAt = now;
    }
    this.#present = present;
  }

  async close(): Promise<void> {
    const connection = this.#connection?.catch(() => undefined);
    this.#connection = undefined;
    await (await connection)?.end();
  }

  #call(
    connection: LockConnection,
    name: 'pg_advisory_lock_shared' | 'pg_advisory_unlock_shared',
    task: TaskName,
  ): Promise<unknown> {
    const called = this.#last.then(() =>
      connection.query(`SELECT ${name}($1, hashtext($2))`, [
        this.#lockClass,
        nameOf(task),
      ]),
    );
    this.#last = called.catch(() => {});
    return called;
  }

  async #connect(): Promise<LockConnection> {
    this.#connection ??= this.#open();
    try {
      return await this.#connection;
    } catch (error) {
      this.#connection = undefined;
      throw error;
    }
  }

  async #open(): Promise<LockConnection> {
    const connection = await this.#knex?.client.acquireRawConnection();
    if (!connection) {
      throw new Error('There is no database to keep locks in');
    }
    connection.once('end', () => {
      this.#connection = undefined;
    });
    await connection.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [
      this.#lockClass,
      PRESENCE,
    ]);
    return connection;
  }

  #drop(connection: LockConnection): void {
    this.#connection = undefined;
    connection.end().catch(() => {});
  }
}

interface TaskName {
  /** That of the plugin: other portals on the server have tasks of the same names. */
  database: string;
  pluginId: string;
  taskId: string;
}

function nameOf({ database, pluginId, taskId }: TaskName): string {
  return `${database} ${pluginId} ${taskId}`;
}

/** The locks of this process. */
export const runLocksServiceRef = createServiceRef<RunLocks>({
  id: 'atrium.run-locks',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { lifecycle: coreServices.rootLifecycle },
      factory({ lifecycle }) {
        const locks = new RunLocks();
        lifecycle.addShutdownHook(() => locks.close());
        return locks;
      },
    }),
});
