import {
  budgetRemaining,
  burnRate,
  isTargetMet,
  projectExhaustion,
  sli,
} from './errorBudget';

describe('error budget', () => {
  it.each([
    // 100 of 100,000 bad is exactly the budget of 99.9 %.
    { good: 99_900, ppb: 999_000_000, burn: 1, remaining: 0, isMet: true },
    {
      good: 99_899,
      ppb: 999_000_000,
      burn: 1.01,
      remaining: -0.01,
      isMet: false,
    },
    { good: 99_950, ppb: 999_000_000, burn: 0.5, remaining: 0.5, isMet: true },
    { good: 100_000, ppb: 999_000_000, burn: 0, remaining: 1, isMet: true },
    { good: 0, ppb: 999_000_000, burn: 1000, remaining: -999, isMet: false },
    { good: 98_000, ppb: 980_000_000, burn: 1, remaining: 0, isMet: true },
    // Without a target the budget is everything.
    { good: 40_000, ppb: 0, burn: 0.6, remaining: 0.4, isMet: true },
  ])(
    'of $good good of 100,000 at $ppb',
    ({ good, ppb, burn, remaining, isMet }) => {
      const counts = { good, total: 100_000 };
      expect(sli(counts)).toBe(good / 100_000);
      expect(burnRate(counts, ppb)).toBe(burn);
      expect(budgetRemaining(counts, ppb)).toBe(remaining);
      expect(isTargetMet(counts, ppb)).toBe(isMet);
    },
  );

  it('is neither 0 nor 100 % without events', () => {
    const nothing = { good: 0, total: 0 };
    expect(sli(nothing)).toBeUndefined();
    expect(burnRate(nothing, 999_000_000)).toBeUndefined();
    expect(budgetRemaining(nothing, 999_000_000)).toBeUndefined();
    expect(isTargetMet(nothing, 999_000_000)).toBeUndefined();
  });
});

describe('projectExhaustion', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const month = { periodMinutes: 30 * 24 * 60, now };

  it.each([
    // At 14.4 times the whole budget of 30 days lasts 50 hours.
    [1, 14.4, '2026-11-27T12:00:00.000Z'],
    [0.5, 14.4, '2026-11-26T11:00:00.000Z'],
    [0.5, 1, '2026-12-10T10:00:00.000Z'],
    [0, 0, '2026-11-25T10:00:00.000Z'],
    [-2, 1, '2026-11-25T10:00:00.000Z'],
    [1, 0, undefined],
    [1, 1e-300, undefined],
  ])('of %p left at %p', (remaining, burn, expected) => {
    const exhaustedAt = projectExhaustion({
      ...month,
      budgetRemaining: remaining,
      burnRate: burn,
    });
    expect(exhaustedAt?.toISOString()).toBe(expected);
  });

  it('ends with a calendar window, where the budget starts anew', () => {
    const options = { ...month, budgetRemaining: 0.5, burnRate: 1 };
    const end = new Date('2026-12-01T00:00:00Z');
    expect(projectExhaustion({ ...options, end })).toBeUndefined();
  });
});
