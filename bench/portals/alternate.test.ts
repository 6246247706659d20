import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternate } from './alternate.ts';

test('gives each side the first place in every other round', async () => {
  const order: string[] = [];
  const side = (name: string) => async () => {
    order.push(name);
  };
  await alternate(4, [side('a'), side('b')]);
  assert.equal(order.join(''), 'abbaabba');
});
