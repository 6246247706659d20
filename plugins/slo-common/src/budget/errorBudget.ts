import { PARTS_PER_BILLION } from '../definition/partsPerBillion';
import { type Counts, type Fraction, toNumber } from './counts';

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
  return fraction && toNumber(fraction);
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
    toNumber({
      numerator: burnt.denominator - burnt.numerator,
      denominator: burnt.denominator,
    })
  );
}

/** What a projection starts from. */
export interface ProjectExhaustionOptions {
  budgetRemaining: number;
  /** Of a recent window, such as the last hour. */
  burnRate: number;
  /** The length of the window of the SLO. */
  periodMinutes: number;
  now: Date;
  /** The end of a calendar window, where the budget starts anew. */
  end?: Date;
}

/**
 * When the budget will be spent if it goes on like this; `now` when it already
 * is, `undefined` when it lasts.
 */
export function projectExhaustion(
  options: ProjectExhaustionOptions,
): Date | undefined {
  const { budgetRemaining: remaining, now, end } = options;
  if (remaining <= 0) {
    return now;
  }
  if (options.burnRate <= 0) {
    return undefined;
  }
  const minutes = (remaining * options.periodMinutes) / options.burnRate;
  const exhaustedAt = new Date(now.getTime() + minutes * 60_000);
  // A date too far away for the calendar is not a date at all.
  const isNever = Number.isNaN(exhaustedAt.getTime());
  return isNever || (end && exhaustedAt >= end) ? undefined : exhaustedAt;
}
