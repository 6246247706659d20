import type { Knex } from 'knex';

/** Tells whether other sums are in force than when it was asked before. */
export class SumsChange {
  readonly #knex: Knex;
  #known: string | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Does work when there are other sums, or it is another day, and remembers them. */
  async whenChanged(work: () => Promise<void>): Promise<void> {
    const { rows } = await this.#knex.raw(
      `SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '') AS ids
       FROM generations WHERE state = 'active'`,
    );
    const now = `${new Date().toISOString().slice(0, 10)} ${rows[0].ids}`;
    if (now !== this.#known) {
      await work();
      this.#known = now;
    }
  }
}
