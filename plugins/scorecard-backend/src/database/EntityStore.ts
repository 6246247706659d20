import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { RatedEntity } from '../entities/toRatedEntity';
import { lockResults } from './lockResults';
import type { StoreListeners } from './StoreListeners';

/** Keeps which entities there are, and what rating needs of them. */
export class EntityStore {
  readonly #knex: Knex;
  readonly #listeners: StoreListeners;

  constructor(knex: Knex, listeners: StoreListeners = {}) {
    this.#knex = knex;
    this.#listeners = listeners;
  }

  /** Takes over entities; those that changed are rated anew, and what they were is kept. */
  async save(entities: readonly RatedEntity[]): Promise<void> {
    const { rowCount } = await this.#knex.raw(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset(?::jsonb) AS one ("entityRef" text,
           kind text, title text, "ownerRefs" text[], "systemRefs" text[],
           shape jsonb, hash text)
       ), kept AS (
         INSERT INTO entity_changes (entity_id, until_at, owner_refs, shape)
         SELECT past.id, now(), past.owner_refs, past.shape
         FROM entities past JOIN given ON given."entityRef" = past.entity_ref
         WHERE past.hash <> given.hash
           AND (past.shape, past.owner_refs) <> (given.shape, given."ownerRefs")
         ON CONFLICT DO NOTHING
       ), saved AS (
         INSERT INTO entities AS present
           (entity_ref, kind, title, owner_refs, system_refs, shape, hash)
         SELECT "entityRef", kind, title, "ownerRefs", "systemRefs", shape, hash
         FROM given ORDER BY "entityRef"
         ON CONFLICT (entity_ref) DO UPDATE
         SET kind = excluded.kind, title = excluded.title,
           owner_refs = excluded.owner_refs, system_refs = excluded.system_refs,
           shape = excluded.shape, hash = excluded.hash, removed_at = NULL
         WHERE present.hash <> excluded.hash OR present.removed_at IS NOT NULL
         RETURNING id
       )
       INSERT INTO evaluation_queue (entity_id) SELECT id FROM saved`,
      [toStorableJson(entities)],
    );
    if (rowCount > 0) {
      this.#listeners.onQueued?.();
    }
  }

  /**
   * Takes note of which entities are there no more: they are rated no longer.
   *
   * @returns how many went
   */
  async removeOthers(entityRefs: readonly string[]): Promise<number> {
    return this.#knex.transaction(async trx => {
      await lockResults(trx);
      const { rows } = await trx.raw(
        `UPDATE entities gone SET removed_at = now()
         FROM (
           SELECT id FROM entities e
           LEFT JOIN unnest(?::text[]) AS present (ref) ON present.ref = e.entity_ref
           WHERE e.removed_at IS NULL AND present.ref IS NULL
         ) missing
         WHERE missing.id = gone.id RETURNING gone.id`,
        [[...entityRefs]],
      );
      const ids = rows.map(({ id }: { id: number }) => id);
      if (ids.length > 0) {
        await endResults(trx, 'entity_id = ANY(?::int[])', [ids]);
      }
      return ids.length;
    });
  }

  /** How many there are. */
  async count(): Promise<number> {
    const [row] = await this.#knex('entities')
      .whereNull('removed_at')
      .count('* as count');
    return Number(row.count);
  }

  /** Forgets what is gone for long, with all that is known of it. */
  async forgetRemoved(before: Date): Promise<number> {
    return this.#knex('entities').where('removed_at', '<', before).delete();
  }

  /** Forgets what entities were before an instant. */
  async deleteOlderThan(before: Date): Promise<number> {
    return this.#knex('entity_changes').where('until_at', '<', before).delete();
  }

  /** The ids of those of some entities that are there, by ref. */
  async findIds(entityRefs: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: number; entity_ref: string }[] = await this.#knex(
      'entities',
    )
      .whereIn('entity_ref', [...entityRefs])
      .whereNull('removed_at')
      .select('id', 'entity_ref');
    return new Map(rows.map(({ id, entity_ref }) => [entity_ref, id]));
  }
}

/** Notes that some results are none any more. */
export async function endResults(
  trx: Knex.Transaction,
  condition: string,
  values: Knex.RawBinding[],
): Promise<void> {
  await trx.raw(
    `WITH ended AS (
       DELETE FROM results WHERE ${condition}
       RETURNING scorecard, entity_id, version, rank
     ), closed AS (
       UPDATE result_changes c SET to_at = now() FROM ended
       WHERE c.scorecard = ended.scorecard AND c.entity_id = ended.entity_id
         AND c.to_at = 'infinity'
     )
     INSERT INTO result_changes
       (scorecard, entity_id, from_at, version, is_rated, previous_rank, changed)
     SELECT scorecard, entity_id, now(), version, false, rank, '{}' FROM ended
     ON CONFLICT (scorecard, entity_id, from_at) DO NOTHING`,
    values,
  );
}
