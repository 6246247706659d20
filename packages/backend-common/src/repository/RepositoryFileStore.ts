import { type FileProblem, fileProblemSchema } from '@atrium/common/yaml';
import type { Knex } from 'knex';
import type { ReadFile } from './EntityFileReader';

/** A file as it is kept. */
export interface StoredFile extends Pick<ReadFile, 'etag' | 'content'> {
  /** Its path in a folder of the operator, or its address. */
  source: string;
  origin: 'folder' | 'repository';
  /** The entity that names it. */
  entityRef?: string;
  /** Why it cannot be read. */
  problem?: string;
  /** Why it must not be used. */
  refusal?: string;
}

/** A file that an entity names. */
export type FoundRepositoryFile = Pick<
  StoredFile,
  'source' | 'entityRef' | 'refusal'
>;

interface FileRow {
  source: string;
  origin: StoredFile['origin'];
  entity_ref: string | null;
  etag: string | null;
  content: string | null;
  problem: string | null;
  refusal: string | null;
  problems: unknown[];
}

/**
 * Keeps files of repositories, and of a folder of the operator, as they were read
 * last, with when each is to be read again.
 *
 * @remarks The table has the columns `source` (the primary key), `origin`,
 * `entity_ref`, `etag`, `content`, `problem`, `refusal`, `problems jsonb`,
 * `checked_at` and `due_at`.
 */
export class RepositoryFileStore {
  readonly #knex: Knex;
  readonly #table: string;

  constructor(knex: Knex, options: { table: string }) {
    this.#knex = knex;
    this.#table = options.table;
  }

  /** Takes over what is in the folder; files that are gone are forgotten. */
  async saveFolder(files: ReadonlyMap<string, string>): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx(this.#table).where({ origin: 'folder' }).delete();
      for (const [source, content] of files) {
        await trx(this.#table)
          .insert({
            source,
            origin: 'folder',
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
    files: readonly FoundRepositoryFile[],
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx.raw(
        `INSERT INTO ?? AS f (source, origin, entity_ref, refusal, due_at)
         SELECT found.source, 'repository', found."entityRef", found.refusal, now()
         FROM jsonb_to_recordset(?::jsonb) AS found
           (source text, "entityRef" text, refusal text)
         ON CONFLICT (source) DO UPDATE
         SET entity_ref = excluded.entity_ref, refusal = excluded.refusal,
           due_at = excluded.due_at
         WHERE f.origin = 'repository'
           AND (f.entity_ref, f.refusal) IS DISTINCT FROM
             (excluded.entity_ref, excluded.refusal)`,
        [this.#table, JSON.stringify(files)],
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
  async list(knex: Knex = this.#knex): Promise<StoredFile[]> {
    const rows: FileRow[] = await knex(this.#table).orderBy('source');
    return rows.map(toFile);
  }

  /** Which files of repositories are to be read now. */
  async listDue(): Promise<StoredFile[]> {
    const rows: FileRow[] = await this.#knex(this.#table)
      .where('due_at', '<=', this.#knex.fn.now())
      .where({ origin: 'repository' })
      .whereNull('refusal')
      .orderBy('due_at');
    return rows.map(toFile);
  }

  /** Takes over what a file says now, or why it cannot be read. */
  async saveRead(
    {
      content,
      etag,
      problem,
      source,
    }: Omit<ReadFile, 'path'> & { source: string },
    { rereadAfterMs }: { rereadAfterMs: number },
  ): Promise<void> {
    await this.#knex(this.#table)
      .where({ source })
      .update({
        etag: etag ?? null,
        content: content ?? null,
        problem: problem ?? null,
        checked_at: this.#knex.fn.now(),
        due_at: this.#in(rereadAfterMs),
      });
  }

  /** Has a file read again later. */
  async postpone(source: string, delayMs: number): Promise<void> {
    await this.#knex(this.#table)
      .where({ source })
      .update({ due_at: this.#in(delayMs) });
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
    const bySource = Map.groupBy(problems, ({ source }) => source);
    for (const { source } of await this.list(trx)) {
      await trx(this.#table)
        .where({ source })
        .update({ problems: JSON.stringify(bySource.get(source) ?? []) });
    }
  }

  #in(ms: number): Knex.Raw {
    return this.#knex.raw(`now() + ? * interval '1 millisecond'`, [ms]);
  }
}

function toFile(row: FileRow): StoredFile {
  return {
    source: row.source,
    origin: row.origin,
    entityRef: row.entity_ref ?? undefined,
    etag: row.etag ?? undefined,
    content: row.content ?? undefined,
    problem: row.problem ?? undefined,
    refusal: row.refusal ?? undefined,
  };
}
