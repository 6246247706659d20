import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { readProcessIdentity } from '../../bin/bootstrap/processIdentity.mjs';
import {
  AlreadyRunningError,
  readRunningWorld,
  WorldLock,
} from './WorldLock.ts';

const run = { portalUrl: 'http://localhost:7007', basePort: 7007 };

test('a second launcher is told where the portal runs', async context => {
  const home = await temporaryFolder(context);
  const lock = await WorldLock.acquire(home, run);

  await assert.rejects(
    WorldLock.acquire(home, run),
    error =>
      error instanceof AlreadyRunningError &&
      error.message ===
        `The portal is already starting at http://localhost:7007 (pid ${process.pid})`,
  );
  await lock.setReady();
  await assert.rejects(WorldLock.acquire(home, run), {
    message: `The portal is already running at http://localhost:7007 (pid ${process.pid})`,
  });
  assert.equal((await readRunningWorld(home))?.basePort, 7007);

  await lock.release();
  await lock.setServices([]);
  assert.equal(await readRunningWorld(home), undefined);
  await (await WorldLock.acquire(home, run)).release();
});

test('the lock of a killed launcher is taken over and its services are ended', async context => {
  const home = await temporaryFolder(context);
  const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  context.after(() => orphan.kill('SIGKILL'));
  const exited = once(orphan, 'exit');
  const identity = await readProcessIdentity(orphan.pid ?? 0);
  assert.ok(identity);
  await writeFile(
    join(home, 'run.json'),
    JSON.stringify({
      // The pid lives, but the process that had it then does not.
      launcher: { pid: process.pid, startedAt: '1', commandLine: 'node' },
      ...run,
      services: [{ name: 'Sandbox', stopSignal: 'SIGTERM', identity }],
    }),
  );

  const lock = await WorldLock.acquire(home, run);

  assert.deepEqual(await exited, [null, 'SIGTERM']);
  const record = JSON.parse(await readFile(join(home, 'run.json'), 'utf8'));
  assert.equal(record.launcher.pid, process.pid);
  assert.deepEqual(record.services, []);
  await lock.release();
});

test('a process that merely got the pid of an old service is left alone', async context => {
  const home = await temporaryFolder(context);
  const stranger = spawn(process.execPath, [
    '-e',
    'setInterval(() => {}, 1000)',
  ]);
  context.after(() => stranger.kill('SIGKILL'));
  await writeFile(
    join(home, 'run.json'),
    JSON.stringify({
      launcher: { pid: 2 ** 22, startedAt: '1', commandLine: 'node' },
      ...run,
      services: [
        {
          name: 'Sandbox',
          stopSignal: 'SIGTERM',
          identity: { pid: stranger.pid, startedAt: '1', commandLine: 'node' },
        },
      ],
    }),
  );

  await (await WorldLock.acquire(home, run)).release();

  assert.ok(await readProcessIdentity(stranger.pid ?? 0));
});

test('of many launchers at a stale lock one wins', async context => {
  const home = await temporaryFolder(context);
  await writeFile(
    join(home, 'run.json'),
    JSON.stringify({
      launcher: { pid: 2 ** 22, startedAt: '1', commandLine: 'node' },
      ...run,
      services: [],
    }),
  );

  const results = await Promise.allSettled(
    Array.from({ length: 8 }, () => WorldLock.acquire(home, run)),
  );

  assert.equal(
    results.filter(({ status }) => status === 'fulfilled').length,
    1,
  );
});

test('a door that a killed launcher left shut holds nobody up', async context => {
  const killed = { pid: 2 ** 22, startedAt: '1', commandLine: 'node' };
  for (const leave of [
    (door: string) => writeFile(door, JSON.stringify(killed)),
    // Killed before it had put its name on it.
    (door: string) => writeFile(door, ''),
    // By an earlier version.
    (door: string) => mkdir(door),
  ]) {
    const home = await temporaryFolder(context);
    await leave(join(home, 'run.door'));
    const startedAt = performance.now();

    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => WorldLock.acquire(home, run)),
    );

    assert.ok(performance.now() - startedAt < 5_000);
    assert.deepEqual(
      results.filter(({ status }) => status === 'fulfilled').length,
      1,
    );
    assert.deepEqual(await readdir(home), ['run.json']);
  }
});
