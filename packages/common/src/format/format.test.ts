import {
  formatDay,
  formatMoney,
  formatMonth,
  formatMonthName,
  formatRoundMoney,
  monthBefore,
  setLanguage,
} from '..';

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

it('writes all amounts of a column with coins', () => {
  const amount = '1240.337512';
  expect(
    formatRoundMoney({ amount, currency: 'EUR' }, { hasCoins: true }),
  ).toBe('€1,240.34');
  expect(
    formatRoundMoney({ amount, currency: 'JPY' }, { hasCoins: true }),
  ).toBe('¥1,240');
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

it('writes calendar days as they are, in any zone', () => {
  expect(formatDay('2026-11-01')).toBe('1 Nov 2026');
  expect(formatMonth('2026-11')).toBe('November 2026');
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  it('writes money, days and months as people read them there', () => {
    const currency = 'EUR';
    expect(formatMoney({ amount: '1234.5', currency })).toBe('1.234,50\u00a0€');
    expect(formatRoundMoney({ amount: '0.004', currency })).toBe(
      'weniger als 0,01\u00a0€',
    );
    expect(formatRoundMoney({ amount: '0.00', currency })).toBe('0,00\u00a0€');
    expect(formatDay('2026-11-01')).toBe('1. Nov. 2026');
    expect(formatMonth('2026-11')).toBe('November 2026');
  });
});

it('names the month before', () => {
  expect(monthBefore('2026-11')).toBe('2026-10');
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(formatMonthName('2026-11')).toBe('November');
});
