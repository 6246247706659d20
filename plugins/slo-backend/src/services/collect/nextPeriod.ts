import type { SloSource } from '@atrium/plugin-slo-node';
import type { Interval } from '../../engine/Interval';

interface NextPeriodOptions {
  sources: Pick<
    SloSource,
    'historyMinutes' | 'settleMinutes' | 'maxRangeMinutes' | 'backfillMinutes'
  >[];
  /** How much is asked for again at least, where sources can tell. */
  overlapMinutes: number;
  /** How far back a new series is filled. */
  backfillMinutes: number;
  /** How long minutes are kept. */
  keptMinutes: number;
  now: number;
}

/**
 * The minutes to ask for next: from where the last time ended, less what may
 * still have changed, as far as all sources go back and answer at once.
 *
 * @returns `undefined` where there is nothing to ask, or nobody.
 */
export function nextPeriod(
  collectedUntil: Date | undefined,
  options: NextPeriodOptions,
): Interval | undefined {
  const { sources, overlapMinutes, keptMinutes, now } = options;
  if (sources.length === 0) {
    return undefined;
  }
  const history = Math.min(
    ...sources.map(source => source.historyMinutes),
    keptMinutes,
  );
  const backfillMinutes = Math.max(
    options.backfillMinutes,
    Math.min(...sources.map(source => source.backfillMinutes ?? 0)),
  );
  const range = Math.min(...sources.map(source => source.maxRangeMinutes));
  const settle = Math.max(...sources.map(source => source.settleMinutes));
  const until = collectedUntil
    ? Math.floor(collectedUntil.getTime() / 60_000)
    : undefined;
  // Who knows only what is now is asked about the present minute and the last.
  const earliest = now - Math.max(history, 1);
  const requested =
    until === undefined
      ? now - backfillMinutes
      : until - Math.max(settle, overlapMinutes);
  const from = Math.max(requested, earliest);
  // A step has to go past where the last one ended, however long the overlap.
  const to = Math.min(now, Math.max(from + range, (until ?? from) + 1));
  return from < to ? { from: Math.max(from, to - range), to } : undefined;
}
