import {
  type ObjectiveStatus,
  type SeriesPoint,
  sumCounts,
} from '@atrium/plugin-slo-common';

/** How much budget was spent in a time. */
export interface BudgetSpent {
  /** The part of the whole budget; above 1 more than there is. */
  share: number;
  /** How many times as fast as allowed. */
  burnRate: number;
}

/** Which time of which objective is meant. */
export interface BudgetSpentBetweenOptions {
  from: string;
  /** Absent when it is everything since. */
  until?: string;
  status: Pick<ObjectiveStatus, 'target' | 'total'>;
}

/**
 * What was spent from one instant until another one; undefined when nothing was
 * measured in it.
 *
 * @remarks The bad events of that time and not the difference of two budgets: in
 * a rolling window budget also comes back meanwhile.
 */
export function budgetSpentBetween(
  points: SeriesPoint[],
  { from, until, status }: BudgetSpentBetweenOptions,
): BudgetSpent | undefined {
  const { target, total: allEvents } = status;
  const counts = sumCounts(
    points.flatMap(({ at, good, total }, index) => {
      const next = points[index + 1]?.at;
      // The step in which it happened shows what came of it already.
      const isAfter = next === undefined || next > toIso(from);
      const isBefore = until === undefined || (next ?? at) <= toIso(until);
      return isAfter && isBefore && good !== undefined && total !== undefined
        ? [{ good, total }]
        : [];
    }),
  );
  const speed =
    counts.total > 0
      ? (1 - counts.good / counts.total) / (1 - target)
      : undefined;
  return speed === undefined || !allEvents
    ? undefined
    : { share: (speed * counts.total) / allEvents, burnRate: speed };
}

/** Instants of the same form can be compared as text. */
function toIso(instant: string): string {
  return new Date(instant).toISOString();
}
