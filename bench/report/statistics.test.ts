import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  quantile,
  ratioInterval,
  ratioOfPairs,
  summarise,
} from './statistics.ts';

test('takes the middle value, or the mean of the two in the middle', () => {
  assert.equal(quantile([9, 1, 5], 0.5), 5);
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
});

test('interpolates quartiles between the nearest values', () => {
  assert.deepEqual(summarise([1, 2, 3, 4, 5]), {
    median: 3,
    lower: 2,
    upper: 4,
  });
  assert.deepEqual(summarise([10, 20]), {
    median: 15,
    lower: 12.5,
    upper: 17.5,
  });
});

test('has no quantile of nothing', () => {
  assert.throws(() => quantile([], 0.5), /no quantile/);
});

test('gives no range to values that do not vary', () => {
  assert.deepEqual(ratioInterval([6, 6, 6], [4, 4, 4]), {
    lower: 1.5,
    upper: 1.5,
  });
});

test('gives a range that holds the ratio, the same one every time', () => {
  const ours = [10, 11, 12, 13, 14];
  const theirs = [9, 10, 11, 10, 9];
  const interval = ratioInterval(ours, theirs);
  assert.ok(interval.lower < 1.2 && interval.upper > 1.2);
  // No resample can be further out than the extremes of both sides.
  assert.ok(interval.lower >= 10 / 11 && interval.upper <= 14 / 9);
  assert.deepEqual(ratioInterval(ours, theirs), interval);
});

test('compares pairs, so that a busy time counts on both sides', () => {
  // The second round took three times as long for both.
  assert.deepEqual(ratioOfPairs([5, 15, 5], [4, 12, 4]), {
    median: 1.25,
    lower: 1.25,
    upper: 1.25,
  });
  assert.equal(ratioOfPairs([2, 3, 8], [1, 2, 2]).median, 2);
});
