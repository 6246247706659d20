/** What a projection starts from. */
export interface ProjectExhaustionOptions {
  budgetRemaining: number;
  /** Of a recent window, such as the last hour. */
  burnRate: number;
  /** The length of the window of the SLO. */
  periodMinutes: number;
  now: Date;
  /** The end of a calendar window, where the budget starts anew. */
  end?: Date;
}

/**
 * When the budget will be spent if it goes on like this; `now` when it already
 * is, `undefined` when it lasts.
 */
export function projectExhaustion(
  options: ProjectExhaustionOptions,
): Date | undefined {
  const { budgetRemaining: remaining, now, end } = options;
  if (remaining <= 0) {
    return now;
  }
  if (options.burnRate <= 0) {
    return undefined;
  }
  const minutes = (remaining * options.periodMinutes) / options.burnRate;
  const exhaustedAt = new Date(now.getTime() + minutes * 60_000);
  // A date too far away for the calendar is not a date at all.
  const isNever = Number.isNaN(exhaustedAt.getTime());
  return isNever || (end && exhaustedAt >= end) ? undefined : exhaustedAt;
}
