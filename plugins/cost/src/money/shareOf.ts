import Big from 'big.js';

/** Which part of a whole an amount is; undefined where there is no whole. */
export function shareOf(amount: string, whole: string): number | undefined {
  return new Big(whole).lte(0)
    ? undefined
    : new Big(amount).div(whole).toNumber();
}
