import { type FileProblem, fileProblemSchema } from '@atrium/common/yaml';
import type { Knex } from 'knex';
import { toStorableJson } from '../storable/toStorableJson';
import type { ReadFile } from './EntityFileReader';

/** What is kept of who names a file, where a plugin needs nothing else. */
export interface NamedByEntity {
  /** The entity that names it. */
  entityRef?: string;
}

/** A file as it is kept, without what is known of who names it. */
export interface StoredFileParts extends Pick<ReadFile, 'etag' | 'content'> {
  /** Its path in a folder of the operator, or its address. */
  source: string;
  /** Those that the portal brings along are `built-in`. */
  origin: 'built-in' | 'folder' | 'repository';
  /** Why it cannot be read. */
  problem?: string;
  /** Why it must not be used. */
  refusal?: string;
}

/** A file as it is kept. */
export type StoredFile<Naming extends object = NamedByEntity> =
  StoredFileParts & Naming;

/** A file that is to be read now. */
export type DueFile<Naming extends object = NamedByEntity> =
  StoredFile<Naming> & {
    /** Since when, as the database writes it. */
    dueAt: string;
  };

/** A file that entities name. */
export type FoundRepositoryFile<Naming extends object = NamedByEntity> = Pick<
  StoredFileParts,
  'source' | 'refusal'
> &
  Naming;

/** How a table keeps who names a file. */
export interface FileNaming<Naming extends object> {
  /** Its columns, with their types in SQL. */
  columns: Readonly<Record<string, 'text' | 'text[]'>>;
  toColumns(naming: Naming): Record<string, unknown>;
  toNaming(row: Readonly<Record<string, unknown>>): Naming;
}

/** Where a {@link RepositoryFileStore} keeps files. */
export interface RepositoryFileStoreOptions<Naming extends object> {
  table: string;
  naming: FileNaming<Naming>;
}

/** {@link NamedByEntity} in a column `entity_ref`. */
export const NAMED_BY_ENTITY: FileNaming<NamedByEntity> = {
  columns: { entity_ref: 'text' },
  toColumns: ({ entityRef }) => ({ entity_ref: entityRef }),
  toNaming: ({ entity_ref: entityRef }) =>
    typeof entityRef === 'string' ? { entityRef } : {},
};

type FileRow = Record<string, unknown> & {
  source: string;
  origin: StoredFileParts['origin'];
  etag: string | null;
  content: string | null;
  problem: string | null;
  refusal: string | null;
  problems: unknown[];
};

/**
 * Keeps files of repositories, and of folders, as they were read last, with when each
 * is to be read again.
 *
 * @remarks The table has the columns `source` (the primary key), `origin`, `etag`,
 * `content`, `problem`, `refusal`, `problems jsonb`, `checked_at` and `due_at`, and
 * those of who names a file.
 */
export class RepositoryFileStore<Naming extends object = NamedByEntity> {
  readonly #knex: Knex;
  readonly #table: string;
  readonly #naming: FileNaming<Naming>;

  constructor(knex: Knex, options: RepositoryFileStoreOptions<Naming>) {
    this.#knex = knex;
    this.#table = options.table;
    this.#naming = options.naming;
  }

  /** Takes over what is in a folder; files that are gone are forgotten. */
  async saveFolder(
    files: ReadonlyMap<string, string>,
    options: { origin?: 'built-in' | 'folder'; naming?: Naming } = {},
  ): Promise<void> {
    const { origin = 'folder', naming } = options;
    await this.#knex.transaction(async trx => {
      await trx(this.#table).where({ origin }).delete();
      for (const [source, content] of files) {
        await trx(this.#table)
          .insert({
            ...(naming && this.#naming.toColumns(naming)),
            source,
            origin,
            content,
            checked_at: trx.fn.now(),
          })
          .onConflict('source')
          .merge();
      }
    });
  }

  /**
   * Takes over which files there are in repositories. New ones are due at once;
   * those that nobody names any more are forgotten.
   */
  async syncRepositoryFiles(
    files: readonly FoundRepositoryFile<Naming>[],
  ): Promise<void> {
    const types = { ...this.#naming.columns, refusal: 'text' };
    const columns = Object.keys(types);
    const listOf = (table: string) =>
      columns.map(column => `${table}.${column}`).join(', ');
    await this.#knex.transaction(async trx => {
      await trx.raw(
        `INSERT INTO ?? AS f (source, origin, ${columns.join(', ')}, due_at)
         SELECT found.source, 'repository', ${listOf('found')}, now()
         FROM jsonb_to_recordset(?::jsonb) AS found
           (source text, ${Object.entries(types)
             .map(column => column.join(' '))
             .join(', ')})
         ON CONFLICT (source) DO UPDATE
         SET ${columns
           .map(column => `${column} = excluded.${column}`)
           .join(', ')},
           due_at = excluded.due_at
         WHERE f.origin = 'repository'
           AND (${listOf('f')}) IS DISTINCT FROM (${listOf('excluded')})`,
        [
          this.#table,
          toStorableJson(
            files.map(file => ({
              ...this.#naming.toColumns(file),
              source: file.source,
              refusal: file.refusal,
            })),
          ),
        ],
      );
      await trx(this.#table)
        .where({ origin: 'repository' })
        .whereNotIn(
          'source',
          files.map(({ source }) => source),
        )
        .delete();
    });
  }

  /** Keeps others from changing files until the transaction ends. */
  async lock(trx: Knex.Transaction): Promise<void> {
    await trx.raw('LOCK TABLE ?? IN SHARE ROW EXCLUSIVE MODE', [this.#table]);
  }

  /** All of them, in order. */
  async list(knex: Knex = this.#knex): Promise<StoredFile<Naming>[]> {
    const rows: FileRow[] = await knex(this.#table).orderBy('source');
    return rows.map(row => this.#toFile(row));
  }

  /** When files were read last, by their source; those never read are not there. */
  async listCheckedAt(): Promise<Map<string, Date>> {
    const rows: { source: string; checked_at: Date }[] = await this.#knex(
      this.#table,
    )
      .whereNotNull('checked_at')
      .select('source', 'checked_at');
    return new Map(
      rows.map(({ checked_at: checkedAt, source }) => [source, checkedAt]),
    );
  }

  /** Which files of repositories are to be read now. */
  async listDue(): Promise<DueFile<Naming>[]> {
    const rows: (FileRow & { dueAt: string })[] = await this.#knex(this.#table)
      .select('*', this.#knex.raw('due_at::text AS "dueAt"'))
      .where('due_at', '<=', this.#knex.fn.now())
      .where({ origin: 'repository' })
      .whereNull('refusal')
      .orderBy('due_at');
    return rows.map(row => ({ ...this.#toFile(row), dueAt: row.dueAt }));
  }

  /**
   * Takes over what a file says now, or why it cannot be read. One that was pushed
   * while it was read stays due: what was read may be from before.
   */
  async saveRead(
    {
      content,
      dueAt,
      etag,
      problem,
      source,
    }: Omit<ReadFile, 'path'> & Pick<DueFile, 'dueAt' | 'source'>,
    { rereadAfterMs }: { rereadAfterMs: number },
  ): Promise<void> {
    await this.#knex(this.#table)
      .where({ source })
      .update({
        etag: etag ?? null,
        content: content ?? null,
        problem: problem ?? null,
        checked_at: this.#knex.raw(
          'CASE WHEN due_at = ?::timestamptz THEN now() ELSE checked_at END',
          [dueAt],
        ),
        due_at: this.#unlessMarked(dueAt, rereadAfterMs),
      });
  }

  /** Has a file read again later, unless it was pushed while it was read. */
  async postpone(
    { dueAt, source }: Pick<DueFile, 'dueAt' | 'source'>,
    delayMs: number,
  ): Promise<void> {
    await this.#knex(this.#table)
      .where({ source })
      .update({ due_at: this.#unlessMarked(dueAt, delayMs) });
  }

  /** Makes the files of a repository due, whose page is at an address. */
  async markPushed(repositoryUrl: string): Promise<void> {
    await this.#knex(this.#table)
      .where({ origin: 'repository' })
      .whereRaw('starts_with(lower(source), lower(?))', [`${repositoryUrl}/`])
      .update({ due_at: this.#knex.fn.now() });
  }

  /** What was wrong with files when they were put in force. */
  async listProblems(): Promise<FileProblem[]> {
    const rows: Pick<FileRow, 'problems'>[] = await this.#knex(this.#table)
      .select('problems')
      .orderBy('source');
    return rows.flatMap(({ problems }) =>
      problems.map(problem => fileProblemSchema.parse(problem)),
    );
  }

  /** Takes over what is wrong with all files. */
  async saveProblems(
    trx: Knex.Transaction,
    problems: readonly FileProblem[],
  ): Promise<void> {
    await trx.raw(
      `UPDATE ?? f SET problems = found.problems
       FROM (
         SELECT source, coalesce(jsonb_agg(p.found ORDER BY p.place)
           FILTER (WHERE p.found IS NOT NULL), '[]') AS problems
         FROM ??
         LEFT JOIN jsonb_array_elements(?::jsonb)
           WITH ORDINALITY AS p (found, place) ON p.found ->> 'source' = source
         GROUP BY source
       ) found
       WHERE found.source = f.source AND found.problems <> f.problems`,
      [this.#table, this.#table, toStorableJson(problems)],
    );
  }

  #unlessMarked(dueAt: string, laterMs: number): Knex.Raw {
    return this.#knex.raw(
      `CASE WHEN due_at = ?::timestamptz
         THEN now() + ? * interval '1 millisecond' ELSE due_at END`,
      [dueAt, laterMs],
    );
  }

  #toFile(row: FileRow): StoredFile<Naming> {
    return {
      ...this.#naming.toNaming(row),
      source: row.source,
      origin: row.origin,
      etag: row.etag ?? undefined,
      content: row.content ?? undefined,
      problem: row.problem ?? undefined,
      refusal: row.refusal ?? undefined,
    };
  }
}
