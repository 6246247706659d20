import {
  type GraphEdge,
  type GraphKind,
  type GraphRelation,
  graphRelationSchema,
} from '@atrium/plugin-entity-graph-common';
import type { Knex } from 'knex';
import { z } from 'zod';

/** Which edges are followed from some entities. */
export interface FollowOptions {
  /** Up to what uses them, or down to what they depend on. */
  direction: 'up' | 'down';
  kinds: readonly GraphKind[];
  relations: readonly GraphRelation[];
  origin: 'all' | 'declared' | 'observed';
}

/** One step along an edge. */
export interface GraphStep {
  fromRef: string;
  toRef: string;
}

const relationsSchema = z.array(graphRelationSchema);

interface EdgeRow {
  source_ref: string;
  target_ref: string;
  relations: string[] | null;
  is_met: boolean;
  observations:
    | {
        reporter: string;
        reported_by: string;
        protocol: string;
        requests_per_minute: number | null;
        first_observed_at: string;
        observed_at: string;
      }[]
    | null;
}

/** Reads what depends on what, declared and seen. */
export class EdgeStore {
  readonly #knex: Knex;
  readonly #retentionMs: number;

  constructor(knex: Knex, options: { retentionMs: number }) {
    this.#knex = knex;
    this.#retentionMs = options.retentionMs;
  }

  /** Since when what was seen counts. */
  get observedSince(): Date {
    return new Date(Date.now() - this.#retentionMs);
  }

  /** One step further from some entities, in order. */
  async follow(
    entityRefs: readonly string[],
    options: FollowOptions,
  ): Promise<GraphStep[]> {
    const { direction, kinds, origin, relations } = options;
    const [from, to] =
      direction === 'up'
        ? ['target_ref', 'source_ref']
        : ['source_ref', 'target_ref'];
    const refs = [...new Set(entityRefs)];
    const { rows } = await this.#knex.raw<{
      rows: { from_ref: string; to_ref: string }[];
    }>(
      // An index lookup per entity: of a list of a thousand refs Postgres would
      // make a reading of the whole table.
      `WITH step AS MATERIALIZED (
         SELECT asked.ref AS from_ref, edge.to_ref
         FROM unnest(:refs::text[]) AS asked (ref)
         CROSS JOIN LATERAL (
           SELECT ${to} AS to_ref FROM declared_edges
           WHERE ${from} = asked.ref AND relation = ANY(:relations)
             AND :origin <> 'observed'
           UNION
           SELECT ${to} FROM observed_edges
           WHERE ${from} = asked.ref AND observed_at > :since
             AND :origin <> 'declared') AS edge)
       SELECT step.from_ref, step.to_ref FROM step
       CROSS JOIN LATERAL (
         SELECT FROM nodes n
         WHERE n.entity_ref = step.to_ref AND n.kind = ANY(:kinds) OFFSET 0) AS n
       ORDER BY step.to_ref, step.from_ref`,
      {
        refs,
        relations: [...relations],
        origin,
        since: this.observedSince,
        kinds: [...kinds],
      },
    );
    return rows.map(row => ({ fromRef: row.from_ref, toRef: row.to_ref }));
  }

  /**
   * All edges between some entities.
   *
   * @remarks Who calls a component whose API it declares to consume does what it
   * declares, though the catalog has no edge between the two.
   */
  async findAmong(entityRefs: readonly string[]): Promise<GraphEdge[]> {
    const { rows } = await this.#knex.raw<{ rows: EdgeRow[] }>(
      `WITH asked AS MATERIALIZED (SELECT unnest(:refs::text[]) AS ref),
       declared AS (
         SELECT source_ref, target_ref,
           array_agg(relation ORDER BY relation) AS relations
         FROM declared_edges
         WHERE source_ref IN (SELECT ref FROM asked)
           AND target_ref IN (SELECT ref FROM asked)
         GROUP BY 1, 2),
       observed AS (
         SELECT source_ref, target_ref, jsonb_agg(jsonb_build_object(
           'reporter', reporter, 'reported_by', reported_by,
           'protocol', protocol, 'requests_per_minute', requests_per_minute,
           'first_observed_at', first_observed_at, 'observed_at', observed_at)
           ORDER BY observed_at DESC) AS observations
         FROM observed_edges
         WHERE source_ref IN (SELECT ref FROM asked)
           AND target_ref IN (SELECT ref FROM asked) AND observed_at > :since
         GROUP BY 1, 2)
       SELECT source_ref, target_ref, d.relations, o.observations,
         CASE WHEN d.relations IS NULL THEN EXISTS (
           SELECT FROM declared_edges c JOIN declared_edges p
             ON p.source_ref = c.target_ref AND p.relation = 'apiProvidedBy'
           WHERE c.source_ref = o.source_ref AND c.relation = 'consumesApi'
             AND p.target_ref = o.target_ref)
         ELSE o.observations IS NOT NULL OR EXISTS (
           SELECT FROM declared_edges p JOIN observed_edges s
             ON s.target_ref = p.target_ref AND s.observed_at > :since
           WHERE p.source_ref = d.target_ref AND p.relation = 'apiProvidedBy'
             AND s.source_ref = d.source_ref
             AND 'consumesApi' = ANY(d.relations))
         END AS is_met
       FROM declared d FULL JOIN observed o USING (source_ref, target_ref)
       ORDER BY source_ref, target_ref`,
      { refs: [...entityRefs], since: this.observedSince },
    );
    return rows.map(toEdge);
  }

  /** Everything that is declared, for what has to be seen as a whole. */
  async listDeclared(): Promise<GraphStep[]> {
    const { rows } = await this.#knex.raw<{
      rows: { source_ref: string; target_ref: string }[];
    }>(
      `SELECT DISTINCT source_ref, target_ref FROM declared_edges
       ORDER BY source_ref, target_ref`,
    );
    return rows.map(row => ({
      fromRef: row.source_ref,
      toRef: row.target_ref,
    }));
  }
}

function toEdge(row: EdgeRow): GraphEdge {
  const { relations, is_met: isMet, observations } = row;
  const own = relations ? 'declared' : 'observed';
  return {
    source: row.source_ref,
    target: row.target_ref,
    origin: isMet ? 'both' : own,
    relations: relationsSchema.parse(relations ?? []),
    observations: (observations ?? []).map(one => ({
      reporter: one.reporter,
      reportedBy: one.reported_by,
      protocol: one.protocol || undefined,
      requestsPerMinute: one.requests_per_minute ?? undefined,
      firstObservedAt: new Date(one.first_observed_at).toISOString(),
      observedAt: new Date(one.observed_at).toISOString(),
    })),
  };
}
