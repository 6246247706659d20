import type { Knex } from 'knex';

/** Keeps what providers say of entities. */
export class FactStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Has a provider asked about entities as soon as possible. */
  async markDue(
    provider: string,
    entityRefs: readonly string[],
  ): Promise<void> {
    await this.#knex.raw(
      `UPDATE facts f SET due_at = now()
       FROM entities e
       WHERE e.id = f.entity_id AND f.provider = ? AND f.due_at > now()
         AND e.entity_ref = ANY(?::text[])`,
      [provider, [...entityRefs]],
    );
  }
}
