import type { LoggerService } from '@backstage/backend-plugin-api';
import { BatchSearchEngineIndexer } from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import { insertDocuments } from './insertDocuments';
import { hashDocument } from './SearchRow';

const BATCH_SIZE = 200;

/** From here on the planner should hear of the change at once. */
const ANALYZE_ABOVE = 1_000;

export interface PostgresIndexerOptions {
  type: string;
  /** Holds the lock of the type, and is ended here. */
  transaction: Knex.Transaction;
  logger: LoggerService;
}

/**
 * Replaces the documents of one type in one transaction, so that whoever
 * searches meanwhile finds the old ones. What has not changed is not written.
 */
export class PostgresIndexer extends BatchSearchEngineIndexer {
  readonly #options: PostgresIndexerOptions;
  #receivedCount = 0;
  #writtenCount = 0;

  constructor(options: PostgresIndexerOptions) {
    super({ batchSize: BATCH_SIZE });
    this.#options = options;
  }

  async initialize(): Promise<void> {
    await this.#options.transaction.raw(
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
    const written = [...hashed.values()].filter(({ hash }) =>
      unknown.has(hash),
    );
    this.#writtenCount += written.length;
    await insertDocuments(this.#options.transaction, {
      type: this.#options.type,
      documents: written,
    });
  }

  async finalize(): Promise<void> {
    const { type, logger, transaction } = this.#options;
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
      const { transaction } = this.#options;
      if (!transaction.isCompleted()) {
        await transaction.rollback();
      }
      done(error);
    } catch (rollbackError) {
      done(error ?? (rollbackError as Error));
    }
  }

  /** Answers with those that are not stored yet. */
  async #markReceived(hashes: string[]): Promise<string[]> {
    const { rows } = await this.#options.transaction.raw<{
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
}
