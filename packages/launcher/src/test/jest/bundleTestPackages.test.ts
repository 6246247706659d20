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

const PACKAGES: Record<string, string> = {
  'counter/index.js': `exports.mock = () => jest.fn();
    exports.file = new Error().stack.split('\\n')[1];
    exports.later = () => import('later');
    exports.next = () => (exports.count = (exports.count ?? 0) + 1);`,
  'later/index.js': "exports.word = 'later';",
  'two-forms/package.json': `{
    "exports": { "import": "./index.mjs", "require": "./index.cjs" } }`,
  'two-forms/index.mjs': "export const form = 'module'; export default {};",
  'two-forms/index.cjs': `exports.__esModule = true;
    exports.form = 'CommonJS';
    exports.timers = module.require('timers');
    exports.default = () => exports;`,
  'both/package.json': '{ "main": "index.mjs" }',
  'both/index.mjs': `import './look.css';
    import exported, { form } from 'two-forms';
    import * as forms from 'two-forms';
    import { again } from './again.mjs';
    export { again, exported, form, forms };`,
  'both/again.mjs': "import * as again from 'two-forms'; export { again };",
  'cycle/package.json': '{ "main": "index.mjs" }',
  'cycle/index.mjs': `import * as begun from './common.cjs';
    export const names = Object.keys(begun);`,
  'cycle/common.cjs': `exports.first = 1;
    exports.before = require('./early.mjs').names;
    exports.last = 2;`,
  'cycle/early.mjs': `import * as begun from './common.cjs';
    export const names = Object.keys(begun);`,
};

const PLUGINS = {
  backend: { role: 'backend-plugin', runtime: 'NodeRuntime.cjs' },
  frontend: { role: 'frontend-plugin', runtime: 'PageRuntime.cjs' },
};

/** A checkout with one plugin, whose tests use packages. */
async function createCheckout(
  context: TestContext,
  kind: keyof typeof PLUGINS = 'backend',
) {
  const { role, runtime } = PLUGINS[kind];
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  await write('yarn.lock', '');
  await write(
    'plugins/orders/package.json',
    JSON.stringify({
      name: 'orders',
      backstage: { role },
      jest: {
        runtime: join(import.meta.dirname, runtime),
        moduleNameMapper: { '\\.css$': 'later' },
      },
    }),
  );
  for (const [path, content] of Object.entries(PACKAGES)) {
    await write(`node_modules/${path}`, content);
  }
  return {
    root,
    writeTest: (name: string, body: string) =>
      write(
        `plugins/orders/src/${name}.test.ts`,
        `const counter = require('counter');\n${body}`,
      ),
    async runTests(bundles: Record<string, string>) {
      const folder = join(root, 'plugins/orders');
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      await run(process.execPath, [jest, '--runInBand', '--rootDir', folder], {
        cwd: folder,
        env: { ...process.env, ...bundles },
      });
    },
  };
}

for (const kind of ['backend', 'frontend'] as const) {
  test(`gives each test file of a ${kind} packages of its own from the bundle`, async context => {
    const { root, writeTest, runTests } = await createCheckout(context, kind);
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
}

test('loads a package of two forms once, as Jest does for pages', async context => {
  const { root, writeTest, runTests } = await createCheckout(
    context,
    'frontend',
  );
  await writeTest(
    'forms',
    `const { exported, form } = require('both');
     test('is required', () => {
       expect(form).toBe('CommonJS');
       expect(exported()).toBe(require('two-forms'));
       expect(exported().timers).toBe(require('timers'));
     });`,
  );
  await runTests(await bundleTestPackages(root));
});

test('has one namespace of a module, with all that it exports in the end', async context => {
  const { root, writeTest, runTests } = await createCheckout(
    context,
    'frontend',
  );
  await writeTest(
    'namespaces',
    `const { again, forms } = require('both');
     test('is one', () => {
       expect(forms.form).toBe('CommonJS');
       expect(again).toBe(forms);
     });
     test('grows in a cycle', () => {
       const { names } = require('cycle');
       expect(names).toEqual(expect.arrayContaining(['first', 'before', 'last']));
     });`,
  );
  await runTests(await bundleTestPackages(root));
});

test('bundles anew only what is imported anew', async context => {
  const { root, writeTest } = await createCheckout(context);
  await writeTest('first', '');
  const before = await bundleTestPackages(root);
  await writeTest('second', '');
  assert.deepEqual(await bundleTestPackages(root), before);
  await writeTest('third', "require('later');");
  assert.notDeepEqual(await bundleTestPackages(root), before);
});
