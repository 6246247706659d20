import type { GraphKind } from '@atrium/plugin-entity-graph-common';
import { tierSchema } from '@atrium/plugin-entity-graph-common';
import type { Knex } from 'knex';

/** What the graph knows of an entity by itself. */
export interface StoredNode {
  entityRef: string;
  kind: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  tier?: 'critical' | 'important' | 'standard';
  ownerRef?: string;
  ownerTitle?: string;
  systemRef?: string;
  systemTitle?: string;
}

/** Which entities a graph begins with. */
export interface NodeFilter {
  kinds: readonly GraphKind[];
  ownerRefs?: readonly string[];
  systemRef?: string;
}

interface NodeRow {
  entity_ref: string;
  kind: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  owner_ref: string | null;
  owner_title: string | null;
  parent_ref: string | null;
  parent_title: string | null;
}

/** Domains hold domains; a loop among them ends. */
const MAX_DEPTH = 5;

/** Reads entities of the graph. */
export class NodeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some entities that there are, by ref. */
  async find(entityRefs: readonly string[]): Promise<Map<string, StoredNode>> {
    const { rows } = await this.#knex.raw<{ rows: NodeRow[] }>(
      // Each is looked up: joined to a list of thousands, Postgres would read and
      // hash all entities three times.
      `SELECT n.*,
         (SELECT title FROM nodes o WHERE o.entity_ref = n.owner_ref)
           AS owner_title,
         (SELECT title FROM nodes p WHERE p.entity_ref = n.parent_ref)
           AS parent_title
       FROM unnest(?::text[]) AS asked (ref)
       CROSS JOIN LATERAL (
         SELECT * FROM nodes WHERE entity_ref = asked.ref OFFSET 0) AS n`,
      [[...entityRefs]],
    );
    return new Map(rows.map(row => [row.entity_ref, toNode(row)]));
  }

  /**
   * The refs that fit a filter, those with most edges first.
   *
   * @param limit - how many at most; all where it is absent
   */
  async list(filter: NodeFilter, limit?: number): Promise<string[]> {
    const query = this.#select(filter).orderBy([
      { column: 'n.edge_count', order: 'desc' },
      { column: 'n.entity_ref' },
    ]);
    if (limit !== undefined) {
      query.limit(limit);
    }
    return query.pluck('n.entity_ref');
  }

  /** How many fit a filter. */
  async count(filter: NodeFilter): Promise<number> {
    const [{ count }] = await this.#select(filter).count('* as count');
    return Number(count);
  }

  /** What is in a system or domain, and in the systems and domains that it holds. */
  async listParts(
    entityRef: string,
  ): Promise<Pick<StoredNode, 'entityRef' | 'kind'>[]> {
    const { rows } = await this.#knex.raw<{
      rows: Pick<NodeRow, 'entity_ref' | 'kind'>[];
    }>(
      `WITH RECURSIVE parts (entity_ref, depth) AS (
         SELECT entity_ref, 1 FROM nodes WHERE parent_ref = ?
         UNION SELECT n.entity_ref, parts.depth + 1 FROM parts
         JOIN nodes n ON n.parent_ref = parts.entity_ref WHERE parts.depth < ?)
       SELECT DISTINCT n.entity_ref, n.kind FROM parts JOIN nodes n USING (entity_ref)
       ORDER BY 1`,
      [entityRef, MAX_DEPTH],
    );
    return rows.map(row => ({ entityRef: row.entity_ref, kind: row.kind }));
  }

  #select({ kinds, ownerRefs, systemRef }: NodeFilter) {
    const query = this.#knex('nodes as n').whereIn('n.kind', [...kinds]);
    if (ownerRefs) {
      query.whereIn('n.owner_ref', [...ownerRefs]);
    }
    if (systemRef) {
      query.where('n.parent_ref', systemRef);
    }
    return query;
  }
}

function toNode(row: NodeRow): StoredNode {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: tierSchema.safeParse(row.tier).data,
    ownerRef: row.owner_ref ?? undefined,
    ownerTitle: row.owner_title ?? undefined,
    systemRef: row.parent_ref ?? undefined,
    systemTitle: row.parent_title ?? undefined,
  };
}
