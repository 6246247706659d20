import { DecimalSum, isBelowZero, parseDecimal } from './decimals';

it.each([
  ['0', '0'],
  ['-12.50', '-12.50'],
  ['1E-7', '0.0000001'],
  ['1.25e3', '1250'],
  ['-3.1e-2', '-0.031'],
  ['0e999', '0'],
  ['0.000', '0.000'],
  ['1.3877787807814457e-17', '0.000000000000000013877787807814457'],
  ['12345678901234567890', '12345678901234567890'],
])('reads %s', (text, value) => {
  expect(parseDecimal(text)).toEqual({ value });
});

it.each([
  '',
  'NaN',
  'Infinity',
  '+1',
  '1,000.00',
  '1.',
  '.5',
  ' 1',
  '0x1',
  '1e',
])('does not take %j for a number', text => {
  expect(parseDecimal(text)).toEqual({ problem: 'not-a-decimal' });
});

it.each(['1e308', '1e-61', '123456789012345678901', '1e9999'])(
  'does not keep %s',
  text => {
    expect(parseDecimal(text)).toEqual({ problem: 'out-of-range' });
  },
);

it('adds up to the last digit', () => {
  const sum = new DecimalSum();
  for (const value of ['0.1', '0.2', '-1000', '0.00000000000000000001', '99']) {
    sum.add(value);
  }
  expect(String(sum)).toBe('-900.69999999999999999999');
  const nothing = new DecimalSum();
  nothing.add('1.50');
  nothing.add('-1.5');
  expect(String(nothing)).toBe('0');
  expect(String(new DecimalSum())).toBe('0');
});

it('tells what is below zero', () => {
  expect(['-0.00', '-0.01', '1'].map(isBelowZero)).toEqual([
    false,
    true,
    false,
  ]);
});
