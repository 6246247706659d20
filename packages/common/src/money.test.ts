import { InputError } from '@backstage/errors';
import { parseInput } from './parseInput';
import { addMoney, compareMoney, moneySchema } from './money';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('moneySchema', () => {
  it.each(['0', '12', '-12.50', '0.000000000001', '99999999999999999999.99'])(
    'takes %s',
    amount => {
      expect(parseInput(moneySchema, usd(amount))).toEqual(usd(amount));
    },
  );

  it.each(['', '1,5', '.5', '1.', '1e3', '+1', ' 1', 'NaN'])(
    'refuses %j as an amount',
    amount => {
      expect(() => parseInput(moneySchema, usd(amount))).toThrow("'amount'");
    },
  );

  it.each(['usd', 'XXXX', 'QQQ', ''])('refuses %j as a currency', currency => {
    expect(() => parseInput(moneySchema, { amount: '1', currency })).toThrow(
      "'currency'",
    );
  });
});

describe('addMoney', () => {
  it.each([
    // With floating point, this is 0.30000000000000004.
    ['0.1', '0.2', '0.3'],
    ['1.50', '1.5', '3.00'],
    ['99999999999999999999', '0.01', '99999999999999999999.01'],
    ['0.05', '-0.10', '-0.05'],
    ['-0.5', '0.5', '0.0'],
    ['-1', '-2.25', '-3.25'],
    ['7', '-10', '-3'],
    ['999', '1', '1000'],
  ])('adds %s and %s to %s', (one, other, sum) => {
    expect(addMoney(usd(one), usd(other))).toEqual(usd(sum));
    expect(addMoney(usd(other), usd(one))).toEqual(usd(sum));
  });

  it('refuses two currencies', () => {
    const add = () => addMoney(usd('1'), { amount: '1', currency: 'EUR' });
    expect(add).toThrow(InputError);
    expect(add).toThrow("Amounts in 'USD' and 'EUR' cannot be taken together");
  });
});

describe('compareMoney', () => {
  it.each([
    ['1.0', '1.00', 0],
    ['-0', '0', 0],
    ['9', '10', -1],
    ['-9', '-10', 1],
    ['0.1', '0.09', 1],
    ['9007199254740993', '9007199254740992', 1],
  ])('compares %s with %s', (one, other, order) => {
    expect(compareMoney(usd(one), usd(other))).toBe(order);
    expect(compareMoney(usd(other), usd(one))).toBe(-order || 0);
  });
});
