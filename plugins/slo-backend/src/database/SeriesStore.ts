import type { Knex } from 'knex';
import { minuteOf } from '../engine/Interval';
import type { SeriesWindows } from '../engine/WindowSums';
import { findFirstKeptMinute } from './countTables';
import { readObjectives } from './readEvaluatedSlos';
import type { StoredSlo } from './StoredSlo';
import { sumWindows } from './sumWindows';

/** Knows where the counts of objectives are, and sums them up. */
export class SeriesStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The sums of windows, by series and name. */
  async sum(series: SeriesWindows[]) {
    return sumWindows(this.#knex, series);
  }

  /** The first minute that is kept; of what came before there are sums alone. */
  async findFirstKeptMinute(): Promise<number> {
    return minuteOf(await this.#knex.transaction(findFirstKeptMinute));
  }

  /** The objectives of SLOs and what does not count of them, by SLO. */
  async listObjectives(slos: StoredSlo[]) {
    return readObjectives(this.#knex, slos);
  }

  /** The joined slices of a composite SLO that counts slices. */
  async findJoinedSeries(sloId: string): Promise<number | undefined> {
    const [id]: (number | null)[] = await this.#knex('slos')
      .where({ id: sloId })
      .pluck('composite_series_id');
    return id ?? undefined;
  }
}
