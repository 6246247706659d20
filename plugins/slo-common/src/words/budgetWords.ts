import {
  inLanguage,
  type MessageDescriptor,
  MessageWriter,
  toShownShare,
} from '@atrium/common';
import type { SloState } from '../budget/sloState';
import { budgetMessages } from './budgetMessages';

const LITTLE = 0.001;
/** How far it is overspent beyond that says no more than that it is. */
const MUCH = 10;

const writers = {
  en: new MessageWriter({ messages: budgetMessages.en }),
  de: new MessageWriter({ messages: budgetMessages.de }),
};

/** What is left of an error budget, in no language. */
function describeBudget(
  budgetRemaining: number | undefined,
): MessageDescriptor {
  const { en: words } = writers;
  if (budgetRemaining === undefined) {
    return words.describe('slo.budget.notMeasured');
  }
  if (budgetRemaining < -MUCH) {
    return words.describe('slo.budget.overspentByMore', toShare(MUCH));
  }
  if (budgetRemaining < 0) {
    return -budgetRemaining < LITTLE
      ? words.describe('slo.budget.justOverspent')
      : words.describe('slo.budget.overspent', toShare(-budgetRemaining));
  }
  if (budgetRemaining === 0) {
    return words.describe('slo.budget.spent');
  }
  return budgetRemaining < LITTLE
    ? words.describe('slo.budget.littleLeft', toShare(LITTLE))
    : words.describe('slo.budget.left', toShare(budgetRemaining));
}

/** What is left of the budget of an objective, if that can be judged. */
export function describeObjectiveBudget(
  state: SloState,
  budgetRemaining: number | undefined,
): MessageDescriptor {
  return state === 'not-enough-traffic'
    ? writers.en.describe('slo.budget.tooFewEvents')
    : describeBudget(budgetRemaining);
}

/** What is left of an error budget, in words. */
export function budgetWords(budgetRemaining: number | undefined): string {
  return inLanguage(writers).text(describeBudget(budgetRemaining));
}

/** What is left of the budget of an objective, if that can be judged. */
export function objectiveBudgetWords(
  state: SloState,
  budgetRemaining: number | undefined,
): string {
  return inLanguage(writers).text(
    describeObjectiveBudget(state, budgetRemaining),
  );
}

function toShare(share: number) {
  return { share: { ratio: toShownShare(share) } };
}
