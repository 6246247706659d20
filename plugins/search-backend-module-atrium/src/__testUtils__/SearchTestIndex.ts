import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TestDatabases } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import type { IndexableDocument } from '@backstage/plugin-search-common';
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
  knex: Knex;
  index(type: string, documents: IndexableDocument[]): Promise<void>;
  findTitles(term: string): Promise<string[]>;
}

export async function createSearchTestIndex(
  databases: TestDatabases,
): Promise<SearchTestIndex> {
  const knex = await databases.init('POSTGRES_18');
  const database = mockServices.database({ knex });
  const engine = new PostgresSearchEngine({
    store: await DocumentStore.create(database),
    logger: mockServices.logger.mock(),
  });
  return {
    engine,
    knex,
    async index(type, documents) {
      await pipeline(Readable.from(documents), await engine.getIndexer(type));
    },
    async findTitles(term) {
      const { results } = await engine.query({ term });
      return results.map(result => result.document.title);
    },
  };
}
