import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../__testUtils__/temporaryFolder.ts';
import { bundleTestPackages } from './bundleTestPackages.ts';

const run = promisify(execFile);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

/** A checkout with one plugin of a backend, whose tests use a package. */
async function createCheckout(context: TestContext) {
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  await write('yarn.lock', '');
  await write(
    'plugins/orders-backend/package.json',
    JSON.stringify({
      name: 'orders-backend',
      backstage: { role: 'backend-plugin' },
      jest: { runtime: join(import.meta.dirname, 'PackageRuntime.cjs') },
    }),
  );
  await write(
    'node_modules/counter/index.js',
    `exports.mock = () => jest.fn();
     exports.file = new Error().stack.split('\\n')[1];
     exports.later = () => import('later');
     exports.next = () => (exports.count = (exports.count ?? 0) + 1);`,
  );
  await write('node_modules/later/index.js', "exports.word = 'later';");
  return {
    root,
    writeTest: (name: string, body: string) =>
      write(
        `plugins/orders-backend/src/${name}.test.ts`,
        `const counter = require('counter');\n${body}`,
      ),
    async runTests(bundle: string) {
      const folder = join(root, 'plugins/orders-backend');
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      await run(process.execPath, [jest, '--runInBand', '--rootDir', folder], {
        cwd: folder,
        env: { ...process.env, ATRIUM_TEST_PACKAGES: bundle },
      });
    },
  };
}

test('gives each test file packages of its own from the bundle', async context => {
  const { root, writeTest, runTests } = await createCheckout(context);
  const body = `
    test('starts anew', async () => {
      expect(counter.file).toContain('test-packages');
      expect(counter.next()).toBe(1);
      expect(counter.mock()).not.toHaveBeenCalled();
      expect((await counter.later()).word).toBe('later');
    });
  `;
  await writeTest('first', body);
  await writeTest('second', body);
  await runTests(await bundleTestPackages(root));
});

test('bundles anew only what is imported anew', async context => {
  const { root, writeTest } = await createCheckout(context);
  await writeTest('first', '');
  const before = await bundleTestPackages(root);
  await writeTest('second', '');
  assert.equal(await bundleTestPackages(root), before);
  await writeTest('third', "require('later');");
  assert.notEqual(await bundleTestPackages(root), before);
});
