import { inLanguage, perLanguage } from '../language/language';
import type { Money } from '../money';

const THOUSANDS = /^-?0*[1-9]\d{3,}/;

/** Making one is slow, and tables have hundreds of amounts. */
const moneyFormats = perLanguage(({ numbers }) => {
  const formats = new Map<string, Intl.NumberFormat>();
  return (currency: string, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify([currency, options]);
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(numbers, {
        style: 'currency',
        currency,
        ...options,
      });
    formats.set(key, format);
    return format;
  };
});

/** Options of {@link formatRoundMoney}. */
export interface RoundMoneyOptions {
  /** Whether more than nothing has a plus: for changes. */
  hasSign?: boolean;
  /**
   * Whether amounts from 1,000 on have decimals too: where figures stand below each
   * other, all of them have or none.
   */
  hasCoins?: boolean;
}

/**
 * An amount as precise as it is read: from 1,000 on without decimals, and what
 * is too small for the smallest coin in words: `€1,240`, `−€12.40`, `less than
 * €0.01`.
 *
 * @remarks Rounded from the decimal string. Say the full amount beside it, as
 * `MoneyText` does.
 */
export function formatRoundMoney(
  { amount, currency }: Money,
  { hasCoins = false, hasSign = false }: RoundMoneyOptions = {},
): string {
  const format = moneyFormats()(currency, {
    signDisplay: hasSign ? 'exceptZero' : 'negative',
    ...(!hasCoins && THOUSANDS.test(amount) && { maximumFractionDigits: 0 }),
  });
  const isNothing = format
    .formatToParts(toDecimal(amount))
    .every(({ type, value }) => !isDigits(type) || !/[1-9]/.test(value));
  if (isNothing && /[1-9]/.test(amount)) {
    const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
    const smallest = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
    const coin = format.format(toDecimal(smallest)).replace('+', '');
    return amount.startsWith('-')
      ? inLanguage({ en: `0 to −${coin}`, de: `0 bis −${coin}` })
      : inLanguage({ en: `less than ${coin}`, de: `weniger als ${coin}` });
  }
  // A minus as wide as a plus, so that figures stand below each other.
  return format.format(toDecimal(amount)).replace('-', '−');
}

function isDigits(type: string): boolean {
  return type === 'integer' || type === 'fraction' || type === 'group';
}

function toDecimal(amount: string): `${number}` | number {
  return isDecimal(amount) ? amount : NaN;
}

function isDecimal(amount: string): amount is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(amount);
}
