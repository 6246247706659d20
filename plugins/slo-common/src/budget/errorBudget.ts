import { PARTS_PER_BILLION } from '../definition/partsPerBillion';
import { type Counts, type Fraction, fractionToNumber } from './counts';

const PPB = BigInt(PARTS_PER_BILLION);

/** The part of events that were good; `undefined` when there were none. */
export function sli({ good, total }: Counts): number | undefined {
  return total > 0 ? good / total : undefined;
}

/** Whether the target held, exactly; `undefined` when there were no events. */
export function isTargetMet(
  { good, total }: Counts,
  targetPpb: number,
): boolean | undefined {
  return total > 0
    ? BigInt(good) * PPB >= BigInt(total) * BigInt(targetPpb)
    : undefined;
}

/**
 * How many times faster than allowed the budget was spent, as a fraction: 1
 * spends exactly the budget over the whole window of the SLO.
 */
export function burnRateFraction(
  { good, total }: Counts,
  targetPpb: number,
): Fraction | undefined {
  if (total <= 0) {
    return undefined;
  }
  return {
    numerator: (BigInt(total) - BigInt(good)) * PPB,
    denominator: BigInt(total) * (PPB - BigInt(targetPpb)),
  };
}

/** The burn rate as a number; `undefined` when there were no events. */
export function burnRate(
  counts: Counts,
  targetPpb: number,
): number | undefined {
  const fraction = burnRateFraction(counts, targetPpb);
  return fraction && fractionToNumber(fraction);
}

/**
 * What is left of the budget: 1 when nothing was bad, 0 when it is spent, less
 * when more than that was bad; `undefined` when there were no events.
 */
export function budgetRemaining(
  counts: Counts,
  targetPpb: number,
): number | undefined {
  const burnt = burnRateFraction(counts, targetPpb);
  return (
    burnt &&
    fractionToNumber({
      numerator: burnt.denominator - burnt.numerator,
      denominator: burnt.denominator,
    })
  );
}
