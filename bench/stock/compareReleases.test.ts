import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareReleases } from './compareReleases.ts';

const lockfile = (...entries: [request: string, version: string][]) =>
  entries
    .map(
      ([request, version]) =>
        `"${request}":\n  version: ${version}\n  resolution: "x"\n`,
    )
    .join('\n');

test('accepts packages that only one side has, and other requests', () => {
  const atrium = lockfile(
    ['@backstage/ui@npm:^0.20.0, @backstage/ui@npm:^0.20.1', '0.20.1'],
    ['@backstage/only-here@npm:^1.0.0', '1.0.0'],
    ['react@npm:^18', '18.3.1'],
  );
  const stock = lockfile(
    ['@backstage/ui@npm:0.20.1, @backstage/ui@npm:^0.20.0', '0.20.1'],
    ['@backstage/plugin-proxy-backend@npm:0.6.20', '0.6.20'],
    ['react@npm:^18', '18.2.0'],
  );
  assert.deepEqual(compareReleases(atrium, stock), []);
});

test('names a package of another version, or in a second one', () => {
  const atrium = lockfile(
    ['@backstage/config@npm:^1.3.0', '1.3.11'],
    ['@backstage/types@npm:^1.2.0', '1.2.2'],
  );
  const stock = lockfile(
    ['@backstage/config@npm:1.3.10', '1.3.10'],
    ['@backstage/types@npm:^1.1.0', '1.1.0'],
    ['@backstage/types@npm:^1.2.0', '1.2.2'],
  );
  assert.deepEqual(compareReleases(atrium, stock), [
    {
      name: '@backstage/config',
      atrium: ['1.3.11'],
      stock: ['1.3.10'],
    },
    {
      name: '@backstage/types',
      atrium: ['1.2.2'],
      stock: ['1.1.0', '1.2.2'],
    },
  ]);
});
