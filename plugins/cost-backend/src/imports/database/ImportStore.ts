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

/** How a delivery was last brought in. */
export interface LastImport {
  id: number;
  /** What the source said of it, and how it was read. */
  version: string | undefined;
  state: ImportState;
  /** The first days of the billing periods that its content has, once it was read. */
  months: string[];
}

type LastImportRow = Omit<LastImport, 'version'> & {
  name: string;
  version: string | null;
};

/** Whether an import may be read. */
export type ImportClaim = 'claimed' | 'not-yet' | 'ended';

const UNIQUE_VIOLATION = '23505';

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
   * @returns `ended` where somebody else has ended the import while it waited
   */
  async claim(id: number): Promise<ImportClaim> {
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
    } catch (error) {
      // Another replica was faster.
      if (!isUniqueViolation(error)) {
        throw error;
      }
    }
    const waiting = await this.#knex('imports')
      .where({ id, state: 'waiting' })
      .first('id');
    return waiting ? 'not-yet' : 'ended';
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

  /** By name, how each delivery of a source was last brought in. */
  async listLast(source: string): Promise<Map<string, LastImport>> {
    const { rows } = await this.#knex.raw(
      `WITH content AS (
         SELECT content_hash, max(months) AS months FROM imports
         WHERE source = :source AND state = 'imported' GROUP BY content_hash
       )
       SELECT DISTINCT ON (i.name) i.name, i.id, i.version, i.state,
         coalesce(c.months, '{}')::text[] AS months
       FROM imports i LEFT JOIN content c USING (content_hash)
       WHERE i.source = :source ORDER BY i.name, i.received_at DESC, i.id DESC`,
      { source },
    );
    return new Map(
      rows.map(({ name, version, ...row }: LastImportRow) => [
        name,
        { ...row, version: version ?? undefined },
      ]),
    );
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
