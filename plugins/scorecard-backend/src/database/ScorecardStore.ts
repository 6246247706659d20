import type { MessageDescriptor } from '@atrium/common';
import {
  type ScorecardDefinition,
  scorecardDefinitionSchema,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type {
  StoredScorecard,
  StoredVersion,
} from '../definitions/StoredScorecard';
import { mapRanks } from '../evaluation/mapRanks';
import { endResults } from './EntityStore';
import { lockResults } from './lockResults';

interface ScorecardRow {
  name: string;
  source: string;
  reach: StoredScorecard['reach'];
  definition: unknown;
  line: number;
  content: string;
  hash: string;
  version: number;
  published_at: Date;
  evaluation: string;
  next_evaluation: string | null;
  next_entity_id: number | null;
  evaluated_at: Date | null;
  past_wanted_at: Date | null;
}

interface VersionRow {
  version: number;
  definition: unknown;
  content: string;
  changes: string[];
  change_messages: MessageDescriptor[] | null;
  published_at: Date;
  commit: string | null;
}

/** A scorecard to put in force. */
export type PublishedScorecard = Pick<
  StoredScorecard,
  'name' | 'source' | 'reach' | 'definition' | 'line' | 'content' | 'hash'
> & { changes: string[]; changeMessages: MessageDescriptor[] };

/** Keeps the scorecards that are in force, and what they said before. */
export class ScorecardStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that are in force, in order of their names. */
  async list(knex: Knex = this.#knex): Promise<StoredScorecard[]> {
    const rows: ScorecardRow[] = await knex('scorecards')
      .whereNull('removed_at')
      .orderBy('name');
    return rows.map(toScorecard);
  }

  async find(name: string): Promise<StoredScorecard | undefined> {
    const row: ScorecardRow | undefined = await this.#knex('scorecards')
      .where({ name })
      .whereNull('removed_at')
      .first();
    return row && toScorecard(row);
  }

  /** What a scorecard said, the newest first. */
  async listVersions(
    name: string,
    { knex = this.#knex, limit = 100 }: { knex?: Knex; limit?: number } = {},
  ): Promise<StoredVersion[]> {
    const rows: VersionRow[] = await knex('scorecard_versions')
      .where({ name })
      .orderBy('version', 'desc')
      .limit(limit);
    return rows.map(row => ({
      version: row.version,
      definition: scorecardDefinitionSchema.parse(row.definition),
      content: row.content,
      changes: row.changes,
      changeMessages: row.change_messages ?? undefined,
      publishedAt: row.published_at,
      commit: row.commit ?? undefined,
    }));
  }

  /**
   * Puts a scorecard in force as a new version. What was held of levels that stand
   * elsewhere by now is kept by their new ranks.
   *
   * @returns the number of the version
   */
  async publish(
    trx: Knex.Transaction,
    { changes, changeMessages, ...scorecard }: PublishedScorecard,
  ): Promise<number> {
    // Ranks that are worked out meanwhile would be those of the levels before.
    await lockResults(trx);
    const [last] = await this.listVersions(scorecard.name, {
      knex: trx,
      limit: 1,
    });
    if (last) {
      await moveRanks(trx, scorecard.name, {
        from: last.definition,
        to: scorecard.definition,
      });
    }
    const { rows } = await trx.raw(
      `WITH published AS (
         INSERT INTO scorecards AS s (name, source, reach, definition, line, content,
           hash, version, published_at, past_wanted_at)
         VALUES (:name, :source, :reach, :definition, :line, :content, :hash,
           coalesce((SELECT max(version) FROM scorecard_versions WHERE name = :name),
             0) + 1, now(), now())
         ON CONFLICT (name) DO UPDATE
         SET source = excluded.source, reach = excluded.reach,
           definition = excluded.definition, line = excluded.line,
           content = excluded.content, hash = excluded.hash,
           version = excluded.version, published_at = excluded.published_at,
           past_wanted_at = CASE WHEN s.removed_at IS NULL THEN s.past_wanted_at
             ELSE excluded.past_wanted_at END,
           removed_at = NULL
         RETURNING name, version, definition, content, published_at
       )
       INSERT INTO scorecard_versions
         (name, version, definition, content, published_at, changes, change_messages)
       SELECT published.*, :changes::text[], :changeMessages::jsonb FROM published
       RETURNING version`,
      {
        ...scorecard,
        definition: JSON.stringify(scorecard.definition),
        changes,
        changeMessages: JSON.stringify(changeMessages),
      } as Record<string, Knex.RawBinding>,
    );
    return rows[0].version;
  }

  /** Takes note of the commit that a version is of. */
  async saveCommit(
    { name, version }: Pick<StoredScorecard, 'name' | 'version'>,
    commit: string,
  ): Promise<void> {
    await this.#knex('scorecard_versions')
      .where({ name, version })
      .update({ commit });
  }

  /** Takes note of where a scorecard is written, without a new version. */
  async move(
    trx: Knex.Transaction,
    { name, line, source }: Pick<StoredScorecard, 'name' | 'line' | 'source'>,
  ): Promise<void> {
    await trx('scorecards').where({ name }).update({ line, source });
  }

  /** Takes scorecards out of force; their history stays. */
  async remove(trx: Knex.Transaction, names: string[]): Promise<void> {
    await lockResults(trx);
    await trx('scorecards')
      .whereIn('name', names)
      .update({ removed_at: trx.fn.now(), evaluation: '' });
    await endResults(trx, 'scorecard = ANY(?::text[])', [names]);
  }

  /** Whether a version is the one by which entities are rated. */
  async isInForce(
    trx: Knex,
    { name, version }: Pick<StoredScorecard, 'name' | 'version'>,
  ): Promise<boolean> {
    const found = await trx('scorecards')
      .where({ name, version })
      .whereNull('removed_at')
      .first('name');
    return found !== undefined;
  }

  /** How far the evaluation of everything is. */
  async saveProgress(
    trx: Knex,
    {
      entityId,
      evaluation,
      name,
    }: { name: string; evaluation: string; entityId: number },
  ): Promise<void> {
    await trx('scorecards')
      .where({ name })
      .update({ next_evaluation: evaluation, next_entity_id: entityId });
  }

  /** Everything was rated. */
  async finishEvaluation(
    trx: Knex,
    { name, evaluation }: { name: string; evaluation: string },
  ): Promise<void> {
    await trx('scorecards').where({ name }).update({
      evaluation,
      next_evaluation: null,
      next_entity_id: null,
      evaluated_at: trx.fn.now(),
    });
  }

  /** The weeks before were worked out, unless that was asked for again. */
  async finishPast(name: string, wantedAt: Date): Promise<void> {
    await this.#knex('scorecards')
      .where({ name })
      // A date of JavaScript has no microseconds, so it would always be earlier.
      .whereRaw("date_trunc('milliseconds', past_wanted_at) <= ?", [wantedAt])
      .update({ past_wanted_at: null });
  }
}

async function moveRanks(
  trx: Knex.Transaction,
  name: string,
  { from, to }: Record<'from' | 'to', ScorecardDefinition>,
): Promise<void> {
  const [_none, ...ranks] = mapRanks(from.spec.levels, to.spec.levels);
  if (ranks.every((rank, index) => rank === index + 1)) {
    return;
  }
  await trx.raw(
    `UPDATE results SET rank = (?::int[])[rank]
     WHERE scorecard = ? AND rank > 0`,
    [ranks, name],
  );
  await trx.raw(
    `UPDATE result_changes SET
       rank = CASE WHEN rank > 0 THEN (:ranks::int[])[rank] ELSE rank END,
       previous_rank = CASE WHEN previous_rank > 0
         THEN (:ranks::int[])[previous_rank] ELSE previous_rank END
     WHERE scorecard = :name AND (rank > 0 OR previous_rank > 0)`,
    { ranks, name },
  );
}

function toScorecard(row: ScorecardRow): StoredScorecard {
  return {
    name: row.name,
    source: row.source,
    reach: row.reach,
    // Kept by an earlier version of the portal, perhaps.
    definition: scorecardDefinitionSchema.parse(row.definition),
    line: row.line,
    content: row.content,
    hash: row.hash,
    version: row.version,
    publishedAt: row.published_at,
    evaluation: row.evaluation,
    nextEvaluation: row.next_evaluation ?? undefined,
    nextEntityId: row.next_entity_id ?? undefined,
    evaluatedAt: row.evaluated_at ?? undefined,
    pastWantedAt: row.past_wanted_at ?? undefined,
  };
}
