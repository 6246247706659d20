import { deleteInBatches } from '@atrium/backend-common';
import type { ScorecardDefinition } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';

/** A move of an entity to a lower level. */
export interface LevelDrop {
  scorecard: string;
  definition: ScorecardDefinition;
  version: number;
  /** Whether the rules changed with it, rather than the entity. */
  isOfRules: boolean;
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  /** Ranks, from 1; 0 for none. */
  from: number;
  to: number;
  at: Date;
  /** The names of the checks that failed with it. */
  failedChecks: string[];
}

/** How far back a move is news. */
const NEWS = "interval '1 day'";
/** How long it is known that a move was told: longer than it is news. */
const TOLD_MS = 3 * 86_400_000;

/** Finds moves to lower levels that nobody was told of. */
export class LevelDropStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes all that are news, and that nobody took. They are taken for good when
   * the transaction ends.
   *
   * @remarks Not taken are those of scorecards that are being evaluated anew, so
   * that all that come of it can be told together. Left out, though taken, are
   * those that are made good by now. What was worked out later for the past is no
   * news.
   */
  async take(trx: Knex.Transaction): Promise<LevelDrop[]> {
    const { rows } = await trx.raw(
      `WITH news AS (
         INSERT INTO told_level_drops (scorecard, entity_id, from_at)
         SELECT c.scorecard, c.entity_id, c.from_at
         FROM result_changes c
         JOIN scorecards s ON s.name = c.scorecard AND s.removed_at IS NULL
           AND s.next_evaluation IS NULL
         WHERE c.is_rank_change AND c.is_rated AND NOT c.is_past
           AND c.from_at > now() - ${NEWS}
           AND coalesce(c.rank, 0) < coalesce(c.previous_rank, 0)
         ON CONFLICT DO NOTHING
         RETURNING scorecard, entity_id, from_at
       )
       SELECT c.scorecard, s.definition, c.version, c.from_at, n.entity_ref,
         n.title, n.owner_refs, coalesce(c.previous_rank, 0) AS "from",
         coalesce(r.rank, 0) AS "to",
         coalesce(before.version <> c.version, false) AS is_of_rules,
         ARRAY(SELECT key FROM jsonb_each_text(c.changed)
               WHERE value = 'fail' ORDER BY key) AS checks
       FROM news
       JOIN result_changes c USING (scorecard, entity_id, from_at)
       JOIN scorecards s ON s.name = c.scorecard
       JOIN results r USING (scorecard, entity_id)
       JOIN entities n ON n.id = c.entity_id AND n.removed_at IS NULL
       LEFT JOIN LATERAL (
         SELECT version FROM result_changes b
         WHERE b.scorecard = c.scorecard AND b.entity_id = c.entity_id
           AND b.from_at < c.from_at
         ORDER BY b.from_at DESC LIMIT 1) before ON true
       WHERE coalesce(r.rank, 0) < coalesce(c.previous_rank, 0)
       ORDER BY n.entity_ref, c.from_at`,
    );
    return rows.map((row: LevelDropRow) => ({
      scorecard: row.scorecard,
      definition: row.definition,
      version: row.version,
      isOfRules: row.is_of_rules,
      entityRef: row.entity_ref,
      entityTitle: row.title ?? undefined,
      ownerRefs: row.owner_refs,
      from: row.from,
      to: row.to,
      at: row.from_at,
      failedChecks: row.checks,
    }));
  }

  /** Forgets what was told so long ago that it is no news any more. */
  async forget(now = new Date()): Promise<number> {
    return deleteInBatches(this.#knex, 'told_level_drops', {
      before: new Date(now.getTime() - TOLD_MS),
      timeColumn: 'told_at',
    });
  }
}

interface LevelDropRow {
  scorecard: string;
  definition: ScorecardDefinition;
  version: number;
  is_of_rules: boolean;
  entity_ref: string;
  title: string | null;
  owner_refs: string[];
  from: number;
  to: number;
  from_at: Date;
  checks: string[];
}
