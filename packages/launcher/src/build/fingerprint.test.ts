import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { fingerprint } from './fingerprint.ts';
import { workspaceClosure } from './workspaceClosure.ts';

test('a build is known by the sources that end up in it', async context => {
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const manifest = (name: string, ...dependencies: string[]) =>
    JSON.stringify({
      name,
      dependencies: Object.fromEntries(dependencies.map(each => [each, '*'])),
    });
  await write('packages/app/package.json', manifest('app', 'slo', 'react'));
  await write('plugins/slo/package.json', manifest('slo', 'slo-common'));
  await write('plugins/slo-common/package.json', manifest('slo-common'));
  await write('plugins/slo-backend/package.json', manifest('slo-backend'));
  await write('plugins/slo/src/plugin.tsx', 'one');

  const folders = await workspaceClosure(root, 'app');
  assert.deepEqual(folders, [
    'packages/app',
    'plugins/slo',
    'plugins/slo-common',
  ]);

  const before = await fingerprint(root, folders);
  await write('plugins/slo/src/plugin.test.tsx', 'a test');
  await write('plugins/slo/dist/index.js', 'a build');
  await write('plugins/slo-backend/src/index.ts', 'not in the app');
  assert.equal(await fingerprint(root, folders), before);

  await write('plugins/slo/src/plugin.tsx', 'two');
  assert.notEqual(await fingerprint(root, folders), before);
});
