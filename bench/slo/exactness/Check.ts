/** A window of a series whose sums are compared, in minutes since 1970. */
export interface Check {
  seriesId: number;
  from: number;
  to: number;
}

/** What a window holds. */
export interface Sum {
  good: number;
  total: number;
  /** How many minutes were measured. */
  buckets: number;
}
