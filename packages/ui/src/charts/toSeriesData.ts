import type { SeriesChartPoint } from './SeriesPoint';

/** A point as it is drawn. */
export interface SeriesDatum {
  /** Milliseconds. */
  at: number;
  value: number | undefined;
  note?: string;
  /** Whether neither of its neighbours has a value, so that no line shows it. */
  isAlone: boolean;
}

/** Points as they are drawn: by number, and those that stand alone marked. */
export function toSeriesData(points: SeriesChartPoint[]): SeriesDatum[] {
  return points.map(({ at, value, note }, index) => ({
    at: Date.parse(at),
    value,
    note,
    isAlone:
      value !== undefined &&
      points[index - 1]?.value === undefined &&
      points[index + 1]?.value === undefined,
  }));
}
