/** Whether what counts is what counted before, its successor, or another one. */
export type StartRelation = 'same' | 'restarted' | 'other';

/**
 * A new process is there before its predecessor goes, but not for long: so that what
 * it has counted meanwhile is little.
 */
const MAX_OVERLAP_MS = 5 * 60_000;

/**
 * Compares since when something counts with since when it did at the last scrape, in
 * seconds since 1970. A restart only moves that forward, and not to long before the
 * last scrape: whatever counted by then, and did not answer, is another process that
 * runs beside the first.
 */
export function compareStarts(
  before: number | undefined,
  now: number | undefined,
  lastScrapeMs: number,
): StartRelation {
  if (before === undefined || now === undefined || now === before) {
    return 'same';
  }
  return now > before && now * 1_000 >= lastScrapeMs - MAX_OVERLAP_MS
    ? 'restarted'
    : 'other';
}
