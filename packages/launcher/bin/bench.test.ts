import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../src/root.ts';

test('no script of the checkout runs TypeScript by whatever Node is there', async () => {
  const { scripts } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );

  const entries = Object.entries<string>(scripts).filter(([, command]) =>
    /^node .*\.ts\b/.test(command),
  );

  assert.deepEqual(entries, []);
  assert.match(scripts.bench, /^node packages\/launcher\/bin\/bench\.mjs$/);
});
