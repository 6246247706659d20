import {
  allowIdle,
  hashJson,
  openDatabase,
  toStorableJson,
} from '@atrium/backend-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { DocumentSource } from '../changes/DocumentSource';
import { insertDocuments } from './insertDocuments';
import { hashDocument } from './SearchRow';
import type { Stems } from './toTsQuery';
import {
  CLOSENESS,
  FIRST_TIER_OF_TEXTS,
  HIT_ORDER,
  IS_OF_ANOTHER,
  KIND_ORDER,
  TEXT_TIER,
  TIER,
} from './searchOrder';

/** A query as the store takes it. */
export interface StoreQuery {
  /** In the syntax of `tsquery`; undefined lists all documents by title. */
  terms: string | undefined;
  /** The same where no word is the beginning of a longer one. */
  wholeTerms: string;
  /** The whole term as a name, for exact names and beginnings of names. */
  name: string;
  /** The words of the term as they were typed. */
  words: string[];
  /** Whose things come first among names as close. */
  ownerRefs: string[];
  types?: string[];
  filters?: JsonObject;
  offset: number;
  limit: number;
}

export interface StoredHit {
  type: string;
  document: IndexableDocument;
}

export interface StorePage {
  hits: StoredHit[];
  /** Of all pages; undefined where counting is not worth it. */
  totalCount: number | undefined;
}

/** A word that documents are named by. */
export interface NameWord {
  word: string;
  documentCount: number;
}

const MAX_COUNT = 1_000;

const MAX_KNOWN_STEMS = 10_000;
/** The dictionary leaves it as it is. */
const NUMBER = /^\d+$/;

/** The entity that a document is of; an index has the same expression. */
const ENTITY_REF = "(document -> 'authorization' ->> 'resourceRef')";

/**
 * Documentation is left out: its documents are long, and reading them all takes
 * longer than all the rest.
 */
const IS_MINE = `(type <> 'techdocs'
  AND document ->> 'ownerRef' = ANY(CAST(:ownerRefs AS text[])))`;

/** Things of the catalog first; an index has the same order. */
const BROWSE_ORDER = "(type <> 'software-catalog'), type, title_key, hash";

const IS_NAMED = 'name_terms @@ CAST(:terms AS tsquery)';
const IS_HIT = 'terms @@ CAST(:terms AS tsquery)';

/** Weights of fields, text and names, and a little less for long documents. */
const RANK =
  "ts_rank_cd('{0.05, 0.2, 0.4, 1.0}', terms, CAST(:terms AS tsquery), 1)";

/** Finds documents in PostgreSQL. */
export class DocumentStore {
  static async create(database: DatabaseService): Promise<DocumentStore> {
    const knex = await openDatabase(database, {
      packageName: '@atrium/plugin-search-backend-module-atrium',
      // The stock engine keeps its own list in the same schema.
      migrationsTable: 'search_atrium_migrations',
    });
    return new DocumentStore(knex);
  }

  readonly #knex: Knex;
  /** What the dictionary makes of a word stays the same. */
  readonly #stems = new Map<string, string[]>();

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * A transaction that nobody else writes documents of the type beside. Whoever
   * reads a source after this is given cannot overwrite what is newer.
   */
  async beginWriting(type: string): Promise<Knex.Transaction> {
    const transaction = await this.#knex.transaction();
    try {
      await allowIdle(transaction);
      await transaction.raw(
        "SELECT pg_advisory_xact_lock(hashtext('search_documents'), hashtext(?))",
        [type],
      );
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    return transaction;
  }

  /**
   * Replaces the documents of some entities. What has not changed is not
   * written.
   */
  async replaceOfEntities(
    entityRefs: string[],
    source: DocumentSource,
  ): Promise<void> {
    const { type } = source;
    const transaction = await this.beginWriting(type);
    try {
      const documents = await source.readDocuments(entityRefs);
      const hashed = new Map(
        documents
          .map(document => hashDocument(type, document))
          .map(document => [document.hash, document]),
      );
      const { rows } = await transaction.raw<{ rows: { hash: string }[] }>(
        `WITH removed AS (
           DELETE FROM search_documents
           WHERE type = ? AND ${ENTITY_REF} = ANY(?::text[])
             AND NOT encode(hash, 'hex') = ANY(?::text[])
         )
         SELECT encode(hash, 'hex') AS hash FROM search_documents
         WHERE type = ? AND ${ENTITY_REF} = ANY(?::text[])`,
        [type, entityRefs, [...hashed.keys()], type, entityRefs],
      );
      rows.forEach(({ hash }) => hashed.delete(hash));
      await insertDocuments(transaction, { type, documents: hashed.values() });
      await transaction.commit();
    } catch (error) {
      await transaction.rollback(error);
      throw error;
    }
  }

  /** How many documents of a type there are. */
  async count(type: string): Promise<number> {
    const row = await this.#knex('search_documents')
      .where({ type })
      .count<{ count: string }>({ count: '*' })
      .first();
    return Number(row?.count);
  }

  /** What the English dictionary makes of each of the words. */
  async readStems(words: string[]): Promise<Stems> {
    const stems = new Map(
      words.map(word => [
        word,
        this.#stems.get(word) ?? (NUMBER.test(word) ? [word] : undefined),
      ]),
    );
    const unknown = words.filter(word => !stems.get(word));
    if (unknown.length > 0) {
      const { rows } = await this.#knex.raw<{
        rows: { word: string; stems: string[] | null }[];
      }>(
        `SELECT word, ts_lexize('english_stem', word) AS stems
         FROM unnest(?::text[]) AS word`,
        [unknown],
      );
      if (this.#stems.size > MAX_KNOWN_STEMS) {
        this.#stems.clear();
      }
      for (const row of rows) {
        const found = row.stems ?? [row.word];
        this.#stems.set(row.word, found);
        stems.set(row.word, found);
      }
    }
    return new Map(words.map(word => [word, stems.get(word) ?? [word]]));
  }

  async find(query: StoreQuery): Promise<StorePage> {
    return query.terms === undefined
      ? this.#browse(query)
      : this.#search(query, query.terms);
  }

  /** Which of the queries any document matches, in their order. */
  async matchAny(queries: string[]): Promise<boolean[]> {
    const { rows } = await this.#knex.raw<{ rows: { is_match: boolean }[] }>(
      `SELECT EXISTS (
         SELECT 1 FROM search_documents WHERE terms @@ query.terms::tsquery
       ) AS is_match
       FROM unnest(?::text[]) WITH ORDINALITY AS query (terms, position)
       ORDER BY query.position`,
      [queries],
    );
    return rows.map(row => row.is_match);
  }

  /** The most frequent words that documents are named by. */
  async readNameWords(limit: number): Promise<NameWord[]> {
    const { rows } = await this.#knex.raw<{
      rows: { word: string; document_count: string }[];
    }>(
      `SELECT word, count(*) AS document_count
       FROM search_documents, unnest(name_words) AS word
       GROUP BY word
       ORDER BY count(*) DESC, word
       LIMIT ?`,
      [limit],
    );
    return rows.map(row => ({
      word: row.word,
      documentCount: Number(row.document_count),
    }));
  }

  /**
   * Hits by name stand before hits by text. Where they fill the page, no text
   * is ranked, which is most of the work for a frequent word.
   */
  async #search(query: StoreQuery, terms: string): Promise<StorePage> {
    const { sql, bindings } = readCondition(query);
    return this.#readPage(
      `WITH named AS MATERIALIZED (
         SELECT hash, title_key, closeness, is_of_another, is_of_others, is_part,
           kind_order, ${TIER} AS tier
         FROM (
           SELECT hash, title_key, terms, ${CLOSENESS} AS closeness,
             ${IS_OF_ANOTHER} AS is_of_another,
             type <> 'software-catalog' AS is_part,
             name_terms @@ CAST(:wholeTerms AS tsquery) AS is_whole,
             NOT ${IS_MINE} AS is_of_others,
             ${KIND_ORDER} AS kind_order
           FROM search_documents WHERE ${IS_NAMED} ${sql}
           -- Has the closeness computed once, which the tier asks for four times.
           OFFSET 0
         ) AS close
       ),
       worded AS MATERIALIZED (
         SELECT *, ${TEXT_TIER} AS tier
         FROM (
           SELECT hash, ${RANK} AS rank, type <> 'software-catalog' AS is_part,
             terms @@ CAST(:wholeTerms AS tsquery) AS is_whole,
             type = 'software-catalog' AND NOT ${IS_MINE} AS is_of_others
           FROM search_documents WHERE ${IS_HIT} AND NOT ${IS_NAMED} ${sql}
             AND (SELECT count(*) FROM named
               WHERE tier < ${FIRST_TIER_OF_TEXTS}) < :end
         ) AS texts
       ),
       page AS (
         SELECT * FROM (
           SELECT hash, tier, closeness, is_of_another, is_of_others, is_part,
             kind_order, title_key, 0 AS rank
           FROM named
           UNION ALL
           SELECT hash, tier, 8, false, is_of_others, is_part, 0, '', rank
           FROM worded
         ) AS hits
         ORDER BY ${HIT_ORDER} OFFSET :offset LIMIT :limit
       ),
       counts AS (
         SELECT (SELECT count(*) FROM named) AS named_count,
           (SELECT count(*) FROM worded) AS worded_count
       )
       SELECT type, document,
         CASE WHEN named_count < :end THEN named_count + worded_count
           -- Names are part of the texts that are counted.
           WHEN named_count <= ${MAX_COUNT}
           THEN ${countUpToMaximum(`search_documents WHERE ${IS_HIT} ${sql}`)}
         END AS total_count
       FROM counts, page
         JOIN (SELECT hash, type, document FROM search_documents) AS documents
         USING (hash)
       ORDER BY ${HIT_ORDER}`,
      {
        ...bindings,
        terms,
        wholeTerms: query.wholeTerms,
        name: query.name,
        words: query.words,
        ownerRefs: query.ownerRefs,
        offset: query.offset,
        limit: query.limit,
        end: query.offset + query.limit,
      },
      { isKept: !isFiltered(query) },
    );
  }

  async #browse(query: StoreQuery): Promise<StorePage> {
    const { sql, bindings } = readCondition(query);
    // A filter finds few documents, which are then sorted; without one the
    // index by title is read until the page is full.
    return this.#readPage(
      `WITH hits AS ${isFiltered(query) ? '' : 'NOT'} MATERIALIZED (
         SELECT hash, type, title_key
         FROM search_documents WHERE true ${sql}
       ),
       page AS (
         SELECT hash FROM hits
         ORDER BY ${BROWSE_ORDER} OFFSET :offset LIMIT :limit
       )
       SELECT type, document,
         ${countUpToMaximum('hits')} AS total_count
       FROM page JOIN search_documents USING (hash)
       ORDER BY ${BROWSE_ORDER}`,
      { ...bindings, offset: query.offset, limit: query.limit },
    );
  }

  /**
   * @param options - `isKept` has each connection plan the statement once, which takes
   * as long as to run it for a name; with filters there would be too many to keep
   */
  async #readPage(
    sql: string,
    bindings: Record<string, string | string[] | number>,
    { isKept = false } = {},
  ): Promise<StorePage> {
    const statement = this.#knex.raw<{ rows: HitRow[] }>(sql, bindings);
    const { rows } = await (isKept
      ? statement.options({ name: `search-${hashJson(sql).slice(0, 32)}` })
      : statement);
    const count = rows[0]?.total_count ?? undefined;
    return {
      hits: rows.map(({ type, document }) => ({ type, document })),
      totalCount: count === undefined ? undefined : Number(count),
    };
  }
}

interface HitRow {
  type: string;
  document: IndexableDocument;
  /** A bigint, which the driver gives as text. */
  total_count: string | null;
}

/** The number of rows, or null when they are too many to be worth counting. */
function countUpToMaximum(rows: string): string {
  const limit = MAX_COUNT + 1;
  return `(SELECT nullif(count(*), ${limit}) FROM (
    SELECT 1 FROM ${rows} LIMIT ${limit}
  ) AS counted)`;
}

function isFiltered({ filters = {} }: StoreQuery): boolean {
  return Object.keys(filters).length > 0;
}

interface Condition {
  sql: string;
  bindings: Record<string, string | string[]>;
}

/** A field of a document is the value that is asked for or a list with it. */
function readCondition(query: StoreQuery): Condition {
  let sql = '';
  const bindings: Condition['bindings'] = {};
  if (query.types) {
    sql += ' AND type = ANY(:types)';
    bindings.types = query.types;
  }
  Object.entries(query.filters ?? {}).forEach(([field, value], index) => {
    const matches = [value]
      .flat()
      .flatMap(item => [{ [field]: item }, { [field]: [item] }]);
    const tests = matches.map((match, position) => {
      const binding = `field${index}_${position}`;
      bindings[binding] = toStorableJson(match);
      return `document @> CAST(:${binding} AS jsonb)`;
    });
    sql += ` AND (${tests.join(' OR ') || 'false'})`;
  });
  return { sql, bindings };
}
