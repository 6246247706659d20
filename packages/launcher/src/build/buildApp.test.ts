import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { buildApp } from './buildApp.ts';

const page = '<script src="/static/main.js"></script>';

async function createCheckout(context: TestContext) {
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  await write('yarn.lock', '');
  await write('packages/app/package.json', '{ "name": "app" }');
  const dist = join(root, 'packages/app/dist');
  /** Empties the folder first, as the bundler does. */
  const bundle = async () => {
    await rm(dist, { recursive: true, force: true });
    const source = await readFile(join(root, 'packages/app/src/index.ts'));
    await write('packages/app/dist/static/main.js', String(source));
    await write('packages/app/dist/index.html', page);
  };
  return { root, dist, write, bundle };
}

test('a build that a portal serves outlives the next one', async context => {
  const { root, dist, write, bundle } = await createCheckout(context);
  await write('packages/app/src/index.ts', 'first');
  const first = await buildApp(root, bundle);
  const script = (folder: string) => join(folder, 'dist/static/main.js');
  assert.equal(first.isNew, true);

  await write('packages/app/src/index.ts', 'second');
  const [second, other] = await Promise.all([
    buildApp(root, bundle),
    buildApp(root, bundle),
  ]);
  await rm(dist, { recursive: true });

  assert.equal(await readFile(script(first.folder), 'utf8'), 'first');
  assert.equal(await readFile(script(second.folder), 'utf8'), 'second');
  // Two at once build it once.
  assert.equal(other.folder, second.folder);
  assert.deepEqual([second.isNew, other.isNew].sort(), [false, true]);

  await write('packages/app/src/index.ts', 'first');
  assert.deepEqual(await buildApp(root, bundle), { ...first, isNew: false });
});

test('a build that lacks a file is not taken for one', async context => {
  const { root, dist, write, bundle } = await createCheckout(context);
  await write('packages/app/src/index.ts', 'source');
  await assert.rejects(
    buildApp(root, async () => {
      await bundle();
      await rm(join(dist, 'static'), { recursive: true });
    }),
    { message: 'The app was built, but not all of its files are there' },
  );

  assert.equal((await buildApp(root, bundle)).isNew, true);
});

/** As if whoever used the builds had ended an hour ago, one after the other. */
async function leave(folders: string[]): Promise<void> {
  for (const [index, folder] of folders.entries()) {
    if (existsSync(folder)) {
      const then = new Date(Date.now() - 3_600_000 + index * 1_000);
      await utimes(folder, then, then);
    }
  }
}

test('builds that are no longer used go', async context => {
  const { root, write, bundle } = await createCheckout(context);
  const folders: string[] = [];
  for (const source of ['1', '2', '3', '4', '5', '6']) {
    await leave(folders);
    await write('packages/app/src/index.ts', source);
    folders.push((await buildApp(root, bundle)).folder);
  }

  assert.deepEqual(folders.map(existsSync), [
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});

const bounded = { timeout: 60_000 };

test(
  'a build stays while the process runs that uses it',
  bounded,
  async context => {
    context.mock.timers.enable({ apis: ['setInterval'] });
    const { root, write, bundle } = await createCheckout(context);
    const build = async (source: string) => {
      await write('packages/app/src/index.ts', source);
      return (await buildApp(root, bundle)).folder;
    };
    const used = await build('used');
    await leave([used]);
    const { mtimeMs } = await stat(used);
    context.mock.timers.tick(60_000);
    while ((await stat(used)).mtimeMs === mtimeMs) {
      await delay(5);
    }

    const later: string[] = [];
    for (const source of ['1', '2', '3', '4', '5', '6']) {
      later.push(await build(source));
    }
    const areThere = () => later.map(folder => existsSync(folder));
    assert.equal(existsSync(used), true);
    assert.deepEqual(areThere(), [true, true, true, true, true, true]);

    await leave(later);
    await build('7');
    assert.equal(existsSync(used), true);
    assert.deepEqual(areThere(), [false, false, false, false, true, true]);
  },
);
