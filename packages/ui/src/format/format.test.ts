import {
  formatDuration,
  formatShortDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatDay,
  formatMonth,
  formatCoarseMoney,
  formatRoundMoney,
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
});

it.each([
  ['1234.5', 'EUR', '€1,234.50'],
  ['-12.005', 'USD', '-$12.01'],
  // The yen has no smaller unit, the dinar of Kuwait a thousandth.
  ['1234.5', 'JPY', '¥1,235'],
  ['1.2345', 'KWD', 'KWD\u00a01.235'],
  ['-0.5', 'CHF', '-CHF\u00a00.50'],
  // More digits than a number holds.
  ['90071992547409931.10', 'EUR', '€90,071,992,547,409,931.10'],
])('writes %s %s as %s', (amount, currency, text) => {
  expect(formatMoney({ amount, currency })).toBe(text);
});

it.each([
  ['1240.337512', '€1,240'],
  ['999.994', '€999.99'],
  ['12.4', '€12.40'],
  ['0', '€0.00'],
  ['0.004', 'less than €0.01'],
  ['-0.004', '0 to −€0.01'],
  ['-1240.5', '−€1,241'],
])('rounds %s for reading as %s', (amount, text) => {
  expect(formatRoundMoney({ amount, currency: 'EUR' })).toBe(text);
});

it('writes a change of money with its sign', () => {
  const options = { hasSign: true };
  const change = (amount: string) =>
    formatRoundMoney({ amount, currency: 'EUR' }, options);
  expect(change('312.05')).toBe('+€312.05');
  expect(change('-3120')).toBe('−€3,120');
  expect(change('0.00')).toBe('€0.00');
  expect(change('0.001')).toBe('less than €0.01');
});

it.each([
  [105, '€105'],
  [-1234.5, '−€1.23K'],
  [0.0342, '€0.0342'],
])('writes %s by its first digits as %s', (value, text) => {
  expect(formatCoarseMoney(value, 'EUR')).toBe(text);
});

it('writes calendar days as they are, in any zone', () => {
  expect(formatDay('2026-11-01')).toBe('1 Nov 2026');
  expect(formatMonth('2026-11')).toBe('November 2026');
});
