import {
  fromPartsPerBillion,
  percentToPartsPerBillion,
  toPartsPerBillion,
} from './partsPerBillion';

describe('parts per billion', () => {
  it.each([
    [0, 0],
    [0.9, 900_000_000],
    [0.98, 980_000_000],
    [0.9995, 999_500_000],
    [0.999999999, 999_999_999],
    [1e-9, 1],
    [1, 1_000_000_000],
    [0.9999999999, undefined],
    [1e-10, undefined],
    [1 / 3, undefined],
  ])('keeps %p as %p', (value, expected) => {
    expect(toPartsPerBillion(value)).toBe(expected);
  });

  it.each([
    [99.95, 999_500_000],
    [99.9999999, 999_999_999],
    [99.99999999, undefined],
    [29, 290_000_000],
    [0.1, 1_000_000],
  ])('keeps %p %% as %p', (percent, expected) => {
    expect(percentToPartsPerBillion(percent)).toBe(expected);
  });

  it('gives back what was written', () => {
    for (const value of [0.9, 0.98, 0.9995, 0.995, 0.29, 0.999999999]) {
      expect(fromPartsPerBillion(toPartsPerBillion(value) ?? -1)).toBe(value);
    }
  });
});
