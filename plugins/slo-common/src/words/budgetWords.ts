import type { SloState } from '../budget/sloState';
import { formatShare } from './ratioWords';

const LITTLE = 0.001;
/** How far it is overspent beyond that says no more than that it is. */
const MUCH = 10;

/** What is left of an error budget, in words. */
export function budgetWords(budgetRemaining: number | undefined): string {
  if (budgetRemaining === undefined) {
    return 'Budget not measured';
  }
  if (budgetRemaining < -MUCH) {
    return `Budget overspent by more than ${formatShare(MUCH)}`;
  }
  if (budgetRemaining < 0) {
    return -budgetRemaining < LITTLE
      ? 'Budget just overspent'
      : `Budget overspent by ${formatShare(-budgetRemaining)}`;
  }
  if (budgetRemaining === 0) {
    return 'Budget spent';
  }
  return budgetRemaining < LITTLE
    ? 'Less than 0.1% of the budget left'
    : `${formatShare(budgetRemaining)} of the budget left`;
}

/** What is left of the budget of an objective, if that can be judged. */
export function objectiveBudgetWords(
  state: SloState,
  budgetRemaining: number | undefined,
): string {
  return state === 'not-enough-traffic'
    ? 'Too few events to judge the budget'
    : budgetWords(budgetRemaining);
}
