import {
  type BudgetWindow,
  minutesUntilSpent,
} from '@atrium/plugin-slo-common';

/** What a projection starts from. */
export interface ProjectExhaustionOptions {
  /** Absent without events. */
  budgetRemaining: number | undefined;
  /** Of a recent window, such as the last hour; absent without events. */
  burnRate: number | undefined;
  window: BudgetWindow;
}

/**
 * When the budget will be spent if it goes on like this, as ISO; where counting
 * stops when it already is, `undefined` when it lasts or nothing is known.
 */
export function projectExhaustion({
  budgetRemaining,
  burnRate = 0,
  window,
}: ProjectExhaustionOptions): string | undefined {
  const minutes =
    budgetRemaining === undefined
      ? undefined
      : minutesUntilSpent(budgetRemaining, burnRate, window);
  if (minutes === undefined) {
    return undefined;
  }
  const exhaustedAt = new Date(Date.parse(window.to) + minutes * 60_000);
  // A date too far away for the calendar is not a date at all.
  return Number.isNaN(exhaustedAt.getTime())
    ? undefined
    : exhaustedAt.toISOString();
}
