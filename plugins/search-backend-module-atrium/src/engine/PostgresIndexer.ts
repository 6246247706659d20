import type { LoggerService } from '@backstage/backend-plugin-api';
import { BatchSearchEngineIndexer } from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import type { DocumentStore } from './DocumentStore';
import type { SearchRow } from './SearchRow';
import { hashDocument, toSearchRow } from './SearchRow';

const BATCH_SIZE = 200;

/** Documents of many pages of text are sent in several statements. */
const MAX_STATEMENT_LENGTH = 8_000_000;

/** From here on the planner should hear of the change at once. */
const ANALYZE_ABOVE = 1_000;

export interface PostgresIndexerOptions {
  type: string;
  store: DocumentStore;
  logger: LoggerService;
}

/**
 * Replaces the documents of one type in one transaction, so that whoever
 * searches meanwhile finds the old ones. What has not changed is not written.
 */
export class PostgresIndexer extends BatchSearchEngineIndexer {
  readonly #options: PostgresIndexerOptions;
  #transaction: Knex.Transaction | undefined;
  #receivedCount = 0;
  #writtenCount = 0;

  constructor(options: PostgresIndexerOptions) {
    super({ batchSize: BATCH_SIZE });
    this.#options = options;
  }

  async initialize(): Promise<void> {
    const transaction = await this.#options.store.beginTransaction();
    this.#transaction = transaction;
    await transaction.raw(
      'CREATE TEMP TABLE received_documents (hash bytea PRIMARY KEY) ON COMMIT DROP',
    );
  }

  async index(documents: IndexableDocument[]): Promise<void> {
    this.#receivedCount += documents.length;
    const hashed = new Map(
      documents
        .map(document => hashDocument(this.#options.type, document))
        .map(document => [document.hash, document]),
    );
    const unknown = new Set(await this.#markReceived([...hashed.keys()]));
    let rows: SearchRow[] = [];
    let length = 0;
    for (const document of hashed.values()) {
      if (unknown.has(document.hash)) {
        const row = toSearchRow(document);
        rows.push(row);
        length += row.document.length + row.bodyText.length;
      }
      if (length > MAX_STATEMENT_LENGTH) {
        await this.#write(rows);
        rows = [];
        length = 0;
      }
    }
    await this.#write(rows);
  }

  async finalize(): Promise<void> {
    const { type, logger } = this.#options;
    const transaction = this.#getTransaction();
    if (this.#receivedCount === 0) {
      // Rather a source that did not answer than a catalog without anything.
      logger.info('The index is kept: its source has no documents', { type });
      await transaction.rollback();
      return;
    }
    const { rowCount } = await transaction.raw<{ rowCount: number }>(
      `DELETE FROM search_documents
       WHERE type = ? AND NOT EXISTS (
         SELECT 1 FROM received_documents
         WHERE received_documents.hash = search_documents.hash
       )`,
      [type],
    );
    if (this.#writtenCount + rowCount > ANALYZE_ABOVE) {
      await transaction.raw('ANALYZE search_documents');
    }
    await transaction.commit();
    logger.debug('The index is up to date', {
      type,
      documentCount: this.#receivedCount,
      writtenCount: this.#writtenCount,
      deletedCount: rowCount,
    });
  }

  /** Also called when another part of the pipeline fails. */
  override async _destroy(
    error: Error | null,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    try {
      if (this.#transaction && !this.#transaction.isCompleted()) {
        await this.#transaction.rollback();
      }
      done(error);
    } catch (rollbackError) {
      done(error ?? (rollbackError as Error));
    }
  }

  #getTransaction(): Knex.Transaction {
    if (!this.#transaction) {
      throw new Error('The indexer has not been initialized');
    }
    return this.#transaction;
  }

  /** Answers with those that are not stored yet. */
  async #markReceived(hashes: string[]): Promise<string[]> {
    const { rows } = await this.#getTransaction().raw<{
      rows: { hash: string }[];
    }>(
      `WITH received AS (
         INSERT INTO received_documents
         SELECT decode(hash, 'hex') FROM unnest(?::text[]) AS hash
         ON CONFLICT DO NOTHING
         RETURNING hash
       )
       SELECT encode(hash, 'hex') AS hash FROM received
       WHERE NOT EXISTS (
         SELECT 1 FROM search_documents
         WHERE search_documents.hash = received.hash
       )`,
      [hashes],
    );
    return rows.map(row => row.hash);
  }

  async #write(rows: SearchRow[]): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    this.#writtenCount += rows.length;
    await this.#getTransaction().raw(
      `INSERT INTO search_documents
         (hash, type, document, title_key, name_keys, name_words, name_terms,
          terms)
       SELECT
         decode("hash", 'hex'),
         ?,
         CAST("document" AS jsonb),
         "titleKey",
         "nameKeys",
         "nameWords",
         named.terms,
         named.terms
           || setweight(to_tsvector('english', "bodyText"), 'B')
           || setweight(to_tsvector('english', "fieldText"), 'D')
       FROM json_to_recordset(?) AS (
         "hash" text, "document" text, "titleKey" text, "nameKeys" text[],
         "nameWords" text[], "nameText" text, "bodyText" text, "fieldText" text
       ),
       -- Names are found as they are written and by the forms of their words.
       LATERAL (
         SELECT setweight(
           to_tsvector('simple', "nameText") || to_tsvector('english', "nameText"),
           'A'
         ) AS terms
         OFFSET 0
       ) AS named
       ON CONFLICT (hash) DO NOTHING`,
      [this.#options.type, JSON.stringify(rows)],
    );
  }
}
