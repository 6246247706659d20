import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { CostEntity } from './toCostEntity';

/** Keeps which entities there are, and what cost needs of them. */
export class EntityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes over entities as they are now.
   *
   * @returns whether any is another one than before
   */
  async save(entities: readonly CostEntity[]): Promise<boolean> {
    const { rowCount } = await this.#knex.raw(
      `INSERT INTO entities AS present
         (entity_ref, kind, type, title, owner_refs, system_refs, hash)
       SELECT one."entityRef", one.kind, one.type, one.title, one."ownerRefs",
         one."systemRefs", one.hash
       FROM jsonb_to_recordset(?::jsonb) AS one ("entityRef" text, kind text,
         type text, title text, "ownerRefs" text[], "systemRefs" text[], hash text)
       ORDER BY one."entityRef"
       ON CONFLICT (entity_ref) DO UPDATE
       SET kind = excluded.kind, type = excluded.type, title = excluded.title,
         owner_refs = excluded.owner_refs, system_refs = excluded.system_refs,
         hash = excluded.hash
       WHERE present.hash <> excluded.hash`,
      [toStorableJson(entities)],
    );
    return rowCount > 0;
  }

  /** Forgets all entities but some. */
  async removeOthers(entityRefs: readonly string[]): Promise<void> {
    await this.#knex.raw(
      `DELETE FROM entities e WHERE NOT EXISTS (
         SELECT FROM unnest(?::text[]) AS present (ref) WHERE present.ref = e.entity_ref)`,
      [[...entityRefs]],
    );
  }

  /** How many there are. */
  async count(): Promise<number> {
    const [row] = await this.#knex('entities').count('* as count');
    return Number(row.count);
  }

  /** The refs of all there are. */
  async listRefs(): Promise<Set<string>> {
    return new Set(await this.#knex('entities').pluck('entity_ref'));
  }
}
