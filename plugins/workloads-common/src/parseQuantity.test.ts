import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['1', 1],
    [2, 2],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['123456789n', 0.123456789],
    ['1500u', 0.0015],
    ['512Mi', 536_870_912],
    ['1Gi', 1_073_741_824],
    ['1G', 1_000_000_000],
    ['131072Ki', 134_217_728],
    ['1e3', 1000],
    ['5E', 5e18],
    ['1.5E2', 150],
    ['-1', -1],
  ])('reads %s', (quantity, expected) => {
    expect(parseQuantity(quantity)).toBeCloseTo(expected, 12);
  });

  it.each([undefined, '', 'Mi', '1Xi', '1 Gi', '1.2.3', 'NaN'])(
    'takes %s for no quantity',
    quantity => {
      expect(parseQuantity(quantity)).toBeUndefined();
    },
  );
});
