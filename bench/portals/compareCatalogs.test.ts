import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCatalogs } from './compareCatalogs.ts';

test('finds nothing in catalogs that hold the same in another order', () => {
  const refs = ['component:default/a', 'api:default/b'];
  const catalogs = { atrium: refs, stock: [...refs].reverse() };
  assert.deepEqual(compareCatalogs(catalogs), []);
});

test('names what only one side knows', () => {
  assert.deepEqual(
    compareCatalogs({
      atrium: ['component:default/a', 'component:default/b'],
      stock: ['component:default/b', 'component:default/c'],
    }),
    [
      'only in Atrium: component:default/a',
      'only in stock: component:default/c',
    ],
  );
});
