import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scrapedRatio } from './scrapedRatio.ts';

const samples = [
  { at: 30, good: 0, total: 0 },
  { at: 90, good: 90, total: 100 },
  { at: 150, good: 170, total: 200 },
  { at: 210, good: 170, total: 200 },
];

test('goes from the first to the last scrape within', () => {
  assert.equal(scrapedRatio(samples, { from: 1, to: 3 }), 0.8);
  assert.equal(scrapedRatio(samples, { from: 0, to: 4 }), 0.85);
});

test('knows nothing when nothing happened, or was scraped less than twice', () => {
  assert.equal(scrapedRatio(samples, { from: 2, to: 4 }), undefined);
  assert.equal(scrapedRatio(samples, { from: 1, to: 2 }), undefined);
  assert.equal(scrapedRatio(samples, { from: 5, to: 6 }), undefined);
});
