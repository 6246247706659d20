import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { createDatabase } from './createDatabase.ts';
import { findFreePort } from './ports.ts';
import { startPostgres, type PostgresOptions } from './postgres.ts';
import { isStillRunning } from '../../bin/bootstrap/processIdentity.mjs';
import { Supervisor } from './Supervisor.ts';

const password = 'sandbox-secret';

async function postgresOptions(context: TestContext): Promise<PostgresOptions> {
  // Where Postgres runs as another account than root, it needs to get there.
  const home = join(await temporaryFolder(context), 'home');
  const port = await findFreePort();
  return {
    supervisor: new Supervisor(),
    home,
    port,
    password,
    isDurable: false,
  };
}

async function query(port: number, sql: string): Promise<unknown[]> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'atrium',
  });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test('the data outlives a stop, a killed launcher and a killed server', async context => {
  const options = await postgresOptions(context);
  const { port } = options;
  const supervisors: Supervisor[] = [];
  context.after(async () => {
    for (const supervisor of supervisors) {
      await supervisor.stopAll();
    }
  });
  const start = async () => {
    const supervisor = new Supervisor();
    supervisors.push(supervisor);
    return startPostgres({ ...options, supervisor });
  };

  await start();
  await createDatabase('atrium', { port, password });
  await createDatabase('atrium', { port, password });
  await query(port, 'CREATE TABLE notes AS SELECT 42 AS answer');
  await supervisors[0].stopAll();

  const abandoned = await start();
  assert.deepEqual(await query(port, 'TABLE notes'), [{ answer: 42 }]);

  // Nobody stopped it: the next start ends it and takes its place.
  const killed = await start();
  assert.equal(await isStillRunning(abandoned.identity), false);
  assert.deepEqual(await query(port, 'TABLE notes'), [{ answer: 42 }]);

  process.kill(killed.identity.pid, 'SIGKILL');
  await killed.exited;
  await start();
  assert.deepEqual(await query(port, 'TABLE notes'), [{ answer: 42 }]);
});

test('data of another major version is refused and left as it is', async context => {
  const options = await postgresOptions(context);
  const dataFolder = join(options.home, 'postgres');
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'PG_VERSION'), '16\n');

  const command = 'npm start';
  await assert.rejects(startPostgres({ ...options, command }), {
    message: `The data in ${dataFolder} is of Postgres 16, this is Postgres 18; nothing was touched`,
    hint: `Move the folder away to keep it, or begin with empty state: npm start -- --home ${options.home} --reset`,
  });
  assert.deepEqual(await readdir(dataFolder), ['PG_VERSION']);
});

test('a password that does not fit the data is told at once', async context => {
  const options = await postgresOptions(context);
  await startPostgres(options);
  await options.supervisor.stopAll();

  const supervisor = new Supervisor();
  context.after(() => supervisor.stopAll());
  await assert.rejects(
    startPostgres({
      ...options,
      supervisor,
      password: 'another',
      command: 'npm start',
    }),
    {
      message: `The password in ${join(
        options.home,
        'secrets.json',
      )} is not that of the data`,
      hint: `Restore the file, or begin with empty state: npm start -- --home ${options.home} --reset`,
    },
  );
});
