import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { RunStore } from './RunStore.ts';

const details = {
  commit: 'a'.repeat(40),
  title: 'Change files',
  branch: 'main',
  userName: 'payments-dev',
  trigger: 'push' as const,
  steps: [],
};

test('keeps the newest runs, also over a restart, and goes on counting', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-runs-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = new RunStore(folder);
  for (let count = 0; count < 53; count++) {
    store.add('acme/payment-service', details);
  }
  const files = path.join(folder, 'acme', 'payment-service');
  assert.equal((await readdir(files)).length, 50);
  await writeFile(path.join(files, '20.json'), '{"number":');

  const reopened = new RunStore(folder);

  const runs = reopened.list('acme/payment-service');
  assert.equal(runs.length, 49);
  assert.deepEqual([runs[0].number, runs[48].number], [53, 4]);
  assert.equal(reopened.add('acme/payment-service', details).number, 54);
  assert.deepEqual(reopened.list('acme/other'), []);
});
