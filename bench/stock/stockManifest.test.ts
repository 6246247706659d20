import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyStockChanges, stockChanges } from './stockChanges.ts';
import { stockManifest } from './stockManifest.ts';

const options = {
  versionOf: () => '1.2.3',
  resolutions: { '@backstage/backend-defaults': '0.19.0' },
};
const adapt = (file: string, manifest: object) =>
  JSON.parse(stockManifest(file, JSON.stringify(manifest), options));

test('adds what signs in and discovers, and drops what only tests', () => {
  assert.deepEqual(
    adapt('packages/backend/package.json', {
      dependencies: { pg: '^8' },
      devDependencies: { '@backstage/cli': '0.36.8', jest: '~30' },
    }),
    {
      dependencies: {
        pg: '^8',
        '@backstage/plugin-auth-backend-module-oidc-provider': '1.2.3',
        '@backstage/plugin-catalog-backend-module-gitea': '1.2.3',
      },
      devDependencies: { '@backstage/cli': '0.36.8' },
    },
  );
});

test('resolves as Atrium does, in the root only', () => {
  assert.deepEqual(
    adapt('package.json', { resolutions: { '@types/react': '^18' } }),
    {
      devDependencies: {},
      resolutions: {
        '@types/react': '^18',
        '@backstage/backend-defaults': '0.19.0',
      },
    },
  );
  assert.equal(adapt('packages/app/package.json', {}).resolutions, undefined);
});

test('changes a file of the template, and says so when it has changed', () => {
  const [{ file, find, replace }] = stockChanges;
  assert.equal(applyStockChanges(file, `a\n${find}\n`), `a\n${replace}\n`);
  assert.equal(applyStockChanges('README.md', 'a'), 'a');
  assert.throws(() => applyStockChanges(file, 'a'), /has no/);
});
