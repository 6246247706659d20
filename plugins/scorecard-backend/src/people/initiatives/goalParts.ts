import type {
  Initiative,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

/** What an initiative is measured by. */
export interface GoalParts {
  /** The names of the checks, in the order of the scorecard. */
  checks: string[];
  /** Where the level stands, from 1; undefined where the goal is checks. */
  rank: number | undefined;
}

/**
 * What a goal consists of: checks, or a level with the checks of it and of all
 * below that count on a day. Checks and levels that the scorecard does not have
 * any more are left out.
 *
 * @param today - a date in UTC
 * @returns nothing where the scorecard has nothing of it any more
 */
export function goalParts(
  goal: Initiative['goal'],
  { spec }: ScorecardDefinition,
  today: string,
): GoalParts | undefined {
  if (goal.kind === 'checks') {
    const checks = spec.checks
      .map(({ name }) => name)
      .filter(name => goal.checks.includes(name));
    return checks.length > 0 ? { checks, rank: undefined } : undefined;
  }
  const rank = spec.levels.findIndex(({ name }) => name === goal.level) + 1;
  const needed = spec.levels.slice(0, rank).map(({ name }) => name);
  const checks = spec.checks
    .filter(({ level }) => level !== undefined && needed.includes(level))
    .filter(({ countsFrom }) => countsFrom === undefined || countsFrom <= today)
    .map(({ name }) => name);
  return rank > 0 ? { checks, rank } : undefined;
}
