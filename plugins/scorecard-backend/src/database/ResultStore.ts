import type { CheckOutcome } from '@atrium/plugin-scorecard-common';
import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { endResults } from './EntityStore';

/** How an entity stands in a scorecard, as it is kept. */
export interface StoredResult {
  entityId: number;
  version: number;
  /** From 1; 0 for none, null where it can have none. */
  rank: number | null;
  score: number | null;
  counts: Record<CheckOutcome, number>;
  outcomes: Record<string, CheckOutcome>;
  /** In seconds of the epoch, where that is not `ratedSince`. */
  since: Record<string, number>;
  reasons: Record<string, string>;
  ratedSince: Date;
  levelSince: Date;
  dueAt: Date | null;
}

/** What is different about a result, for its history. */
export interface ResultChange {
  previousRank: number | null;
  isRankChange: boolean;
  changed: Record<string, CheckOutcome>;
}

/** A result to keep; without a change it was the same before. */
export interface ResultWrite extends StoredResult {
  change: ResultChange | undefined;
}

interface ResultRow {
  entity_id: number;
  version: number;
  rank: number | null;
  score: number | null;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  not_applicable: number;
  outcomes: Record<string, CheckOutcome>;
  since: Record<string, number>;
  reasons: Record<string, string>;
  rated_since: Date;
  level_since: Date;
  due_at: Date | null;
}

interface WriteOptions {
  scorecard: string;
  at: Date;
}

/** Keeps how entities stand, and how they stood. */
export class ResultStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The results of some entities, by their ids. */
  async read(
    scorecard: string,
    entityIds: readonly number[],
    knex: Knex = this.#knex,
  ): Promise<Map<number, StoredResult>> {
    const { rows } = await knex.raw(
      'SELECT * FROM results WHERE scorecard = ? AND entity_id = ANY(?::int[])',
      [scorecard, [...entityIds]],
    );
    return new Map(
      rows.map((row: ResultRow) => [row.entity_id, toStoredResult(row)]),
    );
  }

  /** Keeps results, with their history. */
  async write(
    trx: Knex.Transaction,
    results: readonly ResultWrite[],
    { scorecard, at }: WriteOptions,
  ): Promise<void> {
    const changed = results.filter(({ change }) => change);
    const same = results.filter(({ change }) => !change);
    if (changed.length > 0) {
      await upsert(trx, changed, { scorecard, at });
      await addChanges(trx, changed, { scorecard, at });
    }
    if (same.length > 0) {
      await trx.raw(
        `UPDATE results r SET evaluated_at = ?, version = u.version, due_at = u.due_at
         FROM unnest(?::int[], ?::int[], ?::timestamptz[])
           AS u (entity_id, version, due_at)
         WHERE r.scorecard = ? AND r.entity_id = u.entity_id`,
        [
          at,
          same.map(({ entityId }) => entityId),
          same.map(({ version }) => version),
          same.map(({ dueAt }) => dueAt),
          scorecard,
        ] as Knex.RawBinding[],
      );
    }
  }

  /** Takes note that entities are not rated any more. */
  async end(
    trx: Knex.Transaction,
    scorecard: string,
    entityIds: readonly number[],
  ): Promise<void> {
    await endResults(trx, 'scorecard = ? AND entity_id = ANY(?::int[])', [
      scorecard,
      [...entityIds],
    ]);
  }

  /** Entities whose results of some scorecards can be others by now. */
  async listDue(
    trx: Knex.Transaction,
    { limit, names }: { names: string[]; limit: number },
  ): Promise<Map<string, number[]>> {
    const { rows } = await trx.raw(
      `SELECT scorecard, array_agg(entity_id) AS ids FROM (
         SELECT scorecard, entity_id FROM results
         WHERE due_at <= now() AND scorecard = ANY(?::text[])
         ORDER BY due_at LIMIT ?
       ) due GROUP BY 1`,
      [names, limit],
    );
    return new Map(
      rows.map(({ scorecard, ids }: { scorecard: string; ids: number[] }) => [
        scorecard,
        ids,
      ]),
    );
  }

  /** Forgets how entities stood, once that is over for long. */
  async deleteOlderThan(before: Date): Promise<number> {
    return this.#knex('result_changes').where('to_at', '<', before).delete();
  }
}

async function upsert(
  trx: Knex.Transaction,
  results: readonly ResultWrite[],
  { scorecard, at }: WriteOptions,
): Promise<void> {
  const column = <Value>(pick: (result: ResultWrite) => Value) =>
    results.map(pick);
  const json = (pick: (result: ResultWrite) => object) =>
    results.map(result => toStorableJson(pick(result)));
  await trx.raw(
    `INSERT INTO results (scorecard, entity_id, version, rank, score, pass, fail,
       unknown, exempt, not_applicable, outcomes, since, reasons, rated_since,
       level_since, evaluated_at, due_at)
     SELECT ?, u.entity_id, u.version, u.rank, u.score, u.pass, u.fail, u.unknown,
       u.exempt, u.not_applicable, u.outcomes::jsonb, u.since::jsonb,
       u.reasons::jsonb, u.rated_since, u.level_since, ?, u.due_at
     FROM unnest(?::int[], ?::int[], ?::smallint[], ?::float8[], ?::smallint[],
       ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::text[],
       ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
       AS u (entity_id, version, rank, score, pass, fail, unknown, exempt,
         not_applicable, outcomes, since, reasons, rated_since, level_since, due_at)
     ON CONFLICT (scorecard, entity_id) DO UPDATE
     SET version = excluded.version, rank = excluded.rank, score = excluded.score,
       pass = excluded.pass, fail = excluded.fail, unknown = excluded.unknown,
       exempt = excluded.exempt, not_applicable = excluded.not_applicable,
       outcomes = excluded.outcomes, since = excluded.since,
       reasons = excluded.reasons, rated_since = excluded.rated_since,
       level_since = excluded.level_since, evaluated_at = excluded.evaluated_at,
       due_at = excluded.due_at`,
    [
      scorecard,
      at,
      column(one => one.entityId),
      column(one => one.version),
      column(one => one.rank),
      column(one => one.score),
      column(one => one.counts.pass),
      column(one => one.counts.fail),
      column(one => one.counts.unknown),
      column(one => one.counts.exempt),
      column(one => one.counts['not-applicable']),
      json(one => one.outcomes),
      json(one => one.since),
      json(one => one.reasons),
      column(one => one.ratedSince),
      column(one => one.levelSince),
      column(one => one.dueAt),
    ] as Knex.RawBinding[],
  );
}

async function addChanges(
  trx: Knex.Transaction,
  results: readonly ResultWrite[],
  { scorecard, at }: WriteOptions,
): Promise<void> {
  const ids = results.map(({ entityId }) => entityId);
  await trx.raw(
    `UPDATE result_changes SET to_at = ?
     WHERE scorecard = ? AND entity_id = ANY(?::int[]) AND to_at = 'infinity'`,
    [at, scorecard, ids],
  );
  await trx.raw(
    `INSERT INTO result_changes (scorecard, entity_id, from_at, version, rank, score,
       previous_rank, is_rank_change, changed)
     SELECT ?, u.entity_id, ?, u.version, u.rank, u.score, u.previous_rank,
       u.is_rank_change, u.changed::jsonb
     FROM unnest(?::int[], ?::int[], ?::smallint[], ?::float8[], ?::smallint[],
       ?::boolean[], ?::text[])
       AS u (entity_id, version, rank, score, previous_rank, is_rank_change, changed)
     ON CONFLICT (scorecard, entity_id, from_at) DO UPDATE
     SET to_at = 'infinity', version = excluded.version, rank = excluded.rank,
       score = excluded.score, changed = result_changes.changed || excluded.changed,
       is_rated = true`,
    [
      scorecard,
      at,
      ids,
      results.map(({ version }) => version),
      results.map(({ rank }) => rank),
      results.map(({ score }) => score),
      results.map(({ change }) => change?.previousRank ?? null),
      results.map(({ change }) => change?.isRankChange ?? false),
      results.map(({ change }) => JSON.stringify(change?.changed ?? {})),
    ] as Knex.RawBinding[],
  );
}

function toStoredResult(row: ResultRow): StoredResult {
  return {
    entityId: row.entity_id,
    version: row.version,
    rank: row.rank,
    score: row.score,
    counts: {
      pass: row.pass,
      fail: row.fail,
      unknown: row.unknown,
      exempt: row.exempt,
      'not-applicable': row.not_applicable,
    },
    outcomes: row.outcomes,
    since: row.since,
    reasons: row.reasons,
    ratedSince: row.rated_since,
    levelSince: row.level_since,
    dueAt: row.due_at,
  };
}
