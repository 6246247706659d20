import type { Knex } from 'knex';

const TABLES = [
  'findings',
  'finding_boms',
  'finding_components',
  'finding_scans',
];

/** Knows whose findings are kept although the catalog has no such entity. */
export class GoneEntityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All entities that a tool ever looked at, in order. */
  async listRefs(): Promise<string[]> {
    return this.#knex('finding_scans')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Takes note of which are gone, and which are there again. */
  async markGone(goneRefs: string[], now: Date): Promise<void> {
    await this.#knex.raw(
      `UPDATE finding_scans
       SET gone_since = CASE WHEN gone_since IS NULL THEN :now::timestamptz END
       WHERE (gone_since IS NULL) = (entity_ref = ANY (:goneRefs))`,
      { goneRefs, now },
    );
  }

  /**
   * Deletes all that is known of what has been gone since a time.
   *
   * @returns whose it was
   */
  async removeGoneBefore(before: Date): Promise<string[]> {
    return this.#knex.transaction(async trx => {
      const refs: string[] = await trx('finding_scans')
        .groupBy('entity_ref')
        .havingRaw('every(coalesce(gone_since <= ?, false))', [before])
        .pluck('entity_ref');
      for (const table of TABLES) {
        await trx(table).whereRaw('entity_ref = ANY (?)', [refs]).delete();
      }
      return refs;
    });
  }
}
