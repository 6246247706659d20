import type { CostSource } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { toDay } from '../../calendar/days';
import { lastChargedDaySql } from '../../database/lastChargedDaySql';

type SourceKind = CostSource['kind'];

/** Keeps whose bills are brought in, and how asking for them goes. */
export class SourceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A source that is there keeps its kind: files may be uploaded to any. */
  async add(name: string): Promise<void> {
    await this.#knex('sources')
      .insert({ name, kind: 'upload' })
      .onConflict('name')
      .ignore();
  }

  /** What the configuration says; what it no longer has is only uploaded to. */
  async configure(kinds: ReadonlyMap<string, SourceKind>): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx('sources')
        .whereNotIn('name', [...kinds.keys()])
        .update({ kind: 'upload', failure: null, failing_since: null });
      for (const [name, kind] of kinds) {
        await trx('sources')
          .insert({ name, kind })
          .onConflict('name')
          .merge({ kind });
      }
    });
  }

  /** @param failure - why it could not be asked; undefined when it could */
  async markLookedAt(name: string, failure?: string): Promise<void> {
    const now = new Date();
    await this.#knex('sources')
      .where({ name })
      .update({
        looked_at: now,
        failure: failure ?? null,
        failing_since:
          failure === undefined
            ? null
            : this.#knex.raw('coalesce(failing_since, ?)', [now]),
      });
  }

  /** When it was last asked, if that went well. */
  async findLastSuccess(name: string): Promise<Date | undefined> {
    const found = await this.#knex('sources')
      .where({ name, failure: null })
      .first('looked_at');
    return found?.looked_at ?? undefined;
  }

  /**
   * All sources with the months that they have, by name, and the last day that they
   * are known up to: a charge for a whole month says nothing of days to come.
   */
  async list(): Promise<CostSource[]> {
    const today = toDay(Date.now());
    const { rows } = await this.#knex.raw(
      `SELECT s.name, s.kind, s.looked_at, s.failure, s.failing_since,
        coalesce(array_agg(to_char(l.month, 'YYYY-MM') ORDER BY l.month)
          FILTER (WHERE l.month IS NOT NULL), '{}') AS months,
        to_char(last.day, 'YYYY-MM-DD') AS last_day
      FROM sources s LEFT JOIN slices l ON l.source = s.name
      LEFT JOIN LATERAL (${lastChargedDaySql('s.name')}) last ON true
      GROUP BY s.name, last.day ORDER BY s.name`,
      [today, today],
    );
    return rows.map(
      (row: {
        name: string;
        kind: SourceKind;
        looked_at: Date | null;
        failure: string | null;
        failing_since: Date | null;
        months: string[];
        last_day: string | null;
      }): CostSource => ({
        name: row.name,
        kind: row.kind,
        ...(row.looked_at && { lookedAt: row.looked_at.toISOString() }),
        ...(row.failure !== null && { failure: row.failure }),
        ...(row.failing_since && {
          failingSince: row.failing_since.toISOString(),
        }),
        months: row.months,
        ...(row.last_day !== null && { lastDay: row.last_day }),
      }),
    );
  }
}
