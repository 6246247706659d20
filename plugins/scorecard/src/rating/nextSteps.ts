import type {
  CheckResult,
  Effort,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import type { ShownLevel } from './levels';

/** What to do for a service, the least work first. */
export interface NextSteps {
  /** The level that comes next; undefined at the top, and without levels. */
  next: ShownLevel | undefined;
  /** What keeps the service from it. */
  blocking: CheckResult[];
  /** What else would raise the score or a later level. */
  others: CheckResult[];
}

/** The least work first. */
export const EFFORT_ORDER: Record<Effort, number> = {
  minutes: 0,
  hours: 1,
  days: 2,
};

/**
 * Works out what to do next: first what keeps the service from its next level,
 * by effort. A check that is announced only, or that is exempt, keeps it from
 * nothing.
 *
 * @param levels - of the scorecard, as `shownLevels` gives them
 */
export function nextSteps(
  { rank = 0, checks = [] }: Pick<EntityResult, 'rank' | 'checks'>,
  levels: readonly ShownLevel[],
): NextSteps {
  const next = levels.find(level => level.rank === rank + 1);
  const rankOf = (check: CheckResult) =>
    levels.find(({ name }) => name !== undefined && name === check.level)?.rank;
  const open = checks
    .filter(
      ({ isCounted, outcome }) =>
        isCounted && (outcome === 'fail' || outcome === 'unknown'),
    )
    .sort(
      (a, b) =>
        EFFORT_ORDER[a.effort] - EFFORT_ORDER[b.effort] || b.weight - a.weight,
    );
  const isBlocking = (check: CheckResult) => {
    const checkRank = rankOf(check);
    return (
      next !== undefined && checkRank !== undefined && checkRank <= next.rank
    );
  };
  return {
    next,
    blocking: open.filter(isBlocking),
    others: open.filter(check => !isBlocking(check)),
  };
}

/** The checks that a page offers as what to do next. */
export function stepsToShow({ blocking, others }: NextSteps): CheckResult[] {
  return blocking.length > 0 ? blocking : others;
}
