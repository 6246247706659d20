import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashLoopAt, formatBackOff } from './containerLifecycle.ts';

const cases: [string, number, number][] = [
  // Each run takes 4 s; the waits are 10, 20, 40, 80, 160 and then 300 s.
  ['just started', 1, 0],
  ['first back-off', 5, 0],
  ['second run', 15, 1],
  ['third run', 40, 2],
  ['before the longest wait', 329, 4],
  ['the first of the long waits', 330, 5],
  ['after one long wait', 634, 6],
  ['a day later', 330 + 304 * 284, 289],
];

for (const [moment, seconds, expected] of cases) {
  test(`counts ${expected} restarts: ${moment}`, () => {
    assert.equal(crashLoopAt(0, seconds * 1000).restartCount, expected);
  });
}

test('knows the run that ended last', () => {
  assert.equal(crashLoopAt(0, 3_000).lastRun, undefined);
  assert.deepEqual(crashLoopAt(0, 16_000).lastRun, {
    startedAt: 0,
    finishedAt: 4_000,
  });
  assert.deepEqual(crashLoopAt(0, 19_000).lastRun, {
    startedAt: 14_000,
    finishedAt: 18_000,
  });
});

test('writes a back-off as the kubelet does', () => {
  assert.equal(formatBackOff(20_000), '20s');
  assert.equal(formatBackOff(160_000), '2m40s');
  assert.equal(formatBackOff(300_000), '5m0s');
});
