import { type FileNaming, RepositoryFileStore } from '@atrium/backend-common';
import { definitionDocumentSchema } from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import {
  type CombinedDefinitions,
  documentKeyOf,
  type LiveResource,
  type MatchedResource,
  type StoredDocument,
  type StoredFile,
} from './StoredDefinition';

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

/** The files that definitions are written in, whoever names them. */
export type DefinitionFileStore = RepositoryFileStore<object>;

const NOT_NAMED: FileNaming<object> = {
  columns: {},
  toColumns: () => ({}),
  toNaming: () => ({}),
};

/** Keeps the files of definitions, and which documents are in force. */
export class DefinitionStore {
  readonly files: DefinitionFileStore;
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.files = new RepositoryFileStore(knex, {
      table: 'definition_files',
      naming: NOT_NAMED,
    });
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
      await this.files.lock(trx);
      const files = await this.files.list(trx);
      const before = await this.listDocuments(trx);
      const { documents, problems } = combine({ files, documents: before });
      await this.files.saveProblems(trx, problems);
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
        driver: 'driver',
        plan: 'plan',
        inputs: 'inputs',
        parameters: 'parameters',
        state: 'state',
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
