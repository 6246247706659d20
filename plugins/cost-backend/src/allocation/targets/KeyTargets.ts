import type { Knex } from 'knex';
import { type VersionRange, versionOfCharge } from '../versions/versionRanges';

interface EnsureForImportOptions {
  importId: number;
  ranges: readonly VersionRange[];
}

/** The target of charges that no rule allocates. */
export const UNALLOCATED_TARGET_ID = 1;

/** Decides where the charges of keys go. */
export class KeyTargets {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Decides about the keys of an import that were not seen before. */
  async ensureForImport({
    importId,
    ranges,
  }: EnsureForImportOptions): Promise<void> {
    const version = versionOfCharge(ranges, 'c.charge_start');
    await this.#knex.raw(
      `INSERT INTO key_targets (version, key_id, target_id)
       SELECT DISTINCT ${version.sql}, c.key_id, ?::int FROM charges c
       WHERE c.import_id = ? ON CONFLICT DO NOTHING`,
      [...version.bindings, UNALLOCATED_TARGET_ID, importId],
    );
  }
}
