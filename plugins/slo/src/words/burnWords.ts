import {
  durationWords,
  minutesUntilSpent,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import { t } from '../translation';

/** The window that a projection starts from, as in the backend. */
const CURRENT_MINUTES = 60;

/** What is needed to say where a burn rate leads. */
export type BurningBudget = Pick<
  ObjectiveStatus,
  'budgetRemaining' | 'from' | 'to' | 'end' | 'excludedMinutes'
>;

/** What a burn rate means if it goes on like this: `budget gone in 2 days`. */
export function burnWords(
  burnRate: number | undefined,
  budget: BurningBudget,
): string {
  const { budgetRemaining } = budget;
  if (burnRate === undefined || budgetRemaining === undefined) {
    return t('burnWords.notMeasured');
  }
  if (burnRate === 0) {
    return t('burnWords.nothingSpent');
  }
  if (burnRate <= 1) {
    return t('burnWords.noFasterThanAllowed');
  }
  if (budgetRemaining <= 0) {
    return t('burnWords.stillOverspending');
  }
  const minutes = minutesUntilSpent(budgetRemaining, burnRate, budget);
  return minutes === undefined
    ? t('burnWords.theBudgetLastsUntilThe')
    : t('burnWords.budgetGoneIn', { minutes: durationWords(minutes) });
}

/** The burn rate that says most about now: that of an hour. */
export function currentBurnRate({
  burnRates,
}: Pick<ObjectiveStatus, 'burnRates'>) {
  return (
    burnRates.find(({ windowMinutes }) => windowMinutes === CURRENT_MINUTES) ??
    burnRates.find(({ windowMinutes }) => windowMinutes > CURRENT_MINUTES) ??
    burnRates.at(-1)
  );
}
