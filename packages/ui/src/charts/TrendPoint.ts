/** One point of a trend. */
export interface TrendPoint {
  /** Where it stands, in words: `2 Nov`. */
  label: string;
  /** Undefined is drawn as a gap, never as zero. */
  value: number | undefined;
  /** What the value was made of, for the table: `14 deployments`. */
  note?: string;
}

/** Bars for amounts of a period, a line for what exists at any moment. */
export type TrendKind = 'bars' | 'line';
