import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsMark, renderMark } from './fillMark.ts';

const fill = { slos: 100, days: 30, source: 'abc' };
const mark = renderMark(fill, new Date('2026-11-25T10:00Z'));
const soon = new Date('2026-11-26T09:59Z');

test('a database fits for a day', () => {
  assert.equal(fitsMark(mark, fill, soon), true);
  assert.equal(fitsMark(mark, fill, new Date('2026-11-26T10:00Z')), false);
});

test('a database of other content does not fit, nor one of another origin', () => {
  assert.equal(fitsMark(mark, { ...fill, slos: 10 }, soon), false);
  assert.equal(fitsMark(mark, { ...fill, days: 3 }, soon), false);
  assert.equal(fitsMark(mark, { ...fill, source: 'abd' }, soon), false);
  assert.equal(fitsMark('something else', fill, soon), false);
});
