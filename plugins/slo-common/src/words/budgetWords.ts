import { inLanguage } from '@atrium/common';
import type { SloState } from '../budget/sloState';
import { formatShare } from './ratioWords';

const LITTLE = 0.001;
/** How far it is overspent beyond that says no more than that it is. */
const MUCH = 10;

/** What is left of an error budget, in words. */
export function budgetWords(budgetRemaining: number | undefined): string {
  if (budgetRemaining === undefined) {
    return inLanguage({
      en: 'Budget not measured',
      de: 'Budget nicht gemessen',
    });
  }
  if (budgetRemaining < -MUCH) {
    return inLanguage({
      en: `Budget overspent by more than ${formatShare(MUCH)}`,
      de: `Budget um mehr als ${formatShare(MUCH)} überzogen`,
    });
  }
  if (budgetRemaining < 0) {
    return -budgetRemaining < LITTLE
      ? inLanguage({
          en: 'Budget just overspent',
          de: 'Budget knapp überzogen',
        })
      : inLanguage({
          en: `Budget overspent by ${formatShare(-budgetRemaining)}`,
          de: `Budget um ${formatShare(-budgetRemaining)} überzogen`,
        });
  }
  if (budgetRemaining === 0) {
    return inLanguage({ en: 'Budget spent', de: 'Budget aufgebraucht' });
  }
  return budgetRemaining < LITTLE
    ? inLanguage({
        en: 'Less than 0.1% of the budget left',
        de: 'Weniger als 0,1\u00a0% des Budgets übrig',
      })
    : inLanguage({
        en: `${formatShare(budgetRemaining)} of the budget left`,
        de: `${formatShare(budgetRemaining)} des Budgets übrig`,
      });
}

/** What is left of the budget of an objective, if that can be judged. */
export function objectiveBudgetWords(
  state: SloState,
  budgetRemaining: number | undefined,
): string {
  return state === 'not-enough-traffic'
    ? inLanguage({
        en: 'Too few events to judge the budget',
        de: 'Zu wenige Events, um das Budget zu beurteilen',
      })
    : budgetWords(budgetRemaining);
}
