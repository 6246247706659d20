import type { Counts } from '@atrium/plugin-slo-common';
import type { Interval } from './Interval';

/** The windows of one series that are to be summed up, each made of spans, by name. */
export interface SeriesWindows {
  seriesId: number;
  windows: Map<string, Interval[]>;
}

/** What a window holds. */
export interface WindowSum extends Counts {
  /** How many buckets were measured: minutes, or slices of a derived series. */
  buckets: number;
}

const NOTHING: WindowSum = { good: 0, total: 0, buckets: 0 };

/** The sums of windows, by series and by the name of the window. */
export class WindowSums {
  readonly #sums = new Map<string, WindowSum>();

  set(seriesId: number, name: string, sum: WindowSum): void {
    this.#sums.set(`${seriesId} ${name}`, sum);
  }

  /** The sum of a window; of one that holds nothing, zeros. */
  get(seriesId: number, name: string): WindowSum {
    return this.#sums.get(`${seriesId} ${name}`) ?? NOTHING;
  }
}
