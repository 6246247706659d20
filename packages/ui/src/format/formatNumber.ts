const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

const PERCENT = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 1,
});

/** A number with separators and at most two decimals: `12,345.68`. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** A ratio as a percentage with at most one decimal: `0.1234` is `12.3%`. */
export function formatPercent(ratio: number): string {
  return PERCENT.format(ratio);
}
