import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../__testUtils__/temporaryFolder.ts';
import { bundleBackend } from './bundleBackend.ts';

const run = promisify(execFile);

/** A checkout whose backend uses a workspace and three packages. */
async function createCheckout(context: TestContext) {
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  await write('yarn.lock', '');
  await write('packages/backend/package.json', '{ "name": "backend" }');
  await write(
    'node_modules/nodemailer/index.js',
    "console.log('mail loaded');",
  );
  await write(
    'node_modules/@backstage/plugin/index.js',
    `'use strict';
     const mail = require('nodemailer');
     exports.send = () => mail.send;
     exports.folder = __dirname;
     exports.isStrict = (function () { return this === undefined; })();`,
  );
  await write(
    'node_modules/errors/index.js',
    'exports.NotFoundError = class NotFoundError extends Error {};',
  );
  return {
    root,
    writeBackend: (source: string) =>
      write('packages/backend/src/index.ts', source),
    writeWorker: (source: string) =>
      write('packages/backend/src/worker.ts', source),
    bundle: () => bundleBackend(root),
    async start({ program }: { program: string[] }) {
      const { stdout } = await run(process.execPath, [
        '--enable-source-maps',
        ...program,
      ]);
      return stdout.trim().split('\n');
    },
  };
}

test('runs as from the sources, and loads clients when they are used', async context => {
  const { root, writeBackend, bundle, start } = await createCheckout(context);
  await writeBackend(`
    import { folder, isStrict, send } from '@backstage/plugin';
    import { NotFoundError as Theirs } from 'errors';
    interface LeftOut { line: number }
    class NotFoundError extends Theirs {}
    console.log(folder);
    console.log(isStrict);
    console.log(NotFoundError.name, Theirs.name);
    console.log(new Error().stack?.match(/index.ts:\\d+/)?.[0]);
    console.log('before'); send(); console.log('after');
  `);
  assert.deepEqual(await start(await bundle()), [
    join(root, 'node_modules/@backstage/plugin'),
    'true',
    'NotFoundError NotFoundError',
    'index.ts:9',
    'before',
    'mail loaded',
    'after',
  ]);
});

test('has threads run from bundles of their own', async context => {
  const { writeBackend, writeWorker, bundle, start } = await createCheckout(
    context,
  );
  await writeWorker(`
    import { folder } from '@backstage/plugin';
    import { isMainThread } from 'node:worker_threads';
    export const workerFile: string = __filename;
    if (!isMainThread) {
      console.log(folder.endsWith('@backstage/plugin'));
    }
  `);
  await writeBackend(`
    import { Worker } from 'node:worker_threads';
    import { workerFile } from './worker';
    new Worker(workerFile).on('exit', code => console.log(code));
  `);
  assert.deepEqual(await start(await bundle()), ['true', '0']);
});

test('keeps the code of a thread once it says that it was used', async context => {
  const { root, writeBackend, writeWorker, bundle, start } =
    await createCheckout(context);
  await writeWorker(`
    import { channel } from 'node:diagnostics_channel';
    import { folder } from '@backstage/plugin';
    import { isMainThread } from 'node:worker_threads';
    export const workerFile = __filename;
    if (!isMainThread) {
      console.log(folder.endsWith('@backstage/plugin'));
      channel('atrium.worker.used').publish({});
    }
  `);
  await writeBackend(`
    import { Worker } from 'node:worker_threads';
    import { workerFile } from './worker';
    new Worker(workerFile);
  `);
  const program = await bundle();
  for (let round = 0; round < 2; round += 1) {
    assert.deepEqual(await start(program), ['true']);
    const files = glob(join(root, '.atrium/build/backend/*/*.code'));
    const [file, other] = await Array.fromAsync(files);
    assert.ok((await readFile(file)).length > 100);
    assert.equal(other, undefined);
  }
});

test('imports in a thread what a package there asks for later from where it is', async context => {
  const { root, writeBackend, writeWorker, bundle, start } =
    await createCheckout(context);
  await writeFile(
    join(root, 'node_modules/errors/index.js'),
    "exports.load = () => import('./later.mjs');",
  );
  await writeFile(
    join(root, 'node_modules/errors/later.mjs'),
    'export const place = import.meta.dirname;',
  );
  await writeWorker(`
    import { load } from 'errors';
    import { isMainThread } from 'node:worker_threads';
    export const workerFile = __filename;
    if (!isMainThread) {
      load().then(({ place }) => console.log(place));
    }
  `);
  await writeBackend(`
    import { Worker } from 'node:worker_threads';
    import { workerFile } from './worker';
    new Worker(workerFile);
  `);
  assert.deepEqual(await start(await bundle()), [
    join(root, 'node_modules/errors'),
  ]);
});

test('bundles again what has changed, and nothing else', async context => {
  const { writeBackend, bundle, start } = await createCheckout(context);
  await writeBackend("import { folder } from '@backstage/plugin'; folder;");
  const first = await bundle();
  assert.equal(first.isNew, true);
  assert.deepEqual(await bundle(), { ...first, isNew: false });

  await writeBackend("console.log('second');");
  const second = await bundle();
  assert.equal(second.isNew, true);
  assert.deepEqual(await start(second), ['second']);
});

test('keeps the code of packages once the backend has started', async context => {
  const { root, writeBackend, bundle, start } = await createCheckout(context);
  await writeBackend(`
    import { channel } from 'node:diagnostics_channel';
    import { folder } from '@backstage/plugin';
    console.log(folder.endsWith('@backstage/plugin'));
    channel('atrium.backend.started').publish({});
  `);
  const program = await bundle();
  const readCode = async () => {
    const files = glob(join(root, '.atrium/build/backend-packages/*/*.code'));
    const [file] = await Array.fromAsync(files);
    return { file, code: file && (await readFile(file)) };
  };
  assert.equal((await readCode()).file, undefined);

  assert.deepEqual(await start(program), ['true']);
  const { file, code } = await readCode();
  assert.ok(code && code.length > 100);
  assert.deepEqual(await start(program), ['true']);
  assert.deepEqual((await readCode()).code, code);

  // Another version of Node has another code.
  await writeFile(file, 'not code');
  assert.deepEqual(await start(program), ['true']);
  assert.ok(((await readCode()).code?.length ?? 0) > 100);
});

test('says what does not compile', async context => {
  const { writeBackend, bundle } = await createCheckout(context);
  await writeBackend("import { missing } from './missing'; missing;");
  await assert.rejects(bundle(), {
    message: 'The backend could not be bundled',
    details: /packages\/backend\/src\/index\.ts:1:24/,
  });
});
