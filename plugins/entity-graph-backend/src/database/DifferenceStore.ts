import type { DifferenceKind } from '@atrium/plugin-entity-graph-common';
import type { Knex } from 'knex';
import { z } from 'zod';

/** An edge that is declared or seen only. */
export interface Difference {
  sourceRef: string;
  targetRef: string;
}

/** Calls that were seen since a point in time, which no file declares. */
const UNDECLARED = `
  SELECT DISTINCT o.source_ref, o.target_ref FROM observed_edges o
  WHERE o.observed_at > :since
    AND NOT EXISTS (SELECT FROM declared_edges d
      WHERE d.source_ref = o.source_ref AND d.target_ref = o.target_ref)
    AND NOT EXISTS (SELECT FROM declared_edges c JOIN declared_edges p
        ON p.source_ref = c.target_ref AND p.relation = 'apiProvidedBy'
      WHERE c.source_ref = o.source_ref AND c.relation = 'consumesApi'
        AND p.target_ref = o.target_ref)`;

/**
 * What is declared and was not seen. Nothing is said of what was not seen calling
 * anything, nor of libraries, which nobody calls over a network.
 */
const UNSEEN = `
  SELECT DISTINCT d.source_ref, d.target_ref FROM declared_edges d
  JOIN nodes t ON t.entity_ref = d.target_ref
  WHERE d.relation <> 'apiProvidedBy' AND t.type IS DISTINCT FROM 'library'
    AND d.source_ref IN (
      SELECT source_ref FROM observed_edges WHERE observed_at > :since)
    AND NOT EXISTS (SELECT FROM observed_edges o WHERE o.observed_at > :since
      AND o.source_ref = d.source_ref AND o.target_ref = d.target_ref)
    AND NOT EXISTS (SELECT FROM declared_edges p JOIN observed_edges o
        ON o.target_ref = p.target_ref AND o.observed_at > :since
      WHERE p.source_ref = d.target_ref AND p.relation = 'apiProvidedBy'
        AND o.source_ref = d.source_ref)`;

const SQL: Record<DifferenceKind, string> = {
  undeclared: UNDECLARED,
  unseen: UNSEEN,
};

const countSchema = z.coerce.number();

/** Compares what is declared with what was seen. */
export class DifferenceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All differences of a kind, of some owners or of all, in order. */
  async list(
    kind: DifferenceKind,
    { since, ownerRefs }: { since: Date; ownerRefs?: readonly string[] },
  ): Promise<Difference[]> {
    const { rows } = await this.#knex.raw<{
      rows: { source_ref: string; target_ref: string }[];
    }>(
      `SELECT found.source_ref, found.target_ref FROM (${SQL[kind]}) AS found
       JOIN nodes n ON n.entity_ref = found.source_ref
       WHERE :ownerRefs::text[] IS NULL OR n.owner_ref = ANY(:ownerRefs::text[])
       ORDER BY 1, 2`,
      { since, ownerRefs: ownerRefs ? [...ownerRefs] : null },
    );
    return rows.map(row => ({
      sourceRef: row.source_ref,
      targetRef: row.target_ref,
    }));
  }

  /** How many entities were seen calling others. */
  async countSources(since: Date): Promise<number> {
    const [row] = await this.#knex('observed_edges')
      .where('observed_at', '>', since)
      .countDistinct('source_ref as count');
    return countSchema.parse(row.count);
  }
}
