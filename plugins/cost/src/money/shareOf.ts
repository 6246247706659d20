import Big from 'big.js';

/**
 * Which part of a whole an amount is; undefined where there is no whole, and where
 * credits left less of it than the amount.
 */
export function shareOf(amount: string, whole: string): number | undefined {
  return new Big(whole).lte(0) || new Big(amount).abs().gt(whole)
    ? undefined
    : new Big(amount).div(whole).toNumber();
}
