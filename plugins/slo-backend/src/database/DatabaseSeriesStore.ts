import type { Knex } from 'knex';
import { readObjectives } from './readEvaluatedSlos';
import type { StoredSlo } from './ReadStore';
import type { SeriesStore } from './SeriesStore';
import { type SeriesWindows, sumWindows } from './sumWindows';

/** Reads sums from PostgreSQL. */
export class DatabaseSeriesStore implements SeriesStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async sum(wanted: SeriesWindows[]) {
    return sumWindows(this.#knex, wanted);
  }

  async listObjectives(slos: StoredSlo[]) {
    return readObjectives(this.#knex, slos);
  }

  async findJoinedSeries(sloId: string): Promise<number | undefined> {
    const [id]: (number | null)[] = await this.#knex('slos')
      .where({ id: sloId })
      .pluck('composite_series_id');
    return id ?? undefined;
  }
}
