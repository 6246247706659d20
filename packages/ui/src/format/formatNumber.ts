import { perLanguage } from '@atrium/common';

const numberFormat = perLanguage(
  ({ numbers }) => new Intl.NumberFormat(numbers, { maximumFractionDigits: 2 }),
);

const percentFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, {
      style: 'percent',
      maximumFractionDigits: 1,
    }),
);

/** A number with separators and at most two decimals: `12,345.68`. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

/** A ratio as a percentage with at most one decimal: `0.1234` is `12.3%`. */
export function formatPercent(ratio: number): string {
  return percentFormat().format(ratio);
}
