import Big from 'big.js';

/** How an amount differs from another one. */
export interface CostChange {
  /** A decimal string, above zero where it rose. */
  amount: string;
  /**
   * Of what was before; undefined where that was nothing or next to nothing, and where
   * a cost became a credit: the percentage would say nothing.
   */
  ratio?: number;
}

const MAX_RATIO = 10;

/** How an amount changed, exactly. */
export function costChange(before: string, after: string): CostChange {
  const change = new Big(after).minus(before);
  return { amount: change.toFixed(), ratio: ratioOf(change, new Big(before)) };
}

function ratioOf(change: Big, before: Big): number | undefined {
  if (before.eq(0)) {
    return undefined;
  }
  const ratio = change.div(before.abs()).toNumber();
  return ratio < -1 || ratio > MAX_RATIO ? undefined : ratio;
}
