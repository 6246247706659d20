import { perLanguage } from '../language/language';
import type { Money } from '../money';

const moneyFormats = perLanguage(({ numbers }) => {
  const formats = new Map<string, Intl.NumberFormat>();
  return (currency: string) => {
    const format =
      formats.get(currency) ??
      new Intl.NumberFormat(numbers, { style: 'currency', currency });
    formats.set(currency, format);
    return format;
  };
});

/**
 * An amount with its currency and the decimals that the currency has by ISO
 * 4217: `€1,234.50`, `¥1,235`, `-CHF 0.50`.
 *
 * @remarks Rounded from the decimal string itself, so that no amount is too
 * large to be exact.
 */
export function formatMoney({ amount, currency }: Money): string {
  return moneyFormats()(currency).format(isDecimal(amount) ? amount : NaN);
}

function isDecimal(amount: string): amount is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(amount);
}
