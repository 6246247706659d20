import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { readProcessIdentity } from '../../bin/bootstrap/processIdentity.mjs';
import { Supervisor, type ServiceOptions } from './Supervisor.ts';

const LIVES_ON = 'console.log("up"); setInterval(() => {}, 1000);';

function script(name: string, code: string, folder: string): ServiceOptions {
  return {
    name,
    command: process.execPath,
    args: ['-e', code],
    cwd: folder,
    env: process.env,
    logFile: join(folder, `${name}.log`),
  };
}

async function saysUp(logFile: string): Promise<boolean> {
  return (await readFile(logFile, 'utf8')).includes('up');
}

/** Waits until something is so; fails when it is not after a minute. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    assert.ok(performance.now() < deadline, 'It did not happen');
    await delay(20);
  }
}

test('services end in reverse order, a stubborn one by force', async context => {
  const folder = await temporaryFolder(context);
  const ended: string[] = [];
  const supervisor = new Supervisor();
  const services = [
    script('first', LIVES_ON, folder),
    {
      ...script(
        'second',
        `process.on("SIGTERM", () => {}); ${LIVES_ON}`,
        folder,
      ),
      stopSeconds: 0.3,
    },
    script('third', LIVES_ON, folder),
  ];
  for (const options of services) {
    const service = await supervisor.start(options);
    await supervisor.waitUntilReady(service, {
      isReady: () => saysUp(options.logFile),
      timeoutSeconds: 10,
    });
    void service.exited.then(reason => ended.push(`${options.name} ${reason}`));
  }

  await supervisor.stopAll();

  assert.deepEqual(ended, [
    'third signal SIGTERM',
    'second signal SIGKILL',
    'first signal SIGTERM',
  ]);
});

test('what a service started itself ends with it', async context => {
  const folder = await temporaryFolder(context);
  const supervisor = new Supervisor();
  const options = script(
    'parent',
    `const { pid } = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
     console.log('up', pid); setInterval(() => {}, 1000);`,
    folder,
  );
  const service = await supervisor.start(options);
  await supervisor.waitUntilReady(service, {
    isReady: () => saysUp(options.logFile),
    timeoutSeconds: 10,
  });
  const pid = Number(
    (await readFile(options.logFile, 'utf8')).trim().split(' ')[1],
  );
  assert.ok(await readProcessIdentity(pid));

  await supervisor.stopAll();

  await until(async () => !(await readProcessIdentity(pid)));
});

test('a service that ends by itself is reported with its last words', async context => {
  const folder = await temporaryFolder(context);
  const supervisor = new Supervisor();
  await supervisor.start(
    script('brittle', 'console.error("no disk"); process.exit(3)', folder),
  );

  const failure = await supervisor.unexpectedExit;

  assert.equal(failure.message, 'brittle ended unexpectedly (exit code 3)');
  assert.equal(failure.details, 'no disk');
  assert.equal(
    failure.hint,
    `The whole log is in ${join(folder, 'brittle.log')}`,
  );
});

test('waiting for a service fails when it ends, is late, or says that it failed', async context => {
  const folder = await temporaryFolder(context);
  const supervisor = new Supervisor();
  context.after(() => supervisor.stopAll());
  const never = async () => false;

  const ending = await supervisor.start(script('ending', '', folder));
  await assert.rejects(
    supervisor.waitUntilReady(ending, { isReady: never, timeoutSeconds: 10 }),
    { message: 'ending ended while starting (exit code 0)' },
  );
  const late = await supervisor.start(script('late', LIVES_ON, folder));
  await assert.rejects(
    supervisor.waitUntilReady(late, { isReady: never, timeoutSeconds: 0.2 }),
    { message: 'late was not ready within 0.2 s' },
  );
  await assert.rejects(
    supervisor.waitUntilReady(late, {
      isReady: never,
      timeoutSeconds: 10,
      findFailure: log => (log.includes('up') ? 'it is up' : undefined),
    }),
    { message: 'late failed to start', details: 'it is up' },
  );
  const telling = await supervisor.start(
    script('telling', 'console.log("no database"); process.exit(1)', folder),
  );
  await telling.exited;
  await assert.rejects(
    supervisor.waitUntilReady(telling, {
      isReady: never,
      timeoutSeconds: 10,
      findFailure: log => log.trim(),
    }),
    { message: 'telling failed to start', details: 'no database' },
  );
});

test('a service with a channel does not outlive a killed launcher', async context => {
  const folder = await temporaryFolder(context);
  const modules = import.meta.dirname;
  const launcher = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { Supervisor } from ${JSON.stringify(
        join(modules, 'Supervisor.ts'),
      )};
       const service = await new Supervisor().start({
         name: 'child',
         command: process.execPath,
         args: ['--import', ${JSON.stringify(
           join(modules, 'childOfLauncher.mjs'),
         )}, '-e', ${JSON.stringify(LIVES_ON)}],
         cwd: ${JSON.stringify(folder)},
         env: process.env,
         logFile: ${JSON.stringify(join(folder, 'child.log'))},
         channel: true,
       });
       console.log(service.identity.pid);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [output] = await once(launcher.stdout, 'data');
  const pid = Number(String(output));
  assert.ok(await readProcessIdentity(pid));
  // The child listens to the channel once its first module has run.
  await until(() => saysUp(join(folder, 'child.log')));

  launcher.kill('SIGKILL');

  await until(async () => !(await readProcessIdentity(pid)));
});

test('what a service says is bounded, and it goes on saying it', async context => {
  const folder = await temporaryFolder(context);
  const supervisor = new Supervisor();
  context.after(() => supervisor.stopAll());
  const options = script(
    'loud',
    `console.log("x".repeat(11 * 1024 * 1024));
     setInterval(() => console.log("still up"), 50);`,
    folder,
  );
  await supervisor.start(options);
  const aside = join(folder, 'loud.1.log');
  const sizeOf = async (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    );

  await until(
    async () =>
      (await sizeOf(options.logFile)) < 1024 * 1024 &&
      (await saysUp(options.logFile)),
  );
  assert.ok((await sizeOf(aside)) > 10 * 1024 * 1024);
});
