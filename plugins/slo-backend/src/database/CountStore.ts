import type { PushCount } from '@atrium/plugin-slo-common';

/** The good and all events of a series in one minute. */
export interface MinuteCount {
  seriesId: number;
  /** Whole minutes since 1970. */
  minute: number;
  good: number;
  total: number;
}

/** What became of counts that were pushed. */
export interface PushedCounts {
  stored: number;
  unchanged: number;
  /** Series that no SLO reads. */
  unknownSeries: string[];
}

/** Keeps what was counted. */
export interface CountStore {
  /** Stores pushed counts, all of them or none. */
  push(counts: PushCount[], now: Date): Promise<PushedCounts>;
}
