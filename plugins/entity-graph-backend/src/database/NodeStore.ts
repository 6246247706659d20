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
      `SELECT n.*, o.title AS owner_title, p.title AS parent_title
       FROM unnest(?::text[]) AS asked (ref)
       JOIN nodes n ON n.entity_ref = asked.ref
       LEFT JOIN nodes o ON o.entity_ref = n.owner_ref
       LEFT JOIN nodes p ON p.entity_ref = n.parent_ref`,
      [[...entityRefs]],
    );
    return new Map(rows.map(row => [row.entity_ref, toNode(row)]));
  }

  /** The refs that fit a filter, those with most edges first. */
  async list(filter: NodeFilter): Promise<string[]> {
    const { kinds, ownerRefs, systemRef } = filter;
    const query = this.#knex('nodes as n')
      .leftJoin(
        this.#knex.raw(
          `(SELECT ref, count(*) AS edges FROM (
             SELECT source_ref AS ref FROM declared_edges
             UNION ALL SELECT target_ref FROM declared_edges) AS ends
           GROUP BY ref) AS degree`,
        ),
        'degree.ref',
        'n.entity_ref',
      )
      .whereIn('n.kind', [...kinds])
      .orderByRaw('degree.edges DESC NULLS LAST, n.entity_ref');
    if (ownerRefs) {
      query.whereIn('n.owner_ref', [...ownerRefs]);
    }
    if (systemRef) {
      query.where('n.parent_ref', systemRef);
    }
    return query.pluck('n.entity_ref');
  }

  /** What is in a system or domain, and in what these hold. */
  async listParts(entityRef: string): Promise<string[]> {
    const { rows } = await this.#knex.raw<{ rows: { entity_ref: string }[] }>(
      `WITH RECURSIVE parts (entity_ref, depth) AS (
         SELECT entity_ref, 1 FROM nodes WHERE parent_ref = ?
         UNION SELECT n.entity_ref, parts.depth + 1 FROM parts
         JOIN nodes n ON n.parent_ref = parts.entity_ref WHERE parts.depth < ?)
       SELECT DISTINCT n.entity_ref FROM parts JOIN nodes n USING (entity_ref)
       WHERE n.kind NOT IN ('system', 'domain') ORDER BY 1`,
      [entityRef, MAX_DEPTH],
    );
    return rows.map(row => row.entity_ref);
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
