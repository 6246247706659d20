import { deleteInBatches } from '@atrium/backend-common';
import type { ObservedEdge } from '@atrium/plugin-entity-graph-common';
import type { Knex } from 'knex';

/** Who reports edges. */
export interface EdgeReporter {
  /** The tool, as people call it. */
  reporter: string;
  /** The account of the tool. */
  reportedBy: string;
}

/** Keeps which entities were seen to call each other. */
export class ObservedEdgeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds what was seen. What came earlier than it is known already stays. */
  async save(
    edges: readonly ObservedEdge[],
    { reporter, reportedBy }: EdgeReporter,
  ): Promise<void> {
    await this.#knex.raw(
      `INSERT INTO observed_edges AS present (source_ref, target_ref, reporter,
         protocol, reported_by, requests_per_minute, first_observed_at, observed_at)
       SELECT DISTINCT ON (one.source, one.target, coalesce(one.protocol, ''))
         one.source, one.target, :reporter, coalesce(one.protocol, ''),
         :reportedBy, one."requestsPerMinute", one."observedAt", one."observedAt"
       FROM jsonb_to_recordset(:edges::jsonb) AS one (source text, target text,
         protocol text, "requestsPerMinute" double precision,
         "observedAt" timestamptz)
       ORDER BY one.source, one.target, coalesce(one.protocol, ''),
         one."observedAt" DESC
       ON CONFLICT (source_ref, target_ref, reporter, protocol) DO UPDATE
       SET reported_by = excluded.reported_by,
         requests_per_minute = excluded.requests_per_minute,
         observed_at = excluded.observed_at
       WHERE present.observed_at < excluded.observed_at`,
      { reporter, reportedBy, edges: JSON.stringify(edges) },
    );
  }

  /** Forgets what was last seen before a point in time. */
  async removeBefore(before: Date): Promise<number> {
    return deleteInBatches(this.#knex, 'observed_edges', {
      before,
      timeColumn: 'observed_at',
    });
  }
}
