import { describe, expect, it } from 'vitest';
import { type Cart, MAX_LINES, merge, setQuantity } from '../src/cart.js';

function cart(lines: Cart['lines'] = []): Cart {
  return {
    id: 'c1',
    market: 'NL',
    lines,
    version: 3,
    updatedAt: '2026-03-01T12:00:00.000Z',
  };
}

describe('setQuantity', () => {
  it('adds, changes and removes lines without moving the others', () => {
    const start = cart([
      { sku: 'DRL-18V-2', quantity: 1 },
      { sku: 'SEED-TOM-1', quantity: 3 },
    ]);

    const changed = setQuantity(start, 'DRL-18V-2', 2);
    expect(changed.lines).toEqual([
      { sku: 'DRL-18V-2', quantity: 2 },
      { sku: 'SEED-TOM-1', quantity: 3 },
    ]);
    expect(setQuantity(changed, 'DRL-18V-2', 0).lines).toEqual([
      { sku: 'SEED-TOM-1', quantity: 3 },
    ]);
    expect(setQuantity(start, 'HOSE-25M', 1).lines.at(-1)).toEqual({
      sku: 'HOSE-25M',
      quantity: 1,
    });
  });

  it.each([-1, 1.5, 100])('refuses the quantity %d', quantity => {
    expect(() => setQuantity(cart(), 'DRL-18V-2', quantity)).toThrow(
      'Quantity must be between 0 and 99',
    );
  });

  it('refuses a line too many, but still changes the lines there are', () => {
    const full = cart(
      Array.from({ length: MAX_LINES }, (_, i) => ({
        sku: `SKU-${i}`,
        quantity: 1,
      })),
    );
    expect(() => setQuantity(full, 'ONE-MORE', 1)).toThrow('at most 100 lines');
    expect(setQuantity(full, 'SKU-0', 5).lines[0]).toEqual({
      sku: 'SKU-0',
      quantity: 5,
    });
  });
});

describe('merge', () => {
  it('keeps what the guest has just seen and adds what was left behind', () => {
    const merged = merge(
      cart([
        { sku: 'DRL-18V-2', quantity: 1 },
        { sku: 'HOSE-25M', quantity: 1 },
      ]),
      {
        ...cart([{ sku: 'DRL-18V-2', quantity: 4 }]),
        id: 'guest',
        market: 'DE',
      },
    );
    expect(merged).toMatchObject({ id: 'c1', market: 'DE', version: 3 });
    expect(merged.lines).toEqual([
      { sku: 'DRL-18V-2', quantity: 4 },
      { sku: 'HOSE-25M', quantity: 1 },
    ]);
  });
});
