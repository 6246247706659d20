import type { Knex } from 'knex';
import type { StoreListeners } from './StoreListeners';

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
