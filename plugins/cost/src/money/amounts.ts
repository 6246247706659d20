import Big from 'big.js';

/** The sum of amounts, exact. */
export function sumOf(amounts: readonly string[]): string {
  return amounts
    .reduce((sum, amount) => sum.plus(amount), new Big(0))
    .toFixed();
}

/** Whether an amount is above zero. */
export function isAboveZero(amount: string): boolean {
  return new Big(amount).gt(0);
}

/** Whether an amount is nothing at all. */
export function isZero(amount: string): boolean {
  return new Big(amount).eq(0);
}

/** An amount without its sign. */
export function withoutSign(amount: string): string {
  return new Big(amount).abs().toFixed();
}

/** As large as an amount is, for drawing and sorting only. */
export function sizeOf(amount: string): number {
  return new Big(amount).toNumber();
}
