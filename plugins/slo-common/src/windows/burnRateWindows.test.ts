import { burnRateCompares, burnRateWindows } from './burnRateWindows';

const DAY = 24 * 60;
const THREE_NINES = 999_000_000;

describe('burnRateWindows', () => {
  it.each([
    [30, [14.4, 6, 3, 1]],
    [28, [13.44, 5.6, 2.8, 0.9333333333]],
    // By the shares of Sloth's example for a week.
    [7, [13.44, 3.5, 1.4, 0.98]],
    [90, [43.2, 18, 9, 3]],
  ])('scales to %p days', (days, factors) => {
    const windows = burnRateWindows(days * DAY, THREE_NINES);
    expect(windows.map(window => window.severity)).toEqual([
      'page',
      'page',
      'ticket',
      'ticket',
    ]);
    expect(
      windows.map(({ longMinutes, shortMinutes }) => [
        longMinutes,
        shortMinutes,
      ]),
    ).toEqual([
      [60, 5],
      [360, 30],
      [1440, 120],
      [4320, 360],
    ]);
    windows.forEach(({ factor }, index) =>
      expect(factor).toBeCloseTo(factors[index], 9),
    );
  });

  it('leaves out windows that are too long, or would report a healthy service', () => {
    // 8 % of a day in an hour is 1.92; 12.5 % in 6 hours is 0.5.
    const windows = burnRateWindows(DAY, THREE_NINES);
    expect(
      windows.map(({ longMinutes, factor }) => [longMinutes, factor]),
    ).toEqual([[60, 1.92]]);
  });

  it('lowers a factor that a total outage could not reach', () => {
    // With a target of 90 % a total outage burns 10 times as fast.
    const windows = burnRateWindows(30 * DAY, 900_000_000);
    expect(windows.map(({ factor }) => factor)).toEqual([9, 6, 3, 1]);
  });
});

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
