import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InMemoryItemStore, parseNewItem } from './items.ts';

describe('parseNewItem', () => {
  it('keeps the name without surrounding space', () => {
    assert.deepEqual(parseNewItem({ name: '  First ', more: 1 }), {
      name: 'First',
    });
  });

  it('refuses what has no usable name', () => {
    const wrong = [undefined, null, 'First', {}, { name: 1 }, { name: '  ' }];
    for (const body of [...wrong, { name: 'x'.repeat(121) }]) {
      assert.throws(() => parseNewItem(body), { name: 'Problem', status: 400 });
    }
  });
});

describe('InMemoryItemStore', () => {
  it('lists the oldest first', async () => {
    const store = new InMemoryItemStore();
    const first = await store.create({ name: 'First' });
    const second = await store.create({ name: 'Second' });

    assert.deepEqual(await store.list(), [first, second]);
    assert.equal(await store.get('none'), undefined);
  });
});
