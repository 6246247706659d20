import type { Money } from '../money';

const THOUSANDS = /^-?0*[1-9]\d{3,}/;

const formats = new Map<string, Intl.NumberFormat>();

/** Options of {@link formatRoundMoney}. */
export interface RoundMoneyOptions {
  /** Whether more than nothing has a plus: for changes. */
  hasSign?: boolean;
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
  { hasSign = false }: RoundMoneyOptions = {},
): string {
  const format = formatOf(currency, {
    signDisplay: hasSign ? 'exceptZero' : 'negative',
    ...(THOUSANDS.test(amount) && { maximumFractionDigits: 0 }),
  });
  const isNothing = format
    .formatToParts(toDecimal(amount))
    .every(({ type, value }) => !isDigits(type) || /^[0,]*$/.test(value));
  if (isNothing && /[1-9]/.test(amount)) {
    const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
    const smallest = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
    const coin = format.format(toDecimal(smallest)).replace('+', '');
    return amount.startsWith('-') ? `0 to −${coin}` : `less than ${coin}`;
  }
  // A minus as wide as a plus, so that figures stand below each other.
  return format.format(toDecimal(amount)).replace('-', '−');
}

/** Making one is slow, and tables have hundreds of amounts. */
function formatOf(
  currency: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = JSON.stringify([currency, options]);
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en', { style: 'currency', currency, ...options });
  formats.set(key, format);
  return format;
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
