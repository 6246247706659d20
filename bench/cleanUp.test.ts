import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanUp } from './cleanUp.ts';

test('does all, the last first, also after one that fails or never ends', async () => {
  const done: string[] = [];
  const reports: unknown[] = [];
  await cleanUp(
    [
      async () => {
        done.push('first');
      },
      () => new Promise(() => {}),
      async () => {
        done.push('third');
        throw new Error('It is not there');
      },
    ],
    { limitMs: 20, report: error => reports.push(error) },
  );
  assert.deepEqual(done, ['third', 'first']);
  assert.deepEqual(reports.map(String), [
    'Error: It is not there',
    'Failure: Something that the bench has started did not end within 0.02 s',
  ]);
});
