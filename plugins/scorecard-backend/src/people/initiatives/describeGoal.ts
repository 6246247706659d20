import type {
  Initiative,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

/**
 * What an initiative wants, in words: `Gold`, `Has an owner and 2 more`.
 *
 * @param definition - the scorecard; without it, names stand for titles
 */
export function describeGoal(
  goal: Initiative['goal'],
  definition: ScorecardDefinition | undefined,
): string {
  if (goal.kind === 'level') {
    const level = definition?.spec.levels.find(
      ({ name }) => name === goal.level,
    );
    return level?.title ?? goal.level;
  }
  const [first, ...others] = goal.checks;
  const check = definition?.spec.checks.find(({ name }) => name === first);
  const title = check?.title ?? first;
  return others.length > 0 ? `${title} and ${others.length} more` : title;
}
