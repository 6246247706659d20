import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Keeps which portal this is, for the marks on what it makes. */
export class InstallationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The id of this portal, the same in all its replicas; made where there is none. */
  async readId(): Promise<string> {
    await this.#knex('installation')
      .insert({ id: randomUUID() })
      .onConflict()
      .ignore();
    const { id } = await this.#knex('installation').first('id');
    return id;
  }
}
