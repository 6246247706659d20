import { perLanguage } from '../language/language';

const numberFormat = perLanguage(
  ({ numbers }) => new Intl.NumberFormat(numbers, { maximumFractionDigits: 2 }),
);

const decimalFormat = perLanguage(
  ({ numbers }) =>
    new Intl.NumberFormat(numbers, { maximumFractionDigits: 100 }),
);

const percentFormats = perLanguage(({ numbers }) =>
  [0, 1, 2].map(
    maximumFractionDigits =>
      new Intl.NumberFormat(numbers, {
        style: 'percent',
        maximumFractionDigits,
      }),
  ),
);

const changeFormats = perLanguage(({ numbers }) =>
  [0, 1].map(
    maximumFractionDigits =>
      new Intl.NumberFormat(numbers, {
        style: 'percent',
        maximumFractionDigits,
        signDisplay: 'exceptZero',
      }),
  ),
);

/** A number with separators and at most two decimals: `12,345.68`. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

/** A decimal string with all of its digits, such as a rate: `0.89125` is `0.89125`. */
export function formatDecimal(decimal: string): string {
  return decimalFormat().format(decimal as `${number}`);
}

/**
 * A ratio as a percentage with at most so many decimals: `0.1234` is `12.3%`, and
 * `-0.5` is `−50%`.
 */
export function formatPercent(
  ratio: number,
  maximumDecimals: 0 | 1 | 2 = 1,
): string {
  return percentFormats()[maximumDecimals].format(ratio).replace('-', '−');
}

/**
 * By how much something grew or shrank, with its sign: `+10%`, `−2.5%`; what is rounded
 * to nothing has none.
 */
export function formatPercentChange(
  ratio: number,
  maximumDecimals: 0 | 1 = 1,
): string {
  // A minus as wide as a plus, so that figures stand below each other.
  return changeFormats()[maximumDecimals].format(ratio).replace('-', '−');
}
