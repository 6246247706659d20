/** One step of a measurement. */
export interface SeriesChartPoint {
  /** ISO 8601. */
  at: string;
  /** Undefined is drawn as a gap, never as zero. */
  value: number | undefined;
  /** What the value was made of: `998 of 1,000 requests`. */
  note?: string;
}

/** Why a stretch of time stands out. */
export type SeriesBandKind = 'missing' | 'excluded' | 'trouble';

/** A stretch of time that stands out behind the line. */
export interface SeriesChartBand {
  id: string;
  kind: SeriesBandKind;
  /** ISO 8601. */
  from: string;
  /** Absent while it lasts. */
  to?: string;
  label: string;
}

/** A level to compare with. */
export interface SeriesChartLevel {
  value: number;
  /** Written on it: `target 99.9%`. */
  label: string;
}
