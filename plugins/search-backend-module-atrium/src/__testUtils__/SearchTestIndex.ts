import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TestDatabases } from '@backstage/backend-test-utils';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  IndexableDocument,
  IndexableResult,
} from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import { DocumentStore } from '../engine/DocumentStore';
import { PostgresSearchEngine } from '../engine/PostgresSearchEngine';

/** A document with as little as it needs. */
export function testDocument(
  title: string,
  fields: Record<string, unknown> = {},
): IndexableDocument {
  return { title, text: '', location: '/nowhere', ...fields };
}

/** An engine on a database of its own. */
export interface SearchTestIndex {
  engine: PostgresSearchEngine;
  store: DocumentStore;
  knex: Knex;
  index(type: string, documents: IndexableDocument[]): Promise<void>;
  /** What a user finds. */
  find(term: string): Promise<IndexableResult[]>;
  findTitles(term: string): Promise<string[]>;
}

/** `ownerRefs`: who owns what is a user's own. */
export async function createSearchTestIndex(
  databases: TestDatabases,
  ownerRefs: string[] = [],
): Promise<SearchTestIndex> {
  const knex = await databases.init('POSTGRES_18');
  const store = await DocumentStore.create(mockServices.database({ knex }));
  const engine = new PostgresSearchEngine({
    store,
    logger: mockServices.logger.mock(),
    auth: mockServices.auth(),
    ownership: { getOwnerRefs: async () => ownerRefs },
  });
  const find = async (term: string) => {
    const { results } = await engine.query(
      { term },
      { credentials: mockCredentials.user() },
    );
    return results;
  };
  return {
    engine,
    store,
    knex,
    find,
    async index(type, documents) {
      await pipeline(Readable.from(documents), await engine.getIndexer(type));
    },
    async findTitles(term) {
      return (await find(term)).map(result => result.document.title);
    },
  };
}
