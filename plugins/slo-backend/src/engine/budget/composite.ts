import { PARTS_PER_BILLION } from '@atrium/plugin-slo-common';
import {
  type Counts,
  type Fraction,
  fractionToNumber,
} from '@atrium/plugin-slo-common';
import { burnRateFraction } from '@atrium/plugin-slo-common';

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
  return burns.length > 0 ? fractionToNumber(burns.reduce(add)) : undefined;
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
    : fractionToNumber({ numerator: denominator - numerator, denominator });
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
