import { setTimeout as sleep } from 'node:timers/promises';
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
const GRACE_MS = 10_000;

/** Enough for a process that lost its connection to take its locks again. */
const CONFIRM_AFTER_MS = 3_000;
const RECONNECT_AFTER_MS = 500;

/**
 * When a connection is given up. A host that vanishes says nothing, and the system
 * takes a quarter of an hour to notice.
 */
const STATEMENT_LIMIT_MS = 4_000;

const IS_ABANDONED = `
  current_run_started_at < now() - ? * interval '1 millisecond'
    AND NOT EXISTS (
      SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ?
        AND l.objid =
          (hashtext(current_database() || ? || id)::bigint & 4294967295)::oid)`;

const LIST_ABANDONED = `
  SELECT current_run_ticket AS ticket FROM ${TASKS_TABLE}
  WHERE current_run_ticket IS NOT NULL AND ${IS_ABANDONED}`;

const FREE_ABANDONED = `
  UPDATE ${TASKS_TABLE} SET current_run_ticket = NULL, current_run_started_at = NULL,
    current_run_expires_at = NULL, last_run_ended_at = now(),
    last_run_error_json = ?
  WHERE current_run_ticket = ANY(?) AND ${IS_ABANDONED}
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
  query(statement: {
    text: string;
    values: unknown[];
    query_timeout: number;
  }): Promise<unknown>;
  /** At once where a statement has no answer yet. */
  end(): Promise<void>;
}

/** A connection, and the tasks whose locks it has. */
interface LockSession {
  connection: LockConnection;
  locked: Set<TaskName>;
}

interface RunLocksOptions {
  /** What processes have in common that know of each other. */
  lockClass?: number;
  /** For how long a task has no lock until its process is taken for gone. */
  confirmAfterMs?: number;
  statementLimitMs?: number;
}

/**
 * Signs of life of the tasks that this process runs: a lock of PostgreSQL each,
 * on one connection, so that they end with the process however it ends.
 *
 * @remarks The scheduler alone leaves a task to a process that was killed until
 * the task's timeout, minutes or hours. A connection may end while its process
 * lives: then all locks are taken again on another one, and whoever misses them
 * looks twice.
 */
export class RunLocks {
  readonly #lockClass: number;
  readonly #confirmAfterMs: number;
  readonly #statementLimitMs: number;
  #knex?: Knex;
  #session?: Promise<LockSession>;
  /** The runs that take longer than a moment. */
  readonly #held = new Set<TaskName>();
  #isRestoring = false;
  #isClosed = false;
  /** Those that were there last, by the processes of the server. */
  #present: ReadonlySet<number> = new Set();
  #look: { at: number; done: Promise<void> } | undefined;
  /** Before this one there may have been another that was killed. */
  #endedAt = Date.now();
  /** What is done before, since a connection does one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: RunLocksOptions = {}) {
    this.#lockClass = options.lockClass ?? LOCK_CLASS;
    this.#confirmAfterMs = options.confirmAfterMs ?? CONFIRM_AFTER_MS;
    this.#statementLimitMs = options.statementLimitMs ?? STATEMENT_LIMIT_MS;
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
    await this.#connect();
    const held = { ...task };
    const timer = setTimeout(() => {
      this.#held.add(held);
      this.#settle().catch(() => {});
    }, afterMs);
    try {
      await run();
    } finally {
      clearTimeout(timer);
      if (this.#held.delete(held)) {
        // The work is done, also where the database is away for longer.
        await Promise.race([
          this.#settle().catch(() => {}),
          sleep(this.#statementLimitMs, undefined, { ref: false }),
        ]);
      }
    }
  }

  /**
   * Frees the tasks of a plugin whose process is gone, so that they are due. It
   * looks again after some seconds: the process may have lost its connection only.
   *
   * @returns which ones
   */
  async freeAbandoned(knex: Knex, pluginId: string): Promise<string[]> {
    const prefix = nameOf({ database: '', pluginId, taskId: '' });
    const seen = await knex.raw<{ rows: { ticket: string }[] }>(
      LIST_ABANDONED,
      [GRACE_MS - this.#confirmAfterMs, this.#lockClass, prefix],
    );
    if (seen.rows.length === 0) {
      return [];
    }
    await sleep(this.#confirmAfterMs, undefined, { ref: false });
    const { rows } = await knex.raw(FREE_ABANDONED, [
      JSON.stringify({
        name: 'Error',
        message: 'The process that ran the task is gone',
      }),
      seen.rows.map(({ ticket }) => ticket),
      GRACE_MS,
      this.#lockClass,
      prefix,
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
    this.#isClosed = true;
    this.#held.clear();
    const opened = this.#session?.catch(() => undefined);
    this.#session = undefined;
    await (await opened)?.connection.end();
  }

  /** Has the connection hold the locks of what runs, and no others. */
  #settle(): Promise<void> {
    const settled = this.#last.then(async () => {
      if (this.#isClosed) {
        return;
      }
      const opened = this.#connect();
      const { connection, locked } = await opened;
      try {
        for (const task of without(this.#held, locked)) {
          // Shared, so that nobody ever waits for it.
          await this.#call(connection, 'pg_advisory_lock_shared', task);
          locked.add(task);
        }
        for (const task of without(locked, this.#held)) {
          await this.#call(connection, 'pg_advisory_unlock_shared', task);
          locked.delete(task);
        }
      } catch (error) {
        connection.end().catch(() => {});
        this.#lose(opened);
        throw error;
      }
    });
    this.#last = settled.catch(() => {});
    return settled;
  }

  async #call(
    connection: LockConnection,
    name: 'pg_advisory_lock_shared' | 'pg_advisory_unlock_shared',
    lock: TaskName | typeof PRESENCE,
  ): Promise<void> {
    await connection.query({
      text: `SELECT ${name}($1, hashtext($2))`,
      values: [this.#lockClass, lock === PRESENCE ? lock : nameOf(lock)],
      query_timeout: this.#statementLimitMs,
    });
  }

  #connect(): Promise<LockSession> {
    if (!this.#session) {
      const opened = this.#open(() => this.#lose(opened));
      this.#session = opened;
      opened.catch(() => {
        if (this.#session === opened) {
          this.#session = undefined;
        }
      });
    }
    return this.#session;
  }

  async #open(onEnd: () => void): Promise<LockSession> {
    const connection = await this.#knex?.client.acquireRawConnection();
    if (!connection) {
      throw new Error('There is no database to keep locks in');
    }
    connection.once('end', onEnd);
    try {
      await this.#call(connection, 'pg_advisory_lock_shared', PRESENCE);
    } catch (error) {
      connection.end().catch(() => {});
      throw error;
    }
    return { connection, locked: new Set() };
  }

  #lose(session: Promise<LockSession>): void {
    if (this.#session === session) {
      this.#session = undefined;
      void this.#restore();
    }
  }

  /** Takes the locks again, on another connection, as soon as there can be one. */
  async #restore(): Promise<void> {
    if (this.#isRestoring) {
      return;
    }
    this.#isRestoring = true;
    while (!this.#isClosed) {
      try {
        await this.#settle();
        break;
      } catch {
        await sleep(RECONNECT_AFTER_MS, undefined, { ref: false });
      }
    }
    this.#isRestoring = false;
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

function without(tasks: Set<TaskName>, others: Set<TaskName>): TaskName[] {
  return [...tasks].filter(task => !others.has(task));
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
