import type { pushMetricSchema } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { z } from 'zod';

/** Takes how much work entities did, by what unit costs and shares are counted. */
export class PushedMetrics {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What is sent takes the place of what was sent for the same days before. */
  async push({
    entityRef,
    unit,
    values,
  }: z.output<typeof pushMetricSchema>): Promise<void> {
    const byDay = new Map(values.map(({ count, day }) => [day, count]));
    await this.#knex('metric_counts')
      .insert(
        [...byDay].map(([day, count]) => ({
          entity_ref: entityRef,
          unit,
          day,
          count,
        })),
      )
      .onConflict(['entity_ref', 'unit', 'day'])
      .merge(['count']);
  }
}
