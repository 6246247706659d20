import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomChecks } from './randomChecks.ts';

function draw(...numbers: number[]) {
  return randomChecks({
    count: 1,
    seriesIds: [7, 8],
    minutes: { from: 100_000, to: 100_010 },
    random: () => numbers.shift() ?? 0,
  });
}

test('draws windows that end within the minutes', () => {
  assert.deepEqual(draw(0, 0, 0), [{ seriesId: 7, from: 99_996, to: 100_001 }]);
  assert.deepEqual(draw(0.99, 0.8, 0.99), [
    { seriesId: 8, from: 56_810, to: 100_010 },
  ]);
});

test('draws windows of other lengths as well', () => {
  assert.deepEqual(draw(0, 0.99, 0.5, 0), [
    { seriesId: 7, from: 78_400, to: 100_001 },
  ]);
});
