import { burnRateCompares } from './burnRateCompares';

const THREE_NINES = 999_000_000;

describe('burnRateCompares', () => {
  const factorFraction = { numerator: 144, denominator: 10 };

  it.each([
    // 1,440 of 100,000 burn a budget of 0.1 % exactly 14.4 times as fast.
    [98_560, 'gt', false],
    [98_559, 'gt', true],
    [98_560, 'gte', true],
    [98_561, 'lt', true],
    [98_560, 'lt', false],
    [98_560, 'lte', true],
  ] as const)('of %p good of 100,000, %s is %p', (good, op, expected) => {
    expect(
      burnRateCompares({ good, total: 100_000 }, THREE_NINES, {
        op,
        factorFraction,
      }),
    ).toBe(expected);
  });

  it('does not compare without events', () => {
    const options = { op: 'lt' as const, factorFraction };
    expect(burnRateCompares({ good: 0, total: 0 }, 0, options)).toBe(false);
  });

  it('compares where numbers would have been rounded', () => {
    // One event over the limit in nine thousand billion.
    const total = 9_000_000_000_000_000;
    const options = {
      op: 'gt' as const,
      factorFraction: { numerator: 1, denominator: 1 },
    };
    const allowed = total / 1000;
    expect(
      burnRateCompares({ good: total - allowed, total }, THREE_NINES, options),
    ).toBe(false);
    expect(
      burnRateCompares(
        { good: total - allowed - 1, total },
        THREE_NINES,
        options,
      ),
    ).toBe(true);
  });
});
