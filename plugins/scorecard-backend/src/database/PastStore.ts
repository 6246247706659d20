import type { Knex } from 'knex';
import { lockResults } from './lockResults';
import type { ScorecardStore } from './ScorecardStore';

/** How an entity would have stood from an instant on. */
export interface PastResult {
  entityId: number;
  at: Date;
  /** False from when on it would have been rated no more. */
  isRated: boolean;
  rank: number | null;
  score: number | null;
  previousRank: number | null;
  isRankChange: boolean;
  changed: Record<string, string>;
}

/** Keeps how entities would have stood before they were rated. */
export class PastStore {
  readonly #knex: Knex;
  readonly #scorecards: Pick<ScorecardStore, 'isInForce'>;

  constructor(knex: Knex, scorecards: Pick<ScorecardStore, 'isInForce'>) {
    this.#knex = knex;
    this.#scorecards = scorecards;
  }

  /** The next entities that were ever rated by a scorecard, in order of their ids. */
  async listRatedIds(
    scorecard: string,
    { afterId, limit }: { afterId: number; limit: number },
  ): Promise<number[]> {
    const { rows } = await this.#knex.raw(
      `SELECT DISTINCT entity_id FROM result_changes
       WHERE scorecard = ? AND entity_id > ? AND NOT is_past
       ORDER BY entity_id LIMIT ?`,
      [scorecard, afterId, limit],
    );
    return rows.map(({ entity_id: id }: { entity_id: number }) => id);
  }

  /**
   * Takes over the past of some entities, in place of an earlier one, up to when
   * they were rated for the first time.
   *
   * @returns false, and takes over nothing, where the version is not in force any
   * more: its ranks would be those of other levels
   */
  async replace(
    scorecard: { name: string; version: number },
    { ids, past }: { ids: number[]; past: readonly PastResult[] },
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      await lockResults(trx);
      if (!(await this.#scorecards.isInForce(trx, scorecard))) {
        return false;
      }
      await trx.raw(
        `DELETE FROM result_changes
         WHERE scorecard = ? AND entity_id = ANY(?::int[]) AND is_past`,
        [scorecard.name, ids],
      );
      await trx.raw(
        `INSERT INTO result_changes (scorecard, entity_id, from_at, to_at, version,
           is_past, is_rated, rank, score, previous_rank, is_rank_change, changed)
         SELECT :name, p.id, p.at, coalesce(
             lead(p.at) OVER (PARTITION BY p.id ORDER BY p.at), own.first_at),
           :version, true, p.is_rated, p.rank, p.score, p.previous_rank, p.is_rank_change, p.changed
         FROM jsonb_to_recordset(:past::jsonb) AS p (id int, at timestamptz,
           is_rated boolean, rank smallint, score float8, previous_rank smallint,
           is_rank_change boolean, changed jsonb)
         JOIN (
           SELECT entity_id, min(from_at) AS first_at FROM result_changes
           WHERE scorecard = :name AND entity_id = ANY(:ids::int[]) AND NOT is_past
           GROUP BY 1
         ) own ON own.entity_id = p.id AND p.at < own.first_at
         ON CONFLICT (scorecard, entity_id, from_at) DO NOTHING`,
        {
          name: scorecard.name,
          version: scorecard.version,
          ids,
          past: JSON.stringify(
            past.map(one => ({
              id: one.entityId,
              at: one.at,
              is_rated: one.isRated,
              rank: one.rank,
              score: one.score,
              previous_rank: one.previousRank,
              is_rank_change: one.isRankChange,
              changed: one.changed,
            })),
          ),
        } as Record<string, Knex.RawBinding>,
      );
      return true;
    });
  }
}
