import { projectExhaustion } from './projectExhaustion';

describe('projectExhaustion', () => {
  const month = {
    from: '2026-10-26T10:00:00.000Z',
    to: '2026-11-25T10:00:00.000Z',
    end: '2026-11-25T10:00:00.000Z',
    excludedMinutes: 0,
  };

  it.each([
    // At 14.4 times the whole budget of 30 days lasts 50 hours.
    [1, 14.4, '2026-11-27T12:00:00.000Z'],
    [0.5, 14.4, '2026-11-26T11:00:00.000Z'],
    [0.5, 1, '2026-12-10T10:00:00.000Z'],
    [0, 0, '2026-11-25T10:00:00.000Z'],
    [-2, 1, '2026-11-25T10:00:00.000Z'],
    [1, 0, undefined],
    [1, undefined, undefined],
    [undefined, 1, undefined],
    [1, 1e-300, undefined],
  ])('of %p left at %p', (budgetRemaining, burnRate, expected) => {
    expect(
      projectExhaustion({ budgetRemaining, burnRate, window: month }),
    ).toBe(expected);
  });

  it('goes by what of a calendar window is over, and ends with it', () => {
    // One day of 30. With steady events the budget of that day, half of which is
    // left, shrinks by nine times what each minute allows: 0.5 / 9 days.
    const window = {
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-02T00:00:00.000Z',
      end: '2026-12-01T00:00:00.000Z',
      excludedMinutes: 0,
    };
    const of = (burnRate: number) =>
      projectExhaustion({ budgetRemaining: 0.5, burnRate, window });
    expect(of(10)).toBe('2026-11-02T01:20:00.000Z');
    expect(of(0.9)).toBeUndefined();
    expect(of(1.01)).toBeUndefined();
  });
});
