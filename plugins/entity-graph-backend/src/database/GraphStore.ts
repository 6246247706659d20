import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { GraphEntity } from '../entities/toGraphEntity';

interface EdgeEnds {
  source_ref: string;
  target_ref: string;
}

const countSchema = z.coerce.number();

/** Keeps the entities and what they declare as it is in the catalog. */
export class GraphStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes over entities, and all edges that begin or end at them. */
  async save(entities: readonly GraphEntity[]): Promise<void> {
    const refs = entities.map(({ entityRef }) => entityRef);
    const edges = toStorableJson(entities.flatMap(one => one.edges));
    await this.#knex.transaction(async trx => {
      // Two who write the same edges in another order would block each other.
      await trx.raw('LOCK TABLE declared_edges IN SHARE ROW EXCLUSIVE MODE');
      await trx.raw(
        `INSERT INTO nodes AS present (entity_ref, kind, namespace, name, title,
           type, lifecycle, tier, owner_ref, parent_ref)
         SELECT one."entityRef", one.kind, one.namespace, one.name, one.title,
           one.type, one.lifecycle, one.tier, one."ownerRef", one."parentRef"
         FROM jsonb_to_recordset(?::jsonb) AS one ("entityRef" text, kind text,
           namespace text, name text, title text, type text, lifecycle text,
           tier text, "ownerRef" text, "parentRef" text)
         ON CONFLICT (entity_ref) DO UPDATE
         SET title = excluded.title, type = excluded.type, name = excluded.name,
           lifecycle = excluded.lifecycle, tier = excluded.tier,
           owner_ref = excluded.owner_ref, parent_ref = excluded.parent_ref
         WHERE (present.title, present.type, present.name, present.lifecycle,
             present.tier, present.owner_ref, present.parent_ref)
           IS DISTINCT FROM (excluded.title, excluded.type, excluded.name,
             excluded.lifecycle, excluded.tier, excluded.owner_ref,
             excluded.parent_ref)`,
        [toStorableJson(entities.map(({ edges: _, ...node }) => node))],
      );
      const told = `SELECT DISTINCT one."sourceRef", one."targetRef", one.relation
        FROM jsonb_to_recordset(?::jsonb)
          AS one ("sourceRef" text, "targetRef" text, relation text)`;
      const added = await trx.raw<{ rows: EdgeEnds[] }>(
        `INSERT INTO declared_edges (source_ref, target_ref, relation) ${told}
         ON CONFLICT DO NOTHING RETURNING source_ref, target_ref`,
        [edges],
      );
      const removed = await trx.raw<{ rows: EdgeEnds[] }>(
        `DELETE FROM declared_edges e
         WHERE (e.source_ref = ANY(?) OR e.target_ref = ANY(?))
           AND (e.source_ref, e.target_ref, e.relation) NOT IN (${told})
         RETURNING source_ref, target_ref`,
        [refs, refs, edges],
      );
      await countEdges(trx, [
        ...refs,
        ...listEnds([...added.rows, ...removed.rows]),
      ]);
    });
  }

  /** How many entities there are. */
  async count(): Promise<number> {
    const [row] = await this.#knex('nodes').count('* as count');
    return countSchema.parse(row.count);
  }

  /** Forgets all entities but some, and the edges of those that are gone. */
  async removeOthers(entityRefs: readonly string[]): Promise<number> {
    return this.#knex.transaction(async trx => {
      const { rowCount } = await trx.raw(
        `DELETE FROM nodes n WHERE NOT EXISTS (
           SELECT FROM unnest(?::text[]) AS present (ref)
           WHERE present.ref = n.entity_ref)`,
        [[...entityRefs]],
      );
      const removed: EdgeEnds[] = [];
      for (const table of ['declared_edges', 'observed_edges']) {
        const { rows } = await trx.raw<{ rows: EdgeEnds[] }>(
          `DELETE FROM ?? e WHERE
             NOT EXISTS (SELECT FROM nodes n WHERE n.entity_ref = e.source_ref)
             OR NOT EXISTS (SELECT FROM nodes n WHERE n.entity_ref = e.target_ref)
           RETURNING source_ref, target_ref`,
          [table],
        );
        removed.push(...rows);
      }
      await countEdges(trx, listEnds(removed));
      return rowCount;
    });
  }
}

function listEnds(edges: readonly EdgeEnds[]): string[] {
  return edges.flatMap(edge => [edge.source_ref, edge.target_ref]);
}

/** Counts the edges of some entities anew, for the order of the whole graph. */
async function countEdges(trx: Knex, entityRefs: readonly string[]) {
  await trx.raw(
    `UPDATE nodes n SET edge_count = counted.edges FROM (
       SELECT asked.ref,
         (SELECT count(*) FROM declared_edges e WHERE e.source_ref = asked.ref) +
         (SELECT count(*) FROM declared_edges e WHERE e.target_ref = asked.ref)
         AS edges
       FROM unnest(?::text[]) AS asked (ref)) AS counted
     WHERE n.entity_ref = counted.ref AND n.edge_count <> counted.edges`,
    [[...new Set(entityRefs)]],
  );
}
