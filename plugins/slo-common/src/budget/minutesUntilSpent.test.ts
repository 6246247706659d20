import { minutesUntilSpent } from './minutesUntilSpent';

const DAY = 1_440;

describe('minutesUntilSpent', () => {
  const rolling = {
    from: '2026-10-26T10:00:00Z',
    to: '2026-11-25T10:00:00Z',
    end: '2026-11-25T10:00:00Z',
    excludedMinutes: 0,
  };
  // One day of a November of 30.
  const calendar = {
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-02T00:00:00Z',
    end: '2026-12-01T00:00:00Z',
    excludedMinutes: 0,
  };

  /*
   * A minute brings r events, of which (1 - target) r may be bad. In a calendar
   * window of e minutes so far, (1 - R) (1 - target) r e were bad. At the burn
   * rate b, after m more minutes, (1 - target) r b m are added, and nothing is
   * left when the bad ones are all that (e + m) minutes allow:
   *
   *   (1 - R) e + b m = e + m, so m = R e / (b - 1)
   *
   * In a rolling window e stays the length P of the window: m = R P / b.
   */
  it.each([
    ['a rolling window at 16', 1, 16, rolling, 45 * 60],
    ['half of a rolling window at 1', 0.5, 1, rolling, 15 * DAY],
    ['a rolling window at rest', 0.5, 0, rolling, undefined],
    ['a budget that is spent', 0, 0, rolling, 0],
    ['a calendar budget that is overspent', -2, 0.5, calendar, 0],
    // 0.5 of one day, at 9 more than is allowed.
    ['a calendar day at 10', 0.5, 10, calendar, 80],
    // Six of these 24 hours do not count: 0.5 of 18 hours.
    [
      'a calendar day with a maintenance at 10',
      0.5,
      10,
      { ...calendar, excludedMinutes: 6 * 60 },
      60,
    ],
    ['a calendar day at 0.9', 0.5, 0.9, calendar, undefined],
    ['a calendar day at 1', 0.5, 1, calendar, undefined],
    // 0.5 days at 1/64 more than is allowed are 32 days: 29 are left.
    ['a calendar day at 1 1/64', 0.5, 65 / 64, calendar, undefined],
    // 0.5 days at 1/32 more are 16 days.
    ['a calendar day at 1 1/32', 0.5, 33 / 32, calendar, 16 * DAY],
  ])('of %s', (_, remaining, burnRate, window, expected) => {
    expect(minutesUntilSpent(remaining, burnRate, window)).toBe(expected);
  });
});
