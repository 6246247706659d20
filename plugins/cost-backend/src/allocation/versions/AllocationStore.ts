import type { Knex } from 'knex';
import { toVersionRanges, type VersionRange } from './versionRanges';

/** Keeps the versions of the rules. */
export class AllocationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Which version what is shown is allocated by, day by day. */
  async listRanges(): Promise<VersionRange[]> {
    const { rows } = await this.#knex.raw(
      `SELECT version, to_char(applies_from, 'YYYY-MM-DD') AS "appliesFrom"
       FROM allocations WHERE recalculated_at IS NOT NULL`,
    );
    return toVersionRanges(
      rows.map((row: { version: number; appliesFrom: string | null }) => ({
        version: row.version,
        appliesFrom: row.appliesFrom ?? undefined,
      })),
    );
  }
}
