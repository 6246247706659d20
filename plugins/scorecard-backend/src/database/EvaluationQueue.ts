import type { Knex } from 'knex';
import type { StoreListeners } from './StoreListeners';

/** Facts of a provider that are looked at for their age. */
interface AgingFacts {
  /** Of the provider. */
  id: string;
  freshnessMs: number;
}

/** Keeps which entities are to be rated anew. */
export class EvaluationQueue {
  readonly #knex: Knex;
  readonly #listeners: StoreListeners;

  constructor(knex: Knex, listeners: StoreListeners = {}) {
    this.#knex = knex;
    this.#listeners = listeners;
  }

  /** Has entities rated within seconds. Unknown ones are passed over. */
  async add(
    entityRefs: readonly string[],
    knex: Knex = this.#knex,
  ): Promise<void> {
    await knex.raw(
      `INSERT INTO evaluation_queue (entity_id)
       SELECT id FROM entities
       WHERE entity_ref = ANY(?::text[]) AND removed_at IS NULL`,
      [[...entityRefs]],
    );
    this.#listeners.onQueued?.();
  }

  /**
   * Has entities rated whose facts grew stale since this was asked for last, each
   * once. Nothing is read of a provider for which that was less than an interval ago.
   *
   * @param options - `until` when facts are stale that count
   */
  async addStale(
    providers: readonly AgingFacts[],
    { intervalMs, until }: { intervalMs: number; until: Date },
  ): Promise<void> {
    await this.#knex.raw(
      `WITH asked AS (
         SELECT a.id, a."freshnessMs" * interval '1 millisecond' AS freshness,
           coalesce(p.stale_queued_until, '-infinity') AS since
         FROM jsonb_to_recordset(:providers::jsonb)
           AS a (id text, "freshnessMs" float8)
         LEFT JOIN fact_providers p ON p.id = a.id
         WHERE p.stale_queued_until IS NULL OR p.stale_queued_until <= :before
       ), marked AS (
         INSERT INTO fact_providers (id, stale_queued_until)
         SELECT id, :until FROM asked
         ON CONFLICT (id) DO UPDATE
         SET stale_queued_until = excluded.stale_queued_until
       )
       INSERT INTO evaluation_queue (entity_id)
       SELECT DISTINCT f.entity_id
       FROM asked JOIN facts f ON f.provider = asked.id
       JOIN entities e ON e.id = f.entity_id AND e.removed_at IS NULL
       WHERE f."values" IS NOT NULL
         AND f.observed_at + asked.freshness > asked.since
         AND f.observed_at + asked.freshness <= :until`,
      {
        providers: JSON.stringify(
          providers.map(({ id, freshnessMs }) => ({ id, freshnessMs })),
        ),
        until,
        before: new Date(until.getTime() - intervalMs),
      },
    );
  }

  /** Takes the next ones; they are back should the transaction fail. */
  async take(trx: Knex.Transaction, limit: number): Promise<number[]> {
    const { rows } = await trx.raw(
      `WITH taken AS (
         DELETE FROM evaluation_queue WHERE id IN (
           SELECT id FROM evaluation_queue ORDER BY id LIMIT ?
         ) RETURNING entity_id
       )
       SELECT DISTINCT entity_id FROM taken`,
      [limit],
    );
    return rows.map(({ entity_id }: { entity_id: number }) => entity_id);
  }
}
