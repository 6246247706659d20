/** The good and all events of a series in one minute. */
export interface MinuteCount {
  seriesId: number;
  /** Whole minutes since 1970. */
  minute: number;
  good: number;
  total: number;
}
