import { budgetRemaining, burnRate, isTargetMet, sli } from './errorBudget';

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
