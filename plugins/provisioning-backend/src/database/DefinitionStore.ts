import { type FileProblem, fileProblemSchema } from '@atrium/common/yaml';
import { definitionDocumentSchema } from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import {
  type CombinedDefinitions,
  documentKeyOf,
  type FoundFile,
  type LiveResource,
  type MatchedResource,
  type ReadDefinitionFile,
  type StoredDocument,
  type StoredFile,
} from './StoredDefinition';

interface FileRow {
  source: string;
  origin: StoredFile['origin'];
  etag: string | null;
  content: string | null;
  problem: string | null;
  refusal: string | null;
  problems: unknown[];
  checked_at: Date | null;
}

interface DocumentRow {
  source: string;
  line: number;
  column: number;
  document: unknown;
  hash: string;
  removed_at: Date | null;
}

/** What is known of the files when they are combined. */
export interface DefinitionState {
  files: StoredFile[];
  documents: StoredDocument[];
}

const IS_LIVE = "state NOT IN ('deleted', 'withdrawn')";

/** Keeps the files of definitions, and which documents are in force. */
export class DefinitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes over which files there are in repositories. New ones are due at once;
   * those that nobody names any more are forgotten.
   */
  async syncRepositoryFiles(files: readonly FoundFile[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx.raw(
        `INSERT INTO definition_files (source, origin, refusal, due_at)
         SELECT f.source, 'repository', f.refusal, now()
         FROM jsonb_to_recordset(?) AS f (source text, refusal text)
         ON CONFLICT (source) DO UPDATE
         SET refusal = excluded.refusal, due_at = excluded.due_at
         WHERE definition_files.origin = 'repository'
           AND definition_files.refusal IS DISTINCT FROM excluded.refusal`,
        [JSON.stringify(files)],
      );
      await trx('definition_files')
        .where({ origin: 'repository' })
        .whereNotIn(
          'source',
          files.map(({ source }) => source),
        )
        .delete();
    });
  }

  /** Takes over what is in the folder. */
  async saveFolder(files: ReadonlyMap<string, string>): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx('definition_files').where({ origin: 'folder' }).delete();
      if (files.size > 0) {
        await trx('definition_files').insert(
          [...files].map(([source, content]) => ({
            source,
            origin: 'folder',
            content,
            checked_at: trx.fn.now(),
          })),
        );
      }
    });
  }

  /** Which files of repositories are to be read now. */
  async listDue(): Promise<StoredFile[]> {
    const rows: FileRow[] = await this.#knex('definition_files')
      .where('due_at', '<=', this.#knex.fn.now())
      .whereNull('refusal')
      .orderBy('due_at');
    return rows.map(toFile);
  }

  /** Takes over what a file says now, or why it cannot be read. */
  async saveRead(
    {
      source,
      etag,
      content,
      problem,
    }: Pick<StoredFile, 'source' | 'etag' | 'content' | 'problem'>,
    { rereadAfterMs }: { rereadAfterMs: number },
  ): Promise<void> {
    await this.#knex('definition_files')
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
    await this.#knex('definition_files')
      .where({ source })
      .update({ due_at: this.#in(delayMs) });
  }

  /**
   * Makes the files of a repository due, whose page is at an address.
   */
  async markPushed(repositoryUrl: string): Promise<void> {
    await this.#knex('definition_files')
      .where({ origin: 'repository' })
      .whereRaw('starts_with(lower(source), lower(?))', [`${repositoryUrl}/`])
      .update({ due_at: this.#knex.fn.now() });
  }

  /**
   * Works out what is in force, one replica at a time.
   *
   * @remarks A definition that is gone from its file is marked as removed, and
   * kept while resources live by it.
   *
   * @returns whether anything is different
   */
  async combine(
    combine: (state: DefinitionState) => CombinedDefinitions,
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      // Reading goes on meanwhile.
      await trx.raw(
        'LOCK TABLE definition_documents IN SHARE ROW EXCLUSIVE MODE',
      );
      const rows: FileRow[] = await trx('definition_files').orderBy('source');
      const files = rows.map(toFile);
      const before = await this.listDocuments(trx);
      const { documents, problems } = combine({ files, documents: before });
      await trx.raw(
        `UPDATE definition_files f SET problems = found.problems
         FROM (SELECT source,
             coalesce(jsonb_agg(p.found ORDER BY p.place)
               FILTER (WHERE p.found IS NOT NULL), '[]') AS problems
           FROM definition_files
           LEFT JOIN jsonb_array_elements(?::jsonb)
             WITH ORDINALITY AS p (found, place) ON p.found ->> 'source' = source
           GROUP BY source) AS found
         WHERE found.source = f.source AND found.problems <> f.problems`,
        [JSON.stringify(problems)],
      );
      const gone = await this.#findStillUsed(trx, { before, documents });
      const after = [...documents, ...gone];
      if (versionOf(before) === versionOf(after)) {
        return false;
      }
      await trx('definition_documents').delete();
      if (after.length > 0) {
        await trx('definition_documents').insert(after.map(toRow));
      }
      return true;
    });
  }

  /** All documents that are in force, or live on. */
  async listDocuments(trx: Knex = this.#knex): Promise<StoredDocument[]> {
    const rows: DocumentRow[] = await trx('definition_documents').orderBy([
      'kind',
      'name',
    ]);
    return rows.map(toDocument);
  }

  /** What is wrong with the files, as it was when they were combined. */
  async listProblems(): Promise<FileProblem[]> {
    const rows: Pick<FileRow, 'problems'>[] = await this.#knex(
      'definition_files',
    )
      .select('problems')
      .orderBy('source');
    return rows.flatMap(({ problems }) =>
      problems.map(problem => fileProblemSchema.parse(problem)),
    );
  }

  /** When the file that was not looked at for longest was read. */
  async getCheckedAt(): Promise<string | undefined> {
    const row: { checked_at?: Date | null } | undefined = await this.#knex(
      'definition_files',
    )
      .min({ checked_at: 'checked_at' })
      .first();
    return row?.checked_at?.toISOString();
  }

  /** All files, with what they say. */
  async listFiles(): Promise<ReadDefinitionFile[]> {
    const rows: FileRow[] = await this.#knex('definition_files').orderBy(
      'source',
    );
    return rows.map(row => ({
      ...toFile(row),
      checkedAt: row.checked_at?.toISOString(),
    }));
  }

  /** All live resources of some types, by name. */
  async listLiveOfTypes(types: readonly string[]): Promise<MatchedResource[]> {
    const rows: (Omit<MatchedResource, 'sharedId'> & {
      sharedId: string | null;
    })[] = await this.#knex('resources')
      .whereIn('type', types)
      .whereRaw(IS_LIVE)
      .orderBy(['name', 'environment', 'id'])
      .select({
        id: 'id',
        name: 'name',
        type: 'type',
        class: 'class',
        environment: 'environment',
        environmentType: 'environment_type',
        scopeRef: 'scope_ref',
        ownerRef: 'owner_ref',
        sharedId: 'shared_id',
        definition: 'definition',
        plan: 'plan',
      });
    return rows.map(row => ({ ...row, sharedId: row.sharedId ?? undefined }));
  }

  /** The live resources that were made by some definitions, by name. */
  async listLiveResources(
    definitions: readonly string[],
    trx: Knex = this.#knex,
  ): Promise<LiveResource[]> {
    return trx('resources')
      .whereIn('definition', definitions)
      .whereRaw(IS_LIVE)
      .orderBy(['name', 'environment'])
      .select('definition', 'name', 'environment');
  }

  /** What is in force no more, and yet needed by what lives by it. */
  async #findStillUsed(
    trx: Knex,
    { before, documents }: Record<'before' | 'documents', StoredDocument[]>,
  ): Promise<StoredDocument[]> {
    const present = new Set(
      documents.map(({ document }) => documentKeyOf(document)),
    );
    const missing = before.filter(
      ({ document }) => !present.has(documentKeyOf(document)),
    );
    const live = await this.listLiveResources(
      missing.map(({ document }) => document.metadata.name),
      trx,
    );
    const usedDefinitions = new Set(live.map(({ definition }) => definition));
    const definitions = missing.filter(
      ({ document }) =>
        document.kind === 'ResourceDefinition' &&
        usedDefinitions.has(document.metadata.name),
    );
    const usedTypes = new Set(
      definitions.flatMap(({ document }) =>
        document.kind === 'ResourceDefinition' ? [document.spec.type] : [],
      ),
    );
    const types = missing.filter(
      ({ document }) =>
        document.kind === 'ResourceType' &&
        usedTypes.has(document.metadata.name),
    );
    const now = new Date().toISOString();
    return [...definitions, ...types].map(stored => ({
      ...stored,
      removedAt: stored.removedAt ?? now,
    }));
  }

  #in(ms: number): Knex.Raw {
    return this.#knex.raw(`now() + ? * interval '1 millisecond'`, [ms]);
  }
}

function toFile({ source, origin, ...row }: FileRow): StoredFile {
  return {
    source,
    origin,
    etag: row.etag ?? undefined,
    content: row.content ?? undefined,
    problem: row.problem ?? undefined,
    refusal: row.refusal ?? undefined,
  };
}

function toDocument(row: DocumentRow): StoredDocument {
  return {
    // Kept by an earlier version of the portal, perhaps.
    document: definitionDocumentSchema.parse(row.document),
    source: row.source,
    position: { line: row.line, column: row.column },
    hash: row.hash,
    removedAt: row.removed_at?.toISOString(),
  };
}

function toRow(stored: StoredDocument) {
  const { document, hash, position, removedAt, source } = stored;
  return {
    kind: document.kind,
    name: document.metadata.name,
    source,
    ...position,
    document: JSON.stringify(document),
    hash,
    removed_at: removedAt ?? null,
  };
}

/** The same for the same documents, in whatever order they come. */
function versionOf(documents: StoredDocument[]): string {
  const versions = documents.map(stored => {
    const { hash, position, removedAt, source } = stored;
    return [documentKeyOf(stored.document), source, position, hash, removedAt];
  });
  return JSON.stringify(
    versions.map(version => JSON.stringify(version)).toSorted(),
  );
}
