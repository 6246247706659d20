import Big from 'big.js';
import { toUnitCost } from './toUnitCost';

const october = { month: '2026-10', amount: new Big(620), dayCount: 31 };

function read(count: string, dayCount = 31) {
  return toUnitCost({
    currency: 'EUR',
    unit: 'request',
    source: { key: 'cost.unit.slos' },
    months: [october],
    counts: new Map([['2026-10', { count: new Big(count), dayCount }]]),
  });
}

describe('toUnitCost', () => {
  it.each([
    ['310', 1, '2'],
    ['93000', 1_000, '6.666667'],
    ['31000000', 1_000, '0.02'],
    ['6200000000', 1_000_000, '0.1'],
  ])('of %s requests is for %s of them', (count, per, unitCost) => {
    expect(read(count)).toMatchObject({
      per,
      months: [{ month: '2026-10', amount: '620', count, unitCost }],
    });
  });

  it.each([
    ['a month that was hardly counted', '310', 27],
    ['no work', '0', 31],
  ])('says nothing of %s', (_name, count, dayCount) => {
    expect(read(count, dayCount).months).toEqual([
      { month: '2026-10', amount: '620' },
    ]);
  });
});
