import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOver, type Figure } from './Figure.ts';
import { renderFigures } from './renderFigures.ts';

const start: Figure = {
  name: 'start',
  unit: 's',
  atrium: [5, 5, 5],
  stock: [4, 4, 4],
  limit: { kind: 'ratio', maximum: 1.25 },
};
const requests: Figure = {
  name: 'requests',
  unit: 'requests',
  atrium: [29, 29],
  stock: [27, 27],
  limit: { kind: 'difference', maximum: 1 },
};

test('is within a limit that it meets exactly', () => {
  assert.equal(isOver(start), false);
  assert.equal(isOver({ ...start, atrium: [5.01] }), true);
});

test('counts a difference, whatever the ratio is', () => {
  assert.equal(isOver(requests), true);
  assert.equal(isOver({ ...requests, atrium: [28] }), false);
});

test('is never over without a limit', () => {
  assert.equal(isOver({ ...start, atrium: [50], limit: undefined }), false);
});

test('draws a table with medians, quartiles, ratio and verdict', () => {
  const size: Figure = {
    name: 'size',
    unit: 'KB',
    atrium: [100, 102, 104],
    stock: [102, 102, 102],
  };
  assert.equal(
    renderFigures([start, requests, size]).replace(/ +/g, ' '),
    `| Figure | Atrium | Stock | Ratio | Limit | Verdict |
| -------- | ---------------- | ----------- | ---------------- | ----- | ------- |
| start | 5.00 s | 4.00 s | 1.25 | 1.25 | within |
| requests | 29 requests | 27 requests | +2 | +1 | over |
| size | 102 KB (101–103) | 102 KB | 1.00 (0.98–1.02) | | |`,
  );
});
