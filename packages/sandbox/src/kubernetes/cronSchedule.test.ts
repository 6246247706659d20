import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previousRuns } from './cronSchedule.ts';

// A Wednesday.
const now = Date.parse('2026-11-25T11:08:30Z');

const cases: [string, string[]][] = [
  ['*/20 * * * *', ['2026-11-25T11:00', '2026-11-25T10:40']],
  ['15 2 * * *', ['2026-11-25T02:15', '2026-11-24T02:15']],
  ['0 6 * * mon-fri', ['2026-11-25T06:00', '2026-11-24T06:00']],
  ['0 0 * * 7', ['2026-11-22T00:00', '2026-11-15T00:00']],
  ['30 4 1 * *', ['2026-11-01T04:30', '2026-10-01T04:30']],
  // Either day field matches when both are given.
  ['0 0 13 * 1', ['2026-11-23T00:00', '2026-11-16T00:00']],
  ['@hourly', ['2026-11-25T11:00', '2026-11-25T10:00']],
  ['5,35 9-10 * * *', ['2026-11-25T10:35', '2026-11-25T10:05']],
  ['not a schedule', []],
  ['61 * * * *', []],
  ['@midnight', ['2026-11-25T00:00', '2026-11-24T00:00']],
  // Too few and too many fields, and a day that no year has.
  ['0 0 * *', []],
  ['0 0 0 * * *', []],
  ['0 0 30 2 *', []],
];

for (const [schedule, expected] of cases) {
  test(`finds the last runs of '${schedule}'`, () => {
    const runs = previousRuns(schedule, { now, after: 0, count: 2 });
    assert.deepEqual(
      runs.map(run => new Date(run).toISOString().slice(0, 16)),
      expected,
    );
  });
}

test('finds no run before the CronJob was there', () => {
  const after = Date.parse('2026-11-25T10:50:00Z');
  const runs = previousRuns('*/20 * * * *', { now, after, count: 3 });
  assert.equal(runs.length, 1);
});

test('counts a run at this very moment', () => {
  const at = Date.parse('2026-11-25T11:00:00Z');
  const options = { now: at, after: 0, count: 1 };
  assert.deepEqual(previousRuns('0 * * * *', options), [at]);
});
