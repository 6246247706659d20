import { creditPercentOf } from './creditPercentOf';

describe('creditPercentOf', () => {
  it.each([
    [0.9995, 0],
    [0.999, 0],
    [0.9985, 10],
    [0.98, 25],
    [0.5, 100],
    [undefined, 0],
  ])('credits for %p are %p %%', (sli, expected) => {
    const credits = [
      { below: 0.999, creditPercent: 10 },
      { below: 0.99, creditPercent: 25 },
      { below: 0.95, creditPercent: 100 },
    ];
    expect(creditPercentOf(sli, credits)).toBe(expected);
  });
});
