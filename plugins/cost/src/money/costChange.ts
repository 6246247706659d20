import Big from 'big.js';

/** How an amount differs from another one. */
export interface CostChange {
  /** A decimal string, above zero where it rose. */
  amount: string;
  /** Of what was before; undefined where that was nothing. */
  ratio?: number;
}

/** How an amount changed, exactly. */
export function costChange(before: string, after: string): CostChange {
  const change = new Big(after).minus(before);
  return {
    amount: change.toFixed(),
    ratio: new Big(before).eq(0)
      ? undefined
      : change.div(new Big(before).abs()).toNumber(),
  };
}
