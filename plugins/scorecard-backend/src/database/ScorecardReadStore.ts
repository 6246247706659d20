import type { Knex } from 'knex';

/** How many entities stand at a level of a scorecard. */
export interface RankCount {
  scorecard: string;
  rank: number | null;
  count: number;
  /** The sum of the scores, and how many there are. */
  scoreSum: number;
  scoreCount: number;
}

/** How many entities have an outcome of a check. */
export interface OutcomeCount {
  check: string;
  outcome: string;
  count: number;
}

/** How often the outcome of a check changed. */
export interface OutcomeChanges {
  check: string;
  changes: number;
  /** To a failure, and to a pass. */
  failed: number;
  passed: number;
  /** The most changes of one entity. */
  mostOfOne: number;
}

/** Counts over results, for everybody or for some entities. */
export class ScorecardReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The refs of all entities with results, in order. */
  async listRatedRefs(): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      `SELECT entity_ref FROM entities e
       WHERE EXISTS (SELECT FROM results r WHERE r.entity_id = e.id)
       ORDER BY entity_ref`,
    );
    return rows.map(({ entity_ref }: { entity_ref: string }) => entity_ref);
  }

  /** @param refs - whose results count; all where undefined */
  async countRanks(refs: string[] | undefined): Promise<RankCount[]> {
    const { rows } = await this.#knex.raw(
      `SELECT scorecard, rank, count(*)::int AS count,
         coalesce(sum(score), 0) AS "scoreSum", count(score)::int AS "scoreCount"
       FROM results r ${only(refs)} GROUP BY 1, 2`,
      refs ? [refs] : [],
    );
    return rows;
  }

  async countOutcomes(
    scorecard: string,
    refs: string[] | undefined,
  ): Promise<OutcomeCount[]> {
    const { rows } = await this.#knex.raw(
      `SELECT o.key AS "check", o.value AS outcome, count(*)::int AS count
       FROM results r ${only(refs)}
       CROSS JOIN jsonb_each_text(r.outcomes) o
       WHERE r.scorecard = ? GROUP BY 1, 2`,
      [...(refs ? [refs] : []), scorecard],
    );
    return rows;
  }

  /** @param since - from when on changes count, by check */
  async countChanges(
    scorecard: string,
    { refs, since }: { refs: string[] | undefined; since: Map<string, Date> },
  ): Promise<OutcomeChanges[]> {
    const { rows } = await this.#knex.raw(
      `SELECT "check", sum(changes)::int AS changes, sum(failed)::int AS failed,
         sum(passed)::int AS passed, max(changes)::int AS "mostOfOne"
       FROM (
         SELECT o.key AS "check", r.entity_id, count(*) AS changes,
           count(*) FILTER (WHERE o.value = 'fail') AS failed,
           count(*) FILTER (WHERE o.value = 'pass') AS passed
         FROM result_changes r ${only(refs)}
         CROSS JOIN jsonb_each_text(r.changed) o
         JOIN unnest(?::text[], ?::timestamptz[]) c (name, since)
           ON c.name = o.key AND r.from_at >= c.since
         WHERE r.scorecard = ? AND r.from_at >= ? GROUP BY 1, 2
       ) one GROUP BY 1`,
      [
        ...(refs ? [refs] : []),
        [...since.keys()],
        [...since.values()],
        scorecard,
        new Date(Math.min(...[...since.values()].map(Number))),
      ],
    );
    return rows;
  }

  /** Which checks were measured for any entity at an instant, or before. */
  async findMeasured(
    scorecard: string,
    { at, checks }: { at: Date; checks: string[] },
  ): Promise<Set<string>> {
    const { rows } = await this.#knex.raw(
      `SELECT c.name FROM unnest(?::text[]) AS c (name)
       WHERE EXISTS (
         SELECT FROM result_changes r
         WHERE r.scorecard = ? AND r.from_at <= ?
           AND r.changed ->> c.name IN ('pass', 'fail', 'unknown')
       )`,
      [checks, scorecard, at],
    );
    return new Set(rows.map(({ name }: { name: string }) => name));
  }
}

function only(refs: string[] | undefined): string {
  return refs
    ? 'JOIN entities e ON e.id = r.entity_id AND e.entity_ref = ANY(?::text[])'
    : '';
}
