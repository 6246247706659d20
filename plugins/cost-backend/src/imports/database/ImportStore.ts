import type { FieldMessages } from '@atrium/common';
import type { ImportReport, ImportState } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { NewImport } from './StoredImport';

/** How an import ended. */
export interface ImportEnd {
  state: Extract<ImportState, 'imported' | 'unchanged' | 'refused' | 'failed'>;
  message?: string;
  /** What the message is made of. */
  messages?: FieldMessages;
  report?: ImportReport;
}

/** An import that nobody works on any more. */
export interface AbandonedImport {
  id: number;
  isInForce: boolean;
}

const UNIQUE_VIOLATION = '23505';

/** A file as it was when it was last brought in. */
export interface BroughtIn {
  /** What the source said of it. */
  version: string;
  /** First days of the months that it has charges of. */
  months: string[];
}

/** Keeps which imports there are, and where they stand. */
export class ImportStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @returns its id */
  async create(created: NewImport): Promise<number> {
    const now = new Date();
    const [{ id }] = await this.#knex('imports')
      .insert({
        source: created.source,
        name: created.name,
        format: created.format,
        state: 'waiting',
        requested_by: created.requestedBy,
        content_hash: created.contentHash,
        version: created.version,
        bytes: created.bytes,
        received_at: now,
        seen_at: now,
      })
      .returning('id');
    return id;
  }

  /**
   * Takes the turn of the source, so that what waited longer is read first.
   *
   * @returns whether it is this import's turn, and `ended` where somebody has ended it
   */
  async claim(id: number): Promise<'claimed' | 'ended' | 'waiting'> {
    try {
      const count = await this.#knex('imports as i')
        .where({ id, state: 'waiting' })
        .whereNotExists(
          this.#knex('imports as other')
            .whereRaw('other.source = i.source')
            .where(other =>
              other
                .where('other.state', 'reading')
                .orWhere(before =>
                  before
                    .where('other.state', 'waiting')
                    .whereRaw('other.id < i.id'),
                ),
            ),
        )
        .update({ state: 'reading', seen_at: new Date() });
      if (count > 0) {
        return 'claimed';
      }
      const waiting = await this.#knex('imports')
        .where({ id, state: 'waiting' })
        .first('id');
      return waiting ? 'waiting' : 'ended';
    } catch (error) {
      // Another replica was faster.
      if (isUniqueViolation(error)) {
        return 'waiting';
      }
      throw error;
    }
  }

  /** Says that somebody still works on some imports. */
  async markSeen(ids: readonly number[]): Promise<void> {
    await this.#knex('imports')
      .whereIn('id', ids)
      .whereIn('state', ['waiting', 'reading'])
      .update({ seen_at: new Date() });
  }

  /** @returns whether it is still being read, and nobody has ended it */
  async setRowCount(id: number, rowCount: number): Promise<boolean> {
    const count = await this.#knex('imports')
      .where({ id, state: 'reading' })
      .update({ row_count: rowCount, seen_at: new Date() });
    return count > 0;
  }

  /** @returns false where somebody else has ended it before */
  async finish(
    id: number,
    { message, messages, report, state }: ImportEnd,
  ): Promise<boolean> {
    const count = await this.#knex('imports')
      .where({ id })
      .whereIn('state', ['waiting', 'reading'])
      .update({
        state,
        message: message ?? null,
        messages: messages ? JSON.stringify(messages) : null,
        finished_at: new Date(),
        ...(report && {
          report: JSON.stringify(report),
          row_count: report.rowCount,
        }),
      });
    return count > 0;
  }

  /** The import whose rows count for all its months, if it has this content. */
  async findInForce(
    source: string,
    contentHash: string,
  ): Promise<number | undefined> {
    const found = await this.#knex('imports as i')
      .where({ source, content_hash: contentHash, state: 'imported' })
      .whereRaw(
        `cardinality(i.months) = (SELECT count(*) FROM slices s WHERE s.import_id = i.id)`,
      )
      .first('id');
    return found?.id;
  }

  /** By name, each file as it was when it was last brought in. */
  async listBroughtIn(source: string): Promise<Map<string, BroughtIn>> {
    const { rows } = await this.#knex.raw(
      `SELECT DISTINCT ON (name) name, version, state, months::text[] AS months
       FROM imports
       WHERE source = ? ORDER BY name, received_at DESC, id DESC`,
      [source],
    );
    const known: [string, BroughtIn][] = [];
    for (const { months, name, state, version } of rows) {
      // What failed is tried again.
      if (version !== null && state !== 'failed') {
        known.push([name, { version, months }]);
      }
    }
    return new Map(known);
  }

  /** The months of an import that is in force. */
  async listMonths(id: number): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      `SELECT month::text AS month FROM slices WHERE import_id = ?`,
      [id],
    );
    return rows.map(({ month }: { month: string }) => month);
  }

  /** Those that wait or are read, and that nobody has worked on since. */
  async listAbandoned(before: Date): Promise<AbandonedImport[]> {
    const { rows } = await this.#knex.raw(
      `SELECT i.id, EXISTS (SELECT 1 FROM slices s WHERE s.import_id = i.id) AS in_force
       FROM imports i
       WHERE i.state IN ('waiting', 'reading') AND i.seen_at < ?`,
      [before],
    );
    return rows.map(({ id, in_force }: { id: number; in_force: boolean }) => ({
      id,
      isInForce: in_force,
    }));
  }
}

function isUniqueViolation(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === UNIQUE_VIOLATION
  );
}
