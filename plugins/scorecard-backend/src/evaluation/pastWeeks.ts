const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * The instants of the weeks before now, the oldest first: whole weeks back, and
 * none before facts were kept.
 */
export function pastWeeks(
  now: Date,
  { first, weeks }: { weeks: number; first: Date },
): Date[] {
  return Array.from(
    { length: weeks },
    (_, index) => new Date(now.getTime() - (weeks - index) * WEEK_MS),
  ).filter(at => at >= first);
}
