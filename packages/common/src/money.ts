import { InputError } from '@backstage/errors';
import { z } from 'zod';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** An amount as a decimal string, such as `-12.50`, and its currency. */
export const moneySchema = z.object({
  amount: z.string().regex(/^-?\d{1,20}(\.\d{1,40})?$/),
  currency: z
    .string()
    .refine(code => CURRENCIES.has(code), 'must be a currency of ISO 4217'),
});

/** An amount as a decimal string, such as `-12.50`, and its currency. */
export type Money = z.infer<typeof moneySchema>;

/**
 * The sum of two amounts, exact, with as many decimals as the one that has more.
 *
 * @throws InputError when they are of two currencies
 */
export function addMoney(one: Money, other: Money): Money {
  const { digits, scale, currency } = align(one, other);
  return { amount: toAmount(digits[0] + digits[1], scale), currency };
}

/**
 * Below zero when the first amount is less, above zero when it is more.
 *
 * @throws InputError when they are of two currencies
 */
export function compareMoney(one: Money, other: Money): number {
  const { digits } = align(one, other);
  return Number(digits[0] > digits[1]) - Number(digits[0] < digits[1]);
}

/** Two amounts in the smallest unit that either of them names. */
function align(one: Money, other: Money) {
  if (one.currency !== other.currency) {
    throw new InputError(
      `Amounts in '${one.currency}' and '${other.currency}' cannot be taken together`,
    );
  }
  const parts = [one, other].map(({ amount }) => amount.split('.'));
  const scale = Math.max(...parts.map(([, decimals = '']) => decimals.length));
  const digits = parts.map(([whole, decimals = '']) =>
    BigInt(whole + decimals.padEnd(scale, '0')),
  );
  return { digits, scale, currency: one.currency };
}

function toAmount(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const decimals = scale > 0 ? `.${text.slice(-scale)}` : '';
  return `${digits < 0n ? '-' : ''}${whole}${decimals}`;
}
