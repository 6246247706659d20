import { projectExhaustion } from './projectExhaustion';

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
