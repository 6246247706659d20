import type { ObjectiveStatus } from '../wire/objectiveStatus';

const MINUTE_MS = 60_000;

/** The window of an objective, as its status tells it. */
export type BudgetWindow = Pick<
  ObjectiveStatus,
  'from' | 'to' | 'end' | 'excludedMinutes'
>;

/**
 * In how many minutes after `to` a budget is spent if it goes on like this, with
 * events that come evenly; 0 when it already is, `undefined` when it lasts.
 *
 * @remarks Of a rolling window the budget is that of its whole length. Of a
 * calendar window it is that of the events so far, and grows by what each further
 * minute allows: only what burns faster than 1 spends it.
 */
export function minutesUntilSpent(
  budgetRemaining: number,
  burnRate: number,
  window: BudgetWindow,
): number | undefined {
  if (budgetRemaining <= 0) {
    return 0;
  }
  const [from, to, end] = [window.from, window.to, window.end].map(
    time => Date.parse(time) / MINUTE_MS,
  );
  const isCalendar = end > to;
  const speed = isCalendar ? burnRate - 1 : burnRate;
  if (speed <= 0) {
    return undefined;
  }
  const countedMinutes = isCalendar
    ? to - from - window.excludedMinutes
    : to - from;
  const minutes = (budgetRemaining * countedMinutes) / speed;
  // From its end on a calendar window has a new budget.
  return isCalendar && to + minutes >= end ? undefined : minutes;
}
