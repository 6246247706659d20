import { words } from '../../scorecardWords';
import { type MessageDescriptor, type MessageList } from '@atrium/common';
import {
  type Initiative,
  type ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

/**
 * What an initiative wants, in words: `Gold`, `Has an owner and 2 more`.
 *
 * @param definition - the scorecard; without it, names stand for titles
 */
export function describeGoal(
  goal: Initiative['goal'],
  definition: ScorecardDefinition | undefined,
): MessageDescriptor {
  return words.describe('scorecard.initiative.goal', {
    goal: listGoal(goal, definition),
  });
}

/** As readers are answered. */
export function goalFields(...of: Parameters<typeof describeGoal>) {
  return words.fields({ goalTitle: describeGoal(...of) });
}

function listGoal(
  goal: Initiative['goal'],
  definition: ScorecardDefinition | undefined,
): MessageList {
  if (goal.kind === 'level') {
    const level = definition?.spec.levels.find(
      ({ name }) => name === goal.level,
    );
    return { list: [level?.title ?? goal.level] };
  }
  const [first, ...others] = goal.checks;
  const check = definition?.spec.checks.find(({ name }) => name === first);
  return { list: [check?.title ?? first], more: others.length };
}
