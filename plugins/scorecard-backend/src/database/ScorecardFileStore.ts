import { type FileProblem, fileProblemSchema } from '@atrium/common/yaml';
import type { Knex } from 'knex';
import type { StoredScorecardFile } from '../definitions/StoredScorecard';

interface FileRow {
  source: string;
  origin: StoredScorecardFile['origin'];
  reach: StoredScorecardFile['reach'];
  owner_refs: string[];
  etag: string | null;
  content: string | null;
  problem: string | null;
  refusal: string | null;
  problems: unknown[];
}

/** A file that entities name. */
export type FoundScorecardFile = Pick<
  StoredScorecardFile,
  'source' | 'reach' | 'ownerRefs' | 'refusal'
>;

/** Keeps the files that scorecards are written in. */
export class ScorecardFileStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes over what is in folders; those that are gone are forgotten. */
  async saveFolder(
    origin: 'built-in' | 'folder',
    files: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx('scorecard_files').where({ origin }).delete();
      for (const [source, content] of files) {
        await trx('scorecard_files')
          .insert({
            source,
            origin,
            content,
            reach: 'everything',
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
    files: readonly FoundScorecardFile[],
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx.raw(
        `INSERT INTO scorecard_files AS f
           (source, origin, reach, owner_refs, refusal, due_at)
         SELECT found.source, 'repository', found.reach, found."ownerRefs",
           found.refusal, now()
         FROM jsonb_to_recordset(?::jsonb) AS found
           (source text, reach text, "ownerRefs" text[], refusal text)
         ON CONFLICT (source) DO UPDATE
         SET reach = excluded.reach, owner_refs = excluded.owner_refs,
           refusal = excluded.refusal, due_at = excluded.due_at
         WHERE f.origin = 'repository'
           AND (f.reach, f.owner_refs, f.refusal) IS DISTINCT FROM
             (excluded.reach, excluded.owner_refs, excluded.refusal)`,
        [JSON.stringify(files)],
      );
      await trx('scorecard_files')
        .where({ origin: 'repository' })
        .whereNotIn(
          'source',
          files.map(({ source }) => source),
        )
        .delete();
    });
  }

  /** All of them, in order. */
  async list(knex: Knex = this.#knex): Promise<StoredScorecardFile[]> {
    const rows: FileRow[] = await knex('scorecard_files').orderBy('source');
    return rows.map(toFile);
  }

  /** Which files of repositories are to be read now. */
  async listDue(): Promise<StoredScorecardFile[]> {
    const rows: FileRow[] = await this.#knex('scorecard_files')
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
    }: Partial<Pick<StoredScorecardFile, 'content' | 'etag' | 'problem'>> & {
      source: string;
    },
    { rereadAfterMs }: { rereadAfterMs: number },
  ): Promise<void> {
    await this.#knex('scorecard_files')
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
    await this.#knex('scorecard_files')
      .where({ source })
      .update({ due_at: this.#in(delayMs) });
  }

  /** Makes the files of a repository due, whose page is at an address. */
  async markPushed(repositoryUrl: string): Promise<void> {
    await this.#knex('scorecard_files')
      .where({ origin: 'repository' })
      .whereRaw('starts_with(lower(source), lower(?))', [`${repositoryUrl}/`])
      .update({ due_at: this.#knex.fn.now() });
  }

  /** What is wrong with files, as it was when scorecards were published. */
  async listProblems(): Promise<FileProblem[]> {
    const rows: Pick<FileRow, 'problems'>[] = await this.#knex(
      'scorecard_files',
    )
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
      `UPDATE scorecard_files f SET problems = found.problems
       FROM (
         SELECT source, coalesce(jsonb_agg(p.found ORDER BY p.place)
           FILTER (WHERE p.found IS NOT NULL), '[]') AS problems
         FROM scorecard_files
         LEFT JOIN jsonb_array_elements(?::jsonb)
           WITH ORDINALITY AS p (found, place) ON p.found ->> 'source' = source
         GROUP BY source
       ) found
       WHERE found.source = f.source AND found.problems <> f.problems`,
      [JSON.stringify(problems)],
    );
  }

  #in(ms: number): Knex.Raw {
    return this.#knex.raw(`now() + ? * interval '1 millisecond'`, [ms]);
  }
}

function toFile(row: FileRow): StoredScorecardFile {
  return {
    source: row.source,
    origin: row.origin,
    reach: row.reach,
    ownerRefs: row.owner_refs,
    etag: row.etag ?? undefined,
    content: row.content ?? undefined,
    problem: row.problem ?? undefined,
    refusal: row.refusal ?? undefined,
  };
}
