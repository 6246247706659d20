import {
  budgetWords,
  coverageWords,
  durationWords,
  formatBurnRate,
  formatSli,
  formatTarget,
  lastWords,
} from '@atrium/plugin-slo-common';
import { burnWords, currentBurnRate } from './burnWords';
import { stateWords } from './stateWords';
import { windowWords } from './windowWords';

it.each([
  [undefined, 'Budget not measured'],
  [1, '100% of the budget left'],
  [0.999, '99.9% of the budget left'],
  [0.9999, '99.9% of the budget left'],
  [0.625, '62.5% of the budget left'],
  [0.0432, '4.3% of the budget left'],
  [0.0004, 'Less than 0.1% of the budget left'],
  [0, 'Budget spent'],
  [-0.0004, 'Budget just overspent'],
  [-0.38, 'Budget overspent by 38%'],
  [-9, 'Budget overspent by 900%'],
  [-22.8, 'Budget overspent by more than 1,000%'],
])('says of a budget of %s: %s', (remaining, words) => {
  expect(budgetWords(remaining)).toBe(words);
});

it('never shows a missed target as kept', () => {
  expect(formatTarget(0.9995)).toBe('99.95%');
  expect(formatTarget(0.99)).toBe('99%');
  expect(formatSli(0.99949999, 0.9995)).toBe('99.949%');
  expect(formatSli(0.9989999, 0.999)).toBe('99.89%');
  expect(formatSli(0.9999999, 0.999)).toBe('99.99%');
  expect(formatSli(0.999, 0.999)).toBe('99.9%');
  expect(formatSli(0.29, 0.999)).toBe('29%');
  expect(formatSli(0, 0.999)).toBe('0%');
});

describe('a burn rate', () => {
  const rolling = {
    budgetRemaining: 1,
    from: '2026-10-28T12:00:00Z',
    to: '2026-11-25T12:00:00Z',
    end: '2026-11-25T12:00:00Z',
    excludedMinutes: 0,
  };
  const calendar = {
    budgetRemaining: 0.5,
    from: '2026-11-01T00:00:00Z',
    to: '2026-11-02T00:00:00Z',
    end: '2026-12-01T00:00:00Z',
    excludedMinutes: 0,
  };
  // All of 28 days at 14 times the speed: 2 days.
  it.each([
    [14, rolling, 'budget gone in 2 days'],
    [14, { ...rolling, budgetRemaining: 0.5 }, 'budget gone in 1 day'],
    [14, { ...rolling, budgetRemaining: 0.1 }, 'budget gone in 4 hours'],
    [1, rolling, 'no faster than allowed'],
    [0, rolling, 'nothing spent'],
    [undefined, rolling, 'not measured'],
    [3, { ...rolling, budgetRemaining: -0.38 }, 'still overspending'],
    // Half of the budget of one day, at nine times what is allowed on top of what
    // each minute allows: 0.5 / 9 days. At 1.01 it would be 50 days.
    [10, calendar, 'budget gone in 80 minutes'],
    [1.01, calendar, 'the budget lasts until the window resets'],
    [0.9, calendar, 'no faster than allowed'],
  ])('of %s with %j: %s', (burnRate, budget, words) => {
    expect(burnWords(burnRate, budget)).toBe(words);
  });

  it('is told by the window of an hour', () => {
    const of = (...minutes: number[]) => ({
      burnRates: minutes.map(windowMinutes => ({ windowMinutes })),
    });
    expect(currentBurnRate(of(5, 30, 60, 360))?.windowMinutes).toBe(60);
    expect(currentBurnRate(of(5, 120))?.windowMinutes).toBe(120);
    expect(currentBurnRate(of(5))?.windowMinutes).toBe(5);
    expect(currentBurnRate(of())).toBeUndefined();
    expect(formatBurnRate(14.4444)).toBe('14.4×');
    expect(formatBurnRate(1000)).toBe('1,000×');
    expect(formatBurnRate(0.9333)).toBe('0.93×');
  });
});

it.each([
  [0.2, '1 minute'],
  [5, '5 minutes'],
  [60, '1 hour'],
  [90, '90 minutes'],
  [360, '6 hours'],
  [1_440, '1 day'],
  [2_160, '36 hours'],
  [40_320, '28 days'],
])('says %s minutes as %s', (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});

it.each([
  ['ok', undefined, 'good', 'Within budget'],
  ['ok', { state: 'pending', severity: 'page' }, 'good', 'Within budget'],
  ['at-risk', { state: 'firing', severity: 'page' }, 'bad', 'At risk, paging'],
  [
    'at-risk',
    { state: 'firing', severity: 'ticket' },
    'warning',
    'At risk, ticket open',
  ],
  ['no-data', { state: 'firing', severity: 'page' }, 'bad', 'No data, paging'],
  [
    'breached',
    { state: 'firing', severity: 'ticket' },
    'bad',
    'Breached, ticket open',
  ],
] as const)('shows %s with %j as %s: %s', (state, alert, status, text) => {
  expect(stateWords(state, alert)).toEqual({ status, text });
});

it('says windows and coverage', () => {
  expect([5, 60, 4_320].map(lastWords)).toEqual([
    'last 5 minutes',
    'last hour',
    'last 3 days',
  ]);
  expect(
    windowWords({ kind: 'rolling', duration: { count: 28, unit: 'd' } }),
  ).toBe('rolling 28 days');
  expect(
    windowWords({
      kind: 'calendar',
      duration: { count: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Berlin',
    }),
  ).toBe('each month (Europe/Berlin)');
  expect([0, 0.998, 1].map(coverageWords)).toEqual([
    'Not measured',
    'Measured 99.8% of the time',
    'Measured all the time',
  ]);
});
