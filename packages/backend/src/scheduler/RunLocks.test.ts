import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Client } from 'pg';
import { DatabaseProxy } from '../__testUtils__/DatabaseProxy';
import type { Knex } from '../database/limitRequests';
import { RunLocks } from './RunLocks';

const TASKS = 'backstage_backend_tasks__tasks';

/** Portals of other tests come and go on the same server. */
const LOCK_CLASS = 1;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const opened: RunLocks[] = [];

/** The locks of another process, which shares nothing but the database. */
function createLocks(knex: Knex): RunLocks {
  const locks = new RunLocks({
    lockClass: LOCK_CLASS,
    confirmAfterMs: 500,
    statementLimitMs: 500,
  });
  locks.use(knex);
  opened.push(locks);
  return locks;
}

async function openTasks(): Promise<Knex> {
  const knex = await databases.init('POSTGRES_18');
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@backstage/backend-defaults',
      'migrations/scheduler',
    ),
  });
  return knex;
}

async function taskOf(knex: Knex, taskId = 'task') {
  const { rows } = await knex.raw('SELECT current_database() AS database');
  return { database: rows[0].database, pluginId: 'slo', taskId };
}

async function insertTask(knex: Knex, id: string, startedAgo?: string) {
  const startedAt = startedAgo
    ? knex.raw(`now() - interval '${startedAgo}'`)
    : null;
  await knex(TASKS).insert({
    id,
    settings_json: '{}',
    next_run_start_at: knex.fn.now(),
    current_run_ticket: startedAgo ? `ticket-of-${id}` : null,
    current_run_started_at: startedAt,
    current_run_expires_at: startedAgo
      ? knex.raw("now() + interval '1 hour'")
      : null,
  });
}

/** Other tests have databases on the same server. */
async function countLocks(knex: Knex): Promise<number> {
  const { rows } = await knex.raw(
    `SELECT count(*)::int AS locks FROM pg_locks
     JOIN pg_database d ON d.oid = pg_locks.database
     WHERE locktype = 'advisory' AND datname = current_database()`,
  );
  return rows[0].locks;
}

/**
 * Locks are taken beside the work, and the server notices the end of a connection a
 * moment later.
 */
async function untilLocks(knex: Knex, count: number): Promise<void> {
  while ((await countLocks(knex)) !== count);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(locks => locks.close()));
});

describe('RunLocks', () => {
  it('frees the tasks of a process that is gone, and no others', async () => {
    const knex = await openTasks();
    await insertTask(knex, 'abandoned', '11 seconds');
    await insertTask(knex, 'just-begun', '5 seconds');
    await insertTask(knex, 'running', '11 seconds');
    await insertTask(knex, 'idle');
    const dying = createLocks(knex);
    const other = createLocks(knex);
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const task = await taskOf(knex, 'running');
    const begin = () =>
      new Promise<void>(begun => {
        void dying.hold(
          task,
          async () => {
            await untilLocks(knex, 2);
            begun();
            await ended;
          },
          0,
        );
      });

    await begin();
    expect(await other.freeAbandoned(knex, 'slo')).toEqual(['abandoned']);
    const [freed] = await knex(TASKS).where({ id: 'abandoned' });
    expect(freed).toMatchObject({
      current_run_ticket: null,
      current_run_started_at: null,
      current_run_expires_at: null,
      last_run_error_json: expect.stringContaining('is gone'),
    });

    // As a kill does: the connection ends.
    await dying.close();
    end();
    expect(await other.freeAbandoned(knex, 'slo')).toEqual(['running']);
    expect(await other.freeAbandoned(knex, 'slo')).toEqual([]);
  });

  it('holds its locks again after it lost its connection', async () => {
    const knex = await openTasks();
    await insertTask(knex, 'running', '11 seconds');
    const locks = createLocks(knex);
    const other = createLocks(knex);
    await locks.hold(
      await taskOf(knex, 'running'),
      async () => {
        await untilLocks(knex, 2);
        await knex.raw(
          `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
           JOIN pg_database d ON d.oid = pg_locks.database
           WHERE locktype = 'advisory' AND datname = current_database()
             AND objid = (hashtext('process')::bigint & 4294967295)::oid`,
        );
        expect(await other.freeAbandoned(knex, 'slo')).toEqual([]);
        await untilLocks(knex, 2);
      },
      0,
    );
    expect(await countLocks(knex)).toBe(1);
  });

  it('gives up a connection whose host has vanished', async () => {
    const knex = await openTasks();
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const proxy = new DatabaseProxy({ host, port });
    const proxyPort = await proxy.start();
    const acquireRawConnection = async () => {
      const client = new Client({
        host: '127.0.0.1',
        port: proxyPort,
        user,
        password,
        database,
      });
      // As Knex does.
      client.on('error', () => {});
      await client.connect();
      return client;
    };
    const locks = createLocks({ client: { acquireRawConnection } } as never);
    let finish = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    try {
      const running = locks.hold(
        await taskOf(knex, 'running'),
        () => finished,
        0,
      );
      await locks.hold(
        await taskOf(knex, 'ending'),
        async () => {
          // Those of both tasks, and that of the process.
          await untilLocks(knex, 3);
          proxy.vanish();
          await untilLocks(knex, 0);
        },
        0,
      );
      await untilLocks(knex, 2);
      finish();
      await running;
      expect(await countLocks(knex)).toBe(1);
    } finally {
      finish();
      await proxy.stop();
    }
  });

  it('frees what another portal on the server runs under the same name', async () => {
    const knex = await openTasks();
    const ofOther = await openTasks();
    await insertTask(knex, 'task', '11 seconds');
    await insertTask(ofOther, 'task', '11 seconds');
    const locks = createLocks(ofOther);
    await locks.hold(
      await taskOf(ofOther),
      async () => {
        await untilLocks(ofOther, 2);
        expect(await locks.freeAbandoned(ofOther, 'slo')).toEqual([]);
        expect(await locks.freeAbandoned(knex, 'slo')).toEqual(['task']);
      },
      0,
    );
  });

  it('holds its lock for as long as the work, also when that fails', async () => {
    const knex = await openTasks();
    const locks = createLocks(knex);
    const task = await taskOf(knex);

    // That of the task, and that of the process.
    await locks.hold(task, () => untilLocks(knex, 2), 0);
    expect(await countLocks(knex)).toBe(1);
    await expect(
      locks.hold(
        task,
        async () => {
          await untilLocks(knex, 2);
          throw new Error('It failed');
        },
        0,
      ),
    ).rejects.toThrow('It failed');
    expect(await countLocks(knex)).toBe(1);
  });

  it('takes no lock for work that is over in a moment', async () => {
    const knex = await openTasks();
    const locks = createLocks(knex);
    await locks.hold(
      await taskOf(knex),
      async () => expect(await countLocks(knex)).toBe(1),
      60_000,
    );
    expect(await countLocks(knex)).toBe(1);
  });

  it('tells for half a minute that a process has ended', async () => {
    const knex = await openTasks();
    const dying = createLocks(knex);
    const other = createLocks(knex);
    const startedAt = Date.now();
    const after = (seconds: number) =>
      other.hasProcessEnded(knex, startedAt + seconds * 1_000);

    // One may have been killed before it came.
    expect(await after(0)).toBe(true);
    await dying.hold(await taskOf(knex), async () => {});
    expect(await after(40)).toBe(false);
    await dying.close();
    // What was asked a moment ago is not asked again.
    expect(await after(41)).toBe(false);
    await untilLocks(knex, 0);
    expect(await after(45)).toBe(true);
    expect(await after(74)).toBe(true);
    expect(await after(76)).toBe(false);
  });
});
