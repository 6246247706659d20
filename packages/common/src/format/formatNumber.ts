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

/** The most that is written of a whole from which something is missing. */
const NOT_ALL = 0.999;

/**
 * A part of a whole as it is to be written: what is not all of it is never rounded up
 * to that. What is more than the whole stays as it is.
 */
export function toShownShare(share: number): number {
  return share < 1 ? Math.min(share, NOT_ALL) : share;
}

/** A part of a whole, such as a budget: `0.789` is `78.9%`, `0.9999` is `99.9%`. */
export function formatShare(share: number): string {
  return formatPercent(toShownShare(share));
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
