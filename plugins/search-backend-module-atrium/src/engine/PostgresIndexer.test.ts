import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { SearchTestIndex } from '../__testUtils__/SearchTestIndex';
import {
  createSearchTestIndex,
  testDocument,
} from '../__testUtils__/SearchTestIndex';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

describe('PostgresIndexer', () => {
  let search: SearchTestIndex;

  beforeAll(async () => {
    search = await createSearchTestIndex(databases);
  });

  beforeEach(async () => {
    await search.knex('search_documents').delete();
    await search.index('a', [testDocument('one'), testDocument('two')]);
    await search.index('b', [testDocument('other')]);
  });

  /** The transaction that wrote each document last, by title. */
  async function readWriters() {
    const rows = await search
      .knex('search_documents')
      .select(
        search.knex.raw(`document->>'title' AS title, xmin::text AS writer`),
      );
    return new Map(rows.map(row => [row.title, row.writer]));
  }

  it('replaces the documents of its type and leaves unchanged ones alone', async () => {
    const before = await readWriters();
    await search.index('a', [testDocument('two'), testDocument('three')]);
    const after = await readWriters();
    expect([...after.keys()].sort()).toEqual(['other', 'three', 'two']);
    expect(after.get('two')).toBe(before.get('two'));
  });

  it('keeps the old documents when the source fails half way', async () => {
    async function* failing() {
      yield testDocument('three');
      throw new Error('The catalog is gone');
    }
    await expect(
      pipeline(Readable.from(failing()), await search.engine.getIndexer('a')),
    ).rejects.toThrow('The catalog is gone');
    expect([...(await readWriters()).keys()].sort()).toEqual([
      'one',
      'other',
      'two',
    ]);
  });

  it('keeps the old documents when the source has none', async () => {
    await search.index('a', []);
    expect((await readWriters()).size).toBe(3);
  });

  it('shows the old documents until the new ones are complete', async () => {
    const seen: string[][] = [];
    async function* slow() {
      for (let count = 0; count < 450; count += 1) {
        yield testDocument(`new ${count}`);
      }
      seen.push(await search.findTitles('one'));
    }
    await pipeline(Readable.from(slow()), await search.engine.getIndexer('a'));
    expect(seen).toEqual([['one']]);
    expect(await search.findTitles('one')).toEqual([]);
    expect((await readWriters()).size).toBe(451);
  });

  it('takes the same document twice, and text that PostgreSQL refuses', async () => {
    await search.index('a', [
      testDocument('same'),
      testDocument('same'),
      testDocument('with\0nul', { text: 'a\0b \ud800 end', names: ['x\0y'] }),
      testDocument('much', { text: 'ä'.repeat(3_000_000) }),
      testDocument('many', {
        text: Array.from({ length: 60_000 }, (_, i) => `ü${i}`).join(' '),
      }),
      testDocument('n'.repeat(10_000)),
    ]);
    expect((await readWriters()).size).toBe(6);
    expect(await search.findTitles('end')).toEqual(['withnul']);
  });
});
