import { costAllocationDefinitionSchema } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { StoredAllocation } from './StoredAllocation';
import { toVersionRanges, type VersionRange } from './versionRanges';

interface AllocationRow {
  version: number;
  applies_from: string | null;
  definition: unknown;
  content: string;
  hash: string;
  source: string;
  entity_ref: string | null;
  line: number;
  changes: string[];
  published_at: Date;
  recalculated_at: Date | null;
  decided_by: string | null;
}

/** Keeps the versions of the rules. */
export class AllocationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All versions, the oldest first. */
  async list(knex: Knex = this.#knex): Promise<StoredAllocation[]> {
    const { rows } = await knex.raw(
      `SELECT *, to_char(applies_from, 'YYYY-MM-DD') AS applies_from
       FROM allocations ORDER BY version`,
    );
    return rows.map(toAllocation);
  }

  /** The newest version, whether charges are shown by it already or not. */
  async findNewest(
    knex: Knex = this.#knex,
  ): Promise<StoredAllocation | undefined> {
    return (await this.list(knex)).at(-1);
  }

  /** Which version what is shown is allocated by, day by day. */
  async listRanges(knex: Knex = this.#knex): Promise<VersionRange[]> {
    const all = await this.list(knex);
    return toVersionRanges(
      all.filter(({ recalculatedAt }) => recalculatedAt !== undefined),
    );
  }

  /** Adds a version, which is not in force yet. */
  async add(
    trx: Knex.Transaction,
    one: Omit<StoredAllocation, 'publishedAt' | 'recalculatedAt' | 'decidedBy'>,
  ): Promise<void> {
    await trx('allocations').insert({
      version: one.version,
      applies_from: one.appliesFrom ?? null,
      definition: JSON.stringify(one.definition),
      content: one.content,
      hash: one.hash,
      source: one.source,
      entity_ref: one.entityRef ?? null,
      line: one.line,
      changes: one.changes,
      published_at: new Date(),
    });
  }

  /** Notes where a version stands now that says what it said before. */
  async move(
    trx: Knex.Transaction,
    {
      content,
      entityRef,
      line,
      source,
      version,
    }: Pick<
      StoredAllocation,
      'version' | 'content' | 'source' | 'entityRef' | 'line'
    >,
  ): Promise<void> {
    await trx('allocations')
      .where({ version })
      .update({ content, entity_ref: entityRef ?? null, line, source });
  }

  /** Puts versions in force. */
  async markRecalculated(
    trx: Knex.Transaction,
    versions: readonly number[],
    decidedBy: string,
  ): Promise<void> {
    await trx('allocations')
      .whereIn('version', [...versions])
      .update({
        decided_by: decidedBy,
        recalculated_at: trx.raw('coalesce(recalculated_at, ?)', [new Date()]),
      });
  }
}

function toAllocation(row: AllocationRow): StoredAllocation {
  return {
    version: row.version,
    appliesFrom: row.applies_from ?? undefined,
    definition: costAllocationDefinitionSchema.parse(row.definition),
    content: row.content,
    hash: row.hash,
    source: row.source,
    entityRef: row.entity_ref ?? undefined,
    line: row.line,
    changes: row.changes,
    publishedAt: row.published_at,
    recalculatedAt: row.recalculated_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
  };
}
