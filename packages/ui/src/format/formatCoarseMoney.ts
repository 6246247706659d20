const formats = new Map<string, Intl.NumberFormat>();

/**
 * An amount by its first three digits, for axes and for prices of one piece:
 * `€105`, `€1.23K`, `€0.034`. Say the exact one where it matters.
 */
export function formatCoarseMoney(value: number, currency: string): string {
  const format =
    formats.get(currency) ??
    new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumSignificantDigits: 3,
    });
  formats.set(currency, format);
  return format.format(value).replace('-', '−');
}
