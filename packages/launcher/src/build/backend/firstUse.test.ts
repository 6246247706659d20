import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../root.ts';
import firstUse from './firstUse.cjs';
import { LOADED_ON_FIRST_USE } from './separatePackages.ts';

const load = createRequire(join(root, 'package.json'));

test('loads once, when something is used', () => {
  let count = 0;
  class Client {
    readonly name: string;
    constructor(name: string) {
      this.name = name;
    }
  }
  const library = firstUse('names', () => {
    count += 1;
    return { Client };
  });
  assert.equal('default' in library, false);
  assert.equal(count, 0);
  assert.equal(new library.Client('first').name, 'first');
  assert.equal({ ...library }.Client, Client);
  assert.equal(count, 1);

  const Single = firstUse('function', () => Client);
  assert.equal(typeof Single, 'function');
  assert.ok(new Single('second') instanceof Client);
});

test('knows what each package exports', () => {
  for (const [name, kind] of Object.entries(LOADED_ON_FIRST_USE)) {
    const exported = load(name);
    assert.equal(typeof exported === 'function', kind === 'function', name);
    if (kind === 'default') {
      // What takes the default of it and what takes a name both find it.
      assert.equal(typeof exported, 'object', name);
    } else {
      assert.equal(kind === 'names' && 'default' in exported, false, name);
    }
  }
});
