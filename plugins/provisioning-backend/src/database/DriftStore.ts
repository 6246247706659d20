import type { Knex } from 'knex';
import { type ResourceRow, selectResources, toResource } from './resourceRows';
import type { StoredResource } from './StoredResource';

/** States in which a resource is at rest and can drift. */
const WATCHED_STATES = ['ready', 'expiring'];

/** In milliseconds, as what is read has it. */
const SEEN_AT = `date_trunc('milliseconds', coalesce(r.observed_at, '-infinity'))`;

/** Knows whose look at the provider was the longest ago. */
export class DriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The drivers of what is to be looked at. */
  async listDrivers(): Promise<string[]> {
    return this.#knex('resources')
      .whereIn('state', WATCHED_STATES)
      .distinct('driver')
      .pluck('driver');
  }

  /**
   * What a driver was not asked about for a while, the longest first.
   *
   * @param options - `after` is the last one of the batch before
   */
  async listDue(
    driver: string,
    options: { ageMs: number; limit: number; after?: StoredResource },
  ): Promise<StoredResource[]> {
    const { ageMs, limit, after } = options;
    const due = selectResources(this.#knex)
      .where('r.driver', driver)
      .whereIn('r.state', WATCHED_STATES)
      .whereRaw(
        `coalesce(r.observed_at, '-infinity')
           <= now() - make_interval(secs => ?::float / 1000)`,
        [ageMs],
      )
      .orderByRaw(`${SEEN_AT}, r.id`)
      .limit(limit);
    if (after) {
      due.whereRaw(`(${SEEN_AT}, r.id) > (?::timestamptz, ?::uuid)`, [
        after.observedAt ?? '-infinity',
        after.id,
      ]);
    }
    const rows: ResourceRow[] = await due;
    return rows.map(toResource);
  }
}
