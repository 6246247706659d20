import type { Knex } from 'knex';

/** Which entities a report is about. */
export interface ReportFilter {
  scorecard: string;
  /** Of these entities; of all where it is undefined, as with the others. */
  entityRefs?: string[];
  ownerRefs?: string[];
  systemRef?: string;
}

/** How many held a rank, and their scores together. */
export interface RankCount {
  rank: number;
  count: number;
  scored: number;
  scoreSum: number;
}

/** An entity that moved to another level. */
export interface StoredMove {
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  from: number;
  to: number;
  at: Date;
  changedChecks: string[];
}

const ENTITIES = `n.removed_at IS NULL
  AND (:entityRefs::text[] IS NULL OR n.entity_ref = ANY (:entityRefs::text[]))
  AND (:ownerRefs::text[] IS NULL OR n.owner_refs && :ownerRefs::text[])
  AND (:systemRefs::text[] IS NULL OR n.system_refs && :systemRefs::text[])`;

/** What holds none and what can hold none are counted together. */
const COUNTS = `coalesce(c.rank, 0) AS rank, count(*)::int AS count,
  count(c.score)::int AS scored, coalesce(sum(c.score), 0)::float8 AS score_sum`;

/** Reads how many held which level, and who moved. */
export class ReportStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** How many held which level at each of some instants. */
  async countAt(
    filter: ReportFilter,
    instants: Date[],
  ): Promise<Map<number, RankCount[]>> {
    const rows = await this.#read<RankRow & { index: number }>(
      `SELECT w.index::int AS index, ${COUNTS}
       FROM unnest(:instants::timestamptz[]) WITH ORDINALITY w (at, index)
       JOIN result_changes c ON c.scorecard = :scorecard
         AND c.from_at <= w.at AND c.to_at > w.at AND c.is_rated
       JOIN entities n ON n.id = c.entity_id
       WHERE ${ENTITIES}
       GROUP BY w.index, coalesce(c.rank, 0)`,
      filter,
      { instants },
    );
    return Map.groupBy(
      rows.map(({ index, ...row }) => ({ ...toRankCount(row), index })),
      ({ index }) => index - 1,
    );
  }

  /** How many hold which level now, by owner or system; by none under ''. */
  async countByGroup(
    filter: ReportFilter,
    groupBy: 'owner' | 'system',
  ): Promise<Map<string, RankCount[]>> {
    const rows = await this.#read<RankRow & { ref: string }>(
      `SELECT g.ref, ${COUNTS}
       FROM results c JOIN entities n ON n.id = c.entity_id
       CROSS JOIN LATERAL ${groupsOf(groupBy)} g (ref)
       WHERE c.scorecard = :scorecard AND ${ENTITIES}
       GROUP BY g.ref, coalesce(c.rank, 0)`,
      filter,
    );
    return Map.groupBy(
      rows.map(row => ({ ...toRankCount(row), ref: row.ref })),
      ({ ref }) => ref,
    );
  }

  /** The average score at an instant, of what each group has now. */
  async averageAt(
    filter: ReportFilter,
    groupBy: 'owner' | 'system',
    at: Date,
  ): Promise<Map<string, number>> {
    const rows = await this.#read<{ ref: string; average: number | null }>(
      `SELECT g.ref, avg(c.score)::float8 AS average
       FROM result_changes c JOIN entities n ON n.id = c.entity_id
       CROSS JOIN LATERAL ${groupsOf(groupBy)} g (ref)
       WHERE c.scorecard = :scorecard AND c.from_at <= :at AND c.to_at > :at
         AND c.is_rated AND ${ENTITIES}
       GROUP BY g.ref`,
      filter,
      { at },
    );
    return new Map(
      rows.flatMap(({ ref, average }) =>
        average === null ? [] : [[ref, average]],
      ),
    );
  }

  /** Who moved since an instant, the latest first. */
  async listMoves(
    filter: ReportFilter,
    {
      since,
      limit,
      hiddenOwners,
    }: { since: Date; limit: number; hiddenOwners: string[] },
  ): Promise<StoredMove[]> {
    const rows = await this.#read<MoveRow>(
      `SELECT n.entity_ref, n.title, n.owner_refs, c.from_at,
         coalesce(c.previous_rank, 0) AS "from", coalesce(c.rank, 0) AS "to",
         ARRAY(SELECT jsonb_object_keys(c.changed)) AS checks
       FROM result_changes c JOIN entities n ON n.id = c.entity_id
       WHERE c.scorecard = :scorecard AND c.is_rank_change
         AND c.from_at >= :since AND ${ENTITIES}
         AND coalesce(c.previous_rank, 0) <> coalesce(c.rank, 0)
         AND NOT (n.owner_refs <> '{}' AND n.owner_refs <@ :hiddenOwners::text[])
       ORDER BY c.from_at DESC, n.entity_ref LIMIT :limit`,
      filter,
      { since, limit, hiddenOwners },
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      entityTitle: row.title ?? undefined,
      ownerRefs: row.owner_refs,
      from: row.from,
      to: row.to,
      at: row.from_at,
      changedChecks: row.checks,
    }));
  }

  async #read<Row>(
    sql: string,
    { scorecard, entityRefs, ownerRefs, systemRef }: ReportFilter,
    values: Record<string, unknown> = {},
  ): Promise<Row[]> {
    const { rows } = await this.#knex.raw(sql, {
      scorecard,
      entityRefs: entityRefs ?? null,
      ownerRefs: ownerRefs ?? null,
      systemRefs: systemRef === undefined ? null : [systemRef],
      ...values,
    } as Record<string, Knex.RawBinding>);
    return rows;
  }
}

function groupsOf(groupBy: 'owner' | 'system'): string {
  const column = groupBy === 'owner' ? 'n.owner_refs' : 'n.system_refs';
  return `unnest(coalesce(nullif(${column}, '{}'), '{""}'))`;
}

interface RankRow {
  rank: number;
  count: number;
  scored: number;
  score_sum: number;
}

function toRankCount({ rank, count, scored, score_sum }: RankRow): RankCount {
  return { rank, count, scored, scoreSum: score_sum };
}

interface MoveRow {
  entity_ref: string;
  title: string | null;
  owner_refs: string[];
  from: number;
  to: number;
  from_at: Date;
  checks: string[];
}
