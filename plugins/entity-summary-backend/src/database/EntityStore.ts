import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { KeptEntity } from '../entities/toKeptEntity';
import { ASKED_KINDS } from '../parts/partKinds';
import { inTurn } from './inTurn';

/** Keeps which entities there are, and what lists need of them. */
export class EntityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes over entities. Of those that changed, the plugins have to be asked.
   *
   * @returns the refs of those that are new or changed
   */
  async save(entities: readonly KeptEntity[]): Promise<string[]> {
    return inTurn(this.#knex, async trx => {
      const { rows } = await trx.raw(
        `INSERT INTO entities AS kept (entity_ref, kind, namespace, name, title,
           description, type, lifecycle, owner_ref, owner_title, system_ref,
           system_title, parent_ref, tags, search_text, name_key, owner_key,
           system_key, hash, due_at)
         SELECT one."entityRef", one.kind, one.namespace, one.name, one.title,
           one.description, one.type, one.lifecycle, one."ownerRef",
           owner.title, one."systemRef", system.title, one."parentRef",
           one.tags, one."searchText", one."nameKey",
           coalesce(owner.name_key, one."ownerKey"),
           coalesce(system.name_key, one."systemKey"), one.hash,
           CASE WHEN one.kind = ANY(?) THEN now() END
         FROM jsonb_to_recordset(?::jsonb) AS one ("entityRef" text, kind text,
           namespace text, name text, title text, description text, type text,
           lifecycle text, "ownerRef" text, "systemRef" text, "parentRef" text,
           tags text[], "searchText" text, "nameKey" text, "ownerKey" text,
           "systemKey" text, hash text)
         LEFT JOIN entities owner ON owner.entity_ref = one."ownerRef"
         LEFT JOIN entities system ON system.entity_ref = one."systemRef"
         ORDER BY one."entityRef"
         ON CONFLICT (entity_ref) DO UPDATE
         SET title = excluded.title, name = excluded.name,
           namespace = excluded.namespace, description = excluded.description,
           type = excluded.type, lifecycle = excluded.lifecycle,
           owner_ref = excluded.owner_ref, owner_title = excluded.owner_title,
           system_ref = excluded.system_ref,
           system_title = excluded.system_title,
           parent_ref = excluded.parent_ref, tags = excluded.tags,
           search_text = excluded.search_text, name_key = excluded.name_key,
           owner_key = excluded.owner_key, system_key = excluded.system_key,
           hash = excluded.hash, saved_at = now(),
           due_at = least(kept.due_at, excluded.due_at)
         WHERE kept.hash <> excluded.hash
         RETURNING kept.entity_ref`,
        [ASKED_KINDS, toStorableJson(entities)],
      );
      const refs = rows.map(
        ({ entity_ref }: { entity_ref: string }) => entity_ref,
      );
      await copyTitles(trx, refs);
      return refs;
    });
  }

  /**
   * Forgets entities that are not in the catalog any more.
   *
   * @param since - when the catalog began to say which there are: what was saved
   * after that, it could not know of yet
   * @returns how many went
   */
  async removeOthers(
    entityRefs: readonly string[],
    since: Date,
  ): Promise<number> {
    const { rowCount } = await inTurn(this.#knex, trx =>
      trx.raw(
        `DELETE FROM entities WHERE saved_at < ? AND entity_ref IN (
         SELECT kept.entity_ref FROM entities kept
         LEFT JOIN unnest(?::text[]) AS present (ref)
           ON present.ref = kept.entity_ref
         WHERE present.ref IS NULL)`,
        [since, [...entityRefs]],
      ),
    );
    return rowCount;
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    await inTurn(this.#knex, trx =>
      trx('entities')
        .whereIn('entity_ref', [...entityRefs])
        .delete(),
    );
  }

  /** How many there are. */
  async count(): Promise<number> {
    const [{ count }] = await this.#knex('entities').count();
    return Number(count);
  }

  async isEmpty(): Promise<boolean> {
    const row = await this.#knex('entities').first('entity_ref');
    return row === undefined;
  }

  /** What a database says that its time is. */
  async now(): Promise<Date> {
    const { rows } = await this.#knex.raw('SELECT now()');
    return rows[0].now;
  }
}

/** Gives the titles of some entities to what they own, or what is part of them. */
async function copyTitles(
  trx: Knex.Transaction,
  entityRefs: string[],
): Promise<void> {
  for (const role of ['owner', 'system']) {
    await trx.raw(
      `UPDATE entities e SET ${role}_title = o.title, ${role}_key = o.name_key
       FROM entities o
       WHERE o.entity_ref = ANY(?::text[]) AND e.${role}_ref = o.entity_ref
         AND (e.${role}_title, e.${role}_key)
           IS DISTINCT FROM (o.title, o.name_key)`,
      [entityRefs],
    );
  }
}
