import {
  type ChargeDestination,
  CompiledAllocation,
} from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { Slice } from '../generations/GenerationStore';
import type { StoredAllocation } from '../versions/StoredAllocation';
import { type VersionRange, versionOfCharge } from '../versions/versionRanges';
import { type KeyRow, readKeyRows } from './keyRows';
import { TargetIds } from './TargetIds';
import type { AllocationWorldSnapshot } from './WorldStore';

/** Which rules decide, and what they know. */
interface DecideOptions {
  allocations: readonly StoredAllocation[];
  ranges: readonly VersionRange[];
  world: AllocationWorldSnapshot;
}

interface Decision {
  row: KeyRow;
  rule: string | undefined;
  targetId: number;
}

/** With fewer new ones than this, PostgreSQL still knows well enough. */
const ANALYZE_AFTER = 5_000;

const NO_RULES = new CompiledAllocation({ spec: { rules: [], pools: [] } });

/** Decides where the charges of keys go. */
export class KeyTargets {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Decides about the keys of an import that were not seen before. */
  async ensureForImport(
    trx: Knex.Transaction,
    importId: number,
    options: DecideOptions,
  ): Promise<void> {
    const version = versionOfCharge(options.ranges, 'c.charge_start');
    await this.#ensure(trx, options, {
      sql: `SELECT DISTINCT ${version.sql} AS version, c.key_id
        FROM charges c WHERE c.import_id = ?`,
      bindings: [...version.bindings, importId],
    });
  }

  /** Decides about all keys that count and that versions do not know yet. */
  async ensureForAll(
    trx: Knex.Transaction,
    options: DecideOptions,
  ): Promise<void> {
    const version = versionOfCharge(options.ranges, 'c.charge_start');
    await this.#ensure(trx, options, {
      sql: `SELECT DISTINCT ${version.sql} AS version, c.key_id
        FROM charges c JOIN slices s USING (import_id, month)`,
      bindings: version.bindings,
    });
  }

  /**
   * Decides anew about all keys, and notes beside what is in force where that is
   * somewhere else now.
   *
   * @returns how many
   */
  async findChanges(
    trx: Knex.Transaction,
    options: DecideOptions,
  ): Promise<number> {
    let count = 0;
    const query = {
      sql: `SELECT t.version, t.target_id, t.rule, k.* FROM key_targets t
        JOIN keys k ON k.id = t.key_id WHERE t.version = ANY(?::int[])`,
      bindings: [options.ranges.map(({ version }) => version)],
    };
    for await (const decisions of this.#decide(trx, options, query)) {
      const changed = decisions.filter(
        ({ row, rule, targetId }) =>
          targetId !== row.targetId || rule !== row.rule,
      );
      await this.#save('key_target_changes', changed);
      count += changed.length;
    }
    return count;
  }

  /** What has charges of the keys that {@link findChanges} noted. */
  async listChangedSlices(): Promise<Slice[]> {
    const { rows } = await this.#knex.raw(
      `SELECT source, to_char(month, 'YYYY-MM-DD') AS month, import_id AS "importId"
       FROM slices s WHERE EXISTS (
         SELECT FROM charges c JOIN key_target_changes n USING (key_id)
         WHERE c.import_id = s.import_id AND c.month = s.month)`,
    );
    return rows;
  }

  /** Takes over what {@link findChanges} noted. */
  async applyChanges(trx: Knex.Transaction): Promise<void> {
    await trx.raw(
      `UPDATE key_targets t SET target_id = n.target_id, rule = n.rule
       FROM key_target_changes n
       WHERE t.version = n.version AND t.key_id = n.key_id`,
    );
    await trx('key_target_changes').delete();
  }

  async #ensure(
    trx: Knex.Transaction,
    options: DecideOptions,
    wanted: { sql: string; bindings: readonly Knex.RawBinding[] },
  ): Promise<void> {
    const query = {
      sql: `SELECT w.version, k.* FROM (${wanted.sql}) w
        JOIN keys k ON k.id = w.key_id
        LEFT JOIN key_targets t ON t.version = w.version AND t.key_id = w.key_id
        WHERE t.key_id IS NULL`,
      bindings: wanted.bindings,
    };
    let count = 0;
    for await (const decisions of this.#decide(trx, options, query)) {
      await this.#save('key_targets', decisions);
      count += decisions.length;
    }
    if (count >= ANALYZE_AFTER) {
      // The charges are joined with them at once, before autovacuum comes by.
      await this.#knex.raw('ANALYZE key_targets');
    }
  }

  async *#decide(
    trx: Knex.Transaction,
    { allocations, world }: DecideOptions,
    query: { sql: string; bindings: readonly Knex.RawBinding[] },
  ): AsyncGenerator<Decision[]> {
    const rules = new Map(
      allocations.map(({ definition, version }) => [
        version,
        new CompiledAllocation(definition),
      ]),
    );
    const targets = new TargetIds(this.#knex);
    for await (const rows of readKeyRows(trx, query)) {
      const destinations = rows.map(({ key, version }) =>
        (rules.get(version) ?? NO_RULES).decide(key, world),
      );
      const targetIds = await targets.find(destinations);
      yield rows.map((row, index) => ({
        row,
        rule: ruleOf(destinations[index]),
        targetId: targetIds[index],
      }));
    }
  }

  async #save(
    table: 'key_targets' | 'key_target_changes',
    decisions: readonly Decision[],
  ): Promise<void> {
    await this.#knex.raw(
      `INSERT INTO ?? (version, key_id, target_id, rule)
       SELECT version, key_id, target_id, nullif(rule, '')
       FROM unnest(?::int[], ?::bigint[], ?::int[], ?::text[])
         AS d (version, key_id, target_id, rule)
       ON CONFLICT DO NOTHING`,
      [
        table,
        decisions.map(({ row }) => row.version),
        decisions.map(({ row }) => row.id),
        decisions.map(({ targetId }) => targetId),
        decisions.map(({ rule }) => rule ?? ''),
      ],
    );
  }
}

function ruleOf(destination: ChargeDestination): string | undefined {
  return destination.kind === 'unallocated' ? undefined : destination.rule;
}
