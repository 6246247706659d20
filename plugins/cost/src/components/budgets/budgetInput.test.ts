import { toBudget, toBudgetInput } from './budgetInput';

describe('toBudget', () => {
  it.each([
    ['400', '400'],
    [' 1250,5 ', '1250.5'],
    ['1250.50', '1250.50'],
  ])('takes %j', (amount, expected) => {
    expect(toBudget({ amount, currency: 'EUR', isNone: false })).toEqual({
      amount: expected,
      currency: 'EUR',
    });
  });

  it.each([
    '',
    '0',
    '0,00',
    '-5',
    '1,250',
    '1.250',
    '1.250,00',
    '1e3',
    'NaN',
    '9999999999999',
  ])('refuses %j', amount => {
    expect(
      toBudget({ amount, currency: 'EUR', isNone: false }),
    ).toBeUndefined();
  });
});

it('takes none for none', () => {
  expect(toBudget({ amount: '400', currency: 'EUR', isNone: true })).toBeNull();
});

describe('toBudgetInput', () => {
  it.each([
    ['USD 1250.50', { amount: '1250.50', currency: 'USD' }],
    ['CHF 10', { amount: '10', currency: 'EUR' }],
    ['about 40 euros', { amount: '', currency: 'EUR' }],
    [undefined, { amount: '', currency: 'EUR' }],
  ])('begins with what %j says', (written, expected) => {
    expect(toBudgetInput(written, ['EUR', 'USD'])).toEqual({
      ...expected,
      isNone: false,
    });
  });
});
