import type { Counts } from '@atrium/plugin-slo-common';
import { burnRateFraction } from '@atrium/plugin-slo-common';
import { compare } from './minuteCounts';
import type { Comparison } from '@atrium/plugin-slo-common';
import type { BurnRateWindow } from '@atrium/plugin-slo-common';

/**
 * Whether the burn rate of counts compares to a factor, exactly; without events
 * it does not.
 */
export function burnRateCompares(
  counts: Counts,
  targetPpb: number,
  options: { op: Comparison; factorFraction: BurnRateWindow['factorFraction'] },
): boolean {
  const burn = burnRateFraction(counts, targetPpb);
  if (!burn) {
    return false;
  }
  const { numerator, denominator } = options.factorFraction;
  const difference =
    burn.numerator * BigInt(denominator) - burn.denominator * BigInt(numerator);
  return compare(Number(difference), options.op, 0);
}
