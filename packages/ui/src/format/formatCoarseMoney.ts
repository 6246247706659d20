import { perLanguage } from '@atrium/common';

const moneyFormats = perLanguage(({ numbers }) => {
  const formats = new Map<string, Intl.NumberFormat>();
  return (currency: string) => {
    const format =
      formats.get(currency) ??
      new Intl.NumberFormat(numbers, {
        style: 'currency',
        currency,
        notation: 'compact',
        maximumSignificantDigits: 3,
        // German has no letter for thousands, and would write "1500 €" here.
        useGrouping: true,
      });
    formats.set(currency, format);
    return format;
  };
});

/**
 * An amount by its first three digits, for axes and for prices of one piece:
 * `€105`, `€1.23K`, `€0.034`. Say the exact one where it matters.
 */
export function formatCoarseMoney(value: number, currency: string): string {
  return moneyFormats()(currency).format(value).replace('-', '−');
}
