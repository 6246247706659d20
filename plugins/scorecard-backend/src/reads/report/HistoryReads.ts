import { words } from '../../scorecardWords';
import {
  entityNotFound,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import type {
  historyQuerySchema,
  ScorecardHistory,
} from '@atrium/plugin-scorecard-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { ScorecardDefinitions } from '../ScorecardDefinitions';
import { levelNameSql } from '../StoredResult';

interface HistoryReadsOptions {
  definitions: Pick<ScorecardDefinitions, 'find'>;
  knex: Knex;
  visible: Pick<VisibleEntities, 'filter'>;
}

const WEEK_MS = 7 * 86_400_000;

/** Answers how one entity stood over time. */
export class HistoryReads {
  readonly #options: HistoryReadsOptions;

  constructor(options: HistoryReadsOptions) {
    this.#options = options;
  }

  /**
   * The changes of the last weeks, after the one that was in force before them.
   *
   * @throws NotFoundError when the entity or the scorecard is not there
   */
  async get(
    { entityRef, scorecard, weeks }: z.output<typeof historyQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScorecardHistory> {
    const { definitions, knex, visible } = this.#options;
    const [definition, [seen]] = await Promise.all([
      definitions.find(scorecard),
      visible.filter([entityRef], options),
    ]);
    if (seen === undefined) {
      throw entityNotFound(entityRef);
    }
    if (!definition) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notFound', { scorecard }),
      );
    }
    const { rows } = await knex.raw(
      `SELECT c.from_at, c.is_rated, ${levelNameSql(
        'c.rank',
      )} AS level, c.score,
         c.changed
       FROM result_changes c JOIN entities n ON n.id = c.entity_id
       JOIN scorecards s ON s.name = c.scorecard
       WHERE c.scorecard = ? AND n.entity_ref = ? AND c.to_at > ?
       ORDER BY c.from_at`,
      [scorecard, entityRef, new Date(Date.now() - weeks * WEEK_MS)],
    );
    const titles = new Map(
      definition.spec.checks.map(({ name, title }) => [name, title]),
    );
    return {
      items: rows.map((row: HistoryRow) => ({
        at: row.from_at.toISOString(),
        isRated: row.is_rated,
        level: (row.is_rated && row.level) || undefined,
        score: row.score ?? undefined,
        changedChecks: Object.entries(row.changed).map(([check, outcome]) => ({
          check,
          title: titles.get(check) ?? check,
          outcome,
        })),
      })),
    };
  }
}

interface HistoryRow {
  from_at: Date;
  is_rated: boolean;
  level: string | null;
  score: number | null;
  changed: Record<string, string>;
}
