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

test('counts the most that Atrium may have, whatever stock has', () => {
  const limit = { kind: 'most', maximum: 5 } as const;
  assert.equal(isOver({ ...start, limit }), false);
  assert.equal(isOver({ ...start, atrium: [5.01], stock: [], limit }), true);
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

test('draws a score, and what stock does not have, without a ratio', () => {
  const shift: Figure = {
    name: 'shift',
    unit: 'score',
    atrium: [0.02, 0.04],
    stock: [0, 0],
    limit: { kind: 'most', maximum: 0.1 },
  };
  const alone: Figure = { name: 'own', unit: 'ms', atrium: [250], stock: [] };
  assert.equal(
    renderFigures([shift, alone]).replace(/ +/g, ' '),
    `| Figure | Atrium | Stock | Ratio | Limit | Verdict |
| ------ | ------------------- | ----- | ----- | ----- | ------- |
| shift | 0.030 (0.025–0.035) | 0.000 | | 0.1 | within |
| own | 250 ms | | | | |`,
  );
});
