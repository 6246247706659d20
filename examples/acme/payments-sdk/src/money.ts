import type { Currency, Money } from './types.js';

/** Makes an amount from major units, for example `money('49.99', 'EUR')`. */
export function money(amount: string, currency: Currency): Money {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) {
    throw new RangeError(`Not an amount of money: '${amount}'`);
  }
  const [, major, minor = ''] = match;
  const minorUnits = Number(major) * 100 + Number(minor.padEnd(2, '0'));
  if (!Number.isSafeInteger(minorUnits)) {
    throw new RangeError(`Amount is too large: '${amount}'`);
  }
  return { minorUnits, currency };
}

export function sumMoney(amounts: readonly Money[]): Money {
  const [first] = amounts;
  if (!first) {
    throw new RangeError('Nothing to sum up: the currency is unknown');
  }
  let minorUnits = 0;
  for (const amount of amounts) {
    if (amount.currency !== first.currency) {
      throw new RangeError(
        `Cannot add ${amount.currency} to ${first.currency}`,
      );
    }
    minorUnits += amount.minorUnits;
  }
  return { minorUnits, currency: first.currency };
}

export function formatMoney(amount: Money, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
  }).format(amount.minorUnits / 100);
}
