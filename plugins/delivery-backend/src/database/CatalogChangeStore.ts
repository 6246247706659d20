import type { Knex } from 'knex';

/** Counts how often components changed, for all replicas. */
export class CatalogChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(): Promise<void> {
    await this.#knex.raw('UPDATE catalog_changes SET count = count + 1');
  }

  /** Another one than before says that components changed. */
  async count(): Promise<string> {
    const { rows } = await this.#knex.raw('SELECT count FROM catalog_changes');
    return rows[0].count;
  }
}
