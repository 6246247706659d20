import type { CheckOutcome } from './checkOutcome';

/** A check as far as it matters for a level and a score. */
export interface RatedCheck {
  /** Where its level stands, from 1; undefined where it needs none. */
  rank: number | undefined;
  weight: number;
  outcome: CheckOutcome;
  /** False while a check is announced only. */
  isCounted: boolean;
}

/** How an entity stands. */
export interface Rating {
  /**
   * The highest level whose checks and those of all levels below are passed: 0
   * for none. Undefined where no check of any level counts for the entity.
   */
  rank: number | undefined;
  /**
   * The share of the weight that is passed, from 0 to 1, of what is known.
   * Undefined where nothing is known or nothing weighs.
   */
  score: number | undefined;
}

/**
 * Works out the level and the score of an entity.
 *
 * A level is held only if every check of it and of all levels below is passed;
 * what is exempt or not applicable does not count. An unknown outcome neither
 * lifts nor lowers: the entity keeps the level it held, as far as what is known
 * allows it.
 *
 * @param levelCount - how many levels there are
 * @param heldRank - the level that the entity had; 0 for none, and for an entity
 * that was never rated
 */
export function rateEntity(
  checks: readonly RatedCheck[],
  { levelCount, heldRank }: { levelCount: number; heldRank: number },
): Rating {
  const counted = checks.filter(
    ({ isCounted, outcome }) =>
      isCounted && outcome !== 'exempt' && outcome !== 'not-applicable',
  );
  return {
    rank: rankOf(counted, { levelCount, heldRank }),
    score: scoreOf(counted),
  };
}

function rankOf(
  counted: readonly RatedCheck[],
  { levelCount, heldRank }: { levelCount: number; heldRank: number },
): number | undefined {
  const ofLevels = counted.filter(({ rank }) => rank !== undefined);
  if (ofLevels.length === 0) {
    return undefined;
  }
  const certain = highest(ofLevels, levelCount, ['fail', 'unknown']);
  const possible = highest(ofLevels, levelCount, ['fail']);
  return Math.max(certain, Math.min(heldRank, possible));
}

/** The last level before the first check that has one of these outcomes. */
function highest(
  checks: readonly RatedCheck[],
  levelCount: number,
  blocking: readonly CheckOutcome[],
): number {
  return checks.reduce(
    (rank, check) =>
      check.rank !== undefined && blocking.includes(check.outcome)
        ? Math.min(rank, check.rank - 1)
        : rank,
    levelCount,
  );
}

function scoreOf(counted: readonly RatedCheck[]): number | undefined {
  const known = counted.filter(({ outcome }) => outcome !== 'unknown');
  const total = weightOf(known);
  return total === 0
    ? undefined
    : weightOf(known.filter(({ outcome }) => outcome === 'pass')) / total;
}

function weightOf(checks: readonly RatedCheck[]): number {
  return checks.reduce((sum, { weight }) => sum + weight, 0);
}
