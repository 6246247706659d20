import { setLanguage } from '@atrium/common';
import {
  formatDecimal,
  formatDuration,
  formatShortDuration,
  formatNumber,
  formatPercent,
  formatBudgetLeft,
  formatPercentChange,
  formatShare,
  formatRelative,
  formatCoarseMoney,
} from '..';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.84, '0.8 s'],
    [1, '1 s'],
    [59.4, '59 s'],
    [60, '1 min'],
    [245, '4 min 5 s'],
    [3_600, '1 h'],
    [7_260, '2 h 1 min'],
    [183_600, '2 d 3 h'],
    [86_400 * 3 + 59, '3 d'],
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('formatRelative', () => {
  const now = new Date('2026-11-25T12:00:00Z');

  it.each([
    ['2026-11-25T11:59:40Z', 'just now'],
    ['2026-11-25T11:57:00Z', '3 minutes ago'],
    ['2026-11-25T09:00:00Z', '3 hours ago'],
    ['2026-11-24T11:00:00Z', 'yesterday'],
    ['2026-11-27T12:00:00Z', 'in 2 days'],
    ['2026-11-10T12:00:00Z', '2 weeks ago'],
    ['2024-11-20T12:00:00Z', '2 years ago'],
  ])('tells %s as %s', (instant, text) => {
    expect(formatRelative(instant, now)).toBe(text);
  });
});

it('writes a duration for an axis in one unit', () => {
  expect(formatShortDuration(450)).toBe('7.5 min');
  expect(formatShortDuration(54_960)).toBe('15.3 h');
});

it('writes numbers for reading', () => {
  expect(formatNumber(12_345.678)).toBe('12,345.68');
  expect(formatPercent(0.1234)).toBe('12.3%');
  expect(formatPercent(0.1234, 0)).toBe('12%');
  expect(formatPercent(-0.606)).toBe('−60.6%');
  // More digits than a number holds.
  expect(formatDecimal('1234.12345678901234567')).toBe(
    '1,234.12345678901234567',
  );
});

it.each([
  [0.789, '78.9%'],
  [0.9994, '99.9%'],
  [0.9996, '99.9%'],
  [1, '100%'],
  [1.2345, '123.5%'],
  [0, '0%'],
])('writes %s of a whole as %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

it.each([
  [0.789, '78.9%'],
  [-0.384, '−38.4%'],
  [-10, '−1,000%'],
  [-22.8, 'Below −1,000%'],
])('writes what is left of a budget, %s, as %s', (remaining, text) => {
  expect(formatBudgetLeft(remaining)).toBe(text);
});

it.each([
  [0.1, '+10%'],
  [-0.0251, '−2.5%'],
  [0.0004, '0%'],
])('writes a change of %s as %s', (ratio, text) => {
  expect(formatPercentChange(ratio)).toBe(text);
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  it('writes numbers as people read them there', () => {
    expect(formatNumber(12_345.678)).toBe('12.345,68');
    expect(formatDecimal('0.89125')).toBe('0,89125');
    expect(formatPercent(0.1234)).toBe('12,3\u00a0%');
    expect(formatPercentChange(-0.1)).toBe('−10\u00a0%');
    expect(formatCoarseMoney(1500, 'EUR')).toBe('1.500\u00a0€');
    expect(formatCoarseMoney(1_500_000, 'EUR')).toBe('1,5\u00a0Mio.\u00a0€');
  });
});

it.each([
  [105, '€105'],
  [-1234.5, '−€1.23K'],
  [0.0342, '€0.0342'],
])('writes %s by its first digits as %s', (value, text) => {
  expect(formatCoarseMoney(value, 'EUR')).toBe(text);
});
