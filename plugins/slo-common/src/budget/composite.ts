import { PARTS_PER_BILLION } from '../definition/partsPerBillion';
import { type Counts, type Fraction, toNumber } from './counts';
import { burnRateFraction, isTargetMet } from './errorBudget';

const PPB = BigInt(PARTS_PER_BILLION);

/** One objective of a composite SLO over a window. */
export interface CompositeMember {
  counts: Counts;
  targetPpb: number;
  weightPpb: number;
}

/**
 * The target a composite is held to by time slices: OpenSLO gives it none of
 * its own, so it is the strictest of its objectives.
 */
export function compositeTargetPpb(members: { targetPpb: number }[]): number {
  return Math.max(...members.map(({ targetPpb }) => targetPpb));
}

/**
 * How fast a composite burns by `Occurrences`: the burn rates of its
 * objectives, each times its weight, added up. What is left of its budget is
 * one less the same over the whole window.
 */
export function compositeBurnRate(
  members: CompositeMember[],
): number | undefined {
  const burns = members.flatMap(({ counts, targetPpb, weightPpb }) => {
    const burn = burnRateFraction(counts, targetPpb);
    return burn ? [times(burn, weightPpb)] : [];
  });
  return burns.length > 0 ? toNumber(burns.reduce(add)) : undefined;
}

/**
 * The ratio of a composite by `RatioTimeslices`: what its objectives lack to
 * 100 %, each times its weight, added up, and at most everything.
 */
export function compositeRatio(members: CompositeMember[]): number | undefined {
  const lacks = members.flatMap(({ counts: { good, total }, weightPpb }) =>
    total > 0
      ? [
          times(
            { numerator: BigInt(total - good), denominator: BigInt(total) },
            weightPpb,
          ),
        ]
      : [],
  );
  if (lacks.length === 0) {
    return undefined;
  }
  const { numerator, denominator } = lacks.reduce(add);
  return numerator >= denominator
    ? 0
    : toNumber({ numerator: denominator - numerator, denominator });
}

/** One objective of a composite SLO in one time slice. */
export interface CompositeSlice {
  counts: Counts;
  timeSliceTargetPpb: number;
}

/**
 * Whether a slice of a composite is good by `Timeslices`: bad if it is for any
 * objective, good if it is for all, `undefined` if that cannot be known.
 */
export function isCompositeSliceGood(
  slices: CompositeSlice[],
): boolean | undefined {
  const results = slices.map(({ counts, timeSliceTargetPpb }) =>
    isTargetMet(counts, timeSliceTargetPpb),
  );
  if (results.includes(false)) {
    return false;
  }
  return results.length > 0 && !results.includes(undefined) ? true : undefined;
}

function times(fraction: Fraction, weightPpb: number): Fraction {
  return {
    numerator: fraction.numerator * BigInt(weightPpb),
    denominator: fraction.denominator * PPB,
  };
}

function add(left: Fraction, right: Fraction): Fraction {
  return {
    numerator:
      left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}
