import { burnRateWindows } from './burnRateWindows';

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
