import { randomUUID } from 'node:crypto';
import type { Ownership } from '@atrium/backend-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  QueryRequestOptions,
  SearchEngine,
} from '@backstage/plugin-search-backend-node';
import type {
  IndexableResult,
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import type {
  DocumentStore,
  StoredHit,
  StorePage,
  StoreQuery,
} from './DocumentStore';
import type { HighlightTags } from './Highlighter';
import { Highlighter } from './Highlighter';
import { NameVocabulary } from './NameVocabulary';
import { decodePageCursor, encodePageCursor } from './PageCursor';
import { PostgresIndexer } from './PostgresIndexer';
import { relaxTerm } from './relaxTerm';
import type { SearchTerm } from './SearchTerm';
import { parseSearchTerm } from './SearchTerm';
import type { Stems, ToTsQueryOptions } from './toTsQuery';
import { toTsQuery } from './toTsQuery';

const DEFAULT_PAGE_LIMIT = 25;
const MAX_PAGE_LIMIT = 200;

/** Enough for a result and for an agent; a page of documentation has more. */
const MAX_RESULT_TEXT_LENGTH = 2_000;

/** Stems shorter than this begin words of another meaning. */
const MIN_MARKED_STEM_LENGTH = 4;

/** A result for a term that nothing matched as it was typed. */
export type RelaxedResult = IndexableResult & {
  /** What was looked for instead. */
  relaxedTerm?: string;
};

export interface PostgresSearchEngineOptions {
  store: DocumentStore;
  logger: LoggerService;
  /** Knows what is whose. */
  ownership: Pick<Ownership, 'getOwnerRefs'>;
  auth: Pick<AuthService, 'isPrincipal'>;
}

interface Found extends StorePage {
  term: SearchTerm;
  stems: Stems;
  relaxedTerm?: string;
}

/**
 * Full text search on PostgreSQL that knows names.
 *
 * @remarks
 * Things of the catalog come before parts of them, exact names before names that
 * begin with the term, these before texts, and of names as close those first
 * that belong to who asks. Whatever a person types is a valid query.
 */
export class PostgresSearchEngine implements SearchEngine {
  readonly #store: DocumentStore;
  readonly #options: PostgresSearchEngineOptions;
  readonly #vocabulary: NameVocabulary;
  readonly #tags: HighlightTags;

  constructor(options: PostgresSearchEngineOptions) {
    this.#store = options.store;
    this.#options = options;
    this.#vocabulary = new NameVocabulary(options.store);
    // No document can hold marks that it was not given here.
    const tag = randomUUID();
    this.#tags = { preTag: `<${tag}>`, postTag: `</${tag}>` };
  }

  setTranslator(): void {
    throw new Error('This search engine translates queries by itself');
  }

  async getIndexer(type: string): Promise<PostgresIndexer> {
    return new PostgresIndexer({
      type,
      transaction: await this.#store.beginWriting(type),
      logger: this.#options.logger,
    });
  }

  async query(
    query: SearchQuery,
    options?: QueryRequestOptions,
  ): Promise<IndexableResultSet> {
    const page = decodePageCursor(query.pageCursor ?? '') ?? 0;
    const pageLimit = readPageLimit(query.pageLimit);
    const found = await this.#find(query, {
      offset: page * pageLimit,
      // One more tells whether there is a next page.
      limit: pageLimit + 1,
      ownerRefs: await this.#readOwnerRefs(options),
    });
    const highlighter = this.#createHighlighter(found);
    return {
      results: found.hits.slice(0, pageLimit).map((hit, index) =>
        this.#toResult(hit, {
          highlighter,
          rank: page * pageLimit + index + 1,
          relaxedTerm: found.relaxedTerm,
        }),
      ),
      numberOfResults: found.totalCount,
      nextPageCursor:
        found.hits.length > pageLimit ? encodePageCursor(page + 1) : undefined,
      previousPageCursor: page > 0 ? encodePageCursor(page - 1) : undefined,
    };
  }

  /** Tools own nothing. */
  async #readOwnerRefs(options?: QueryRequestOptions): Promise<string[]> {
    const { auth, ownership } = this.#options;
    const credentials =
      options && 'credentials' in options ? options.credentials : undefined;
    return credentials && auth.isPrincipal(credentials, 'user')
      ? ownership.getOwnerRefs({ credentials })
      : [];
  }

  async #find(
    query: SearchQuery,
    range: Pick<StoreQuery, 'offset' | 'limit' | 'ownerRefs'>,
  ): Promise<Found> {
    const term = parseSearchTerm(query.term);
    const { types, filters } = query;
    const base = { types, filters, ...range };
    const nothing = { hits: [], totalCount: 0, term, stems: new Map() };
    if (query.term.trim() === '') {
      const all = {
        ...base,
        terms: undefined,
        wholeTerms: '',
        name: '',
        words: [],
      };
      const page = await this.#store.find(all);
      return page.hits.length > 0 || (await this.#isBehindTheEnd(all))
        ? { ...page, term, stems: new Map() }
        : nothing;
    }
    if (term.tokens.length === 0) {
      return nothing;
    }
    const stems = await this.#readStems(term);
    const exact = { ...base, ...toStoreTerms(term, { stems, match: 'all' }) };
    const page = await this.#store.find(exact);
    if (page.hits.length > 0 || (await this.#isBehindTheEnd(exact))) {
      return { ...page, term, stems };
    }
    return (await this.#findRelaxed(term, { ...base, stems })) ?? nothing;
  }

  /** A page after the last one is empty although the term has hits. */
  async #isBehindTheEnd(query: StoreQuery): Promise<boolean> {
    if (query.offset === 0) {
      return false;
    }
    const first = await this.#store.find({ ...query, offset: 0, limit: 1 });
    return first.hits.length > 0;
  }

  async #findRelaxed(
    original: SearchTerm,
    options: Pick<StoreQuery, 'offset' | 'limit' | 'ownerRefs'> &
      Pick<SearchQuery, 'types' | 'filters'> & { stems: Stems },
  ): Promise<Found | undefined> {
    const { stems: originalStems, ...base } = options;
    const relaxed = await relaxTerm(original, {
      store: this.#store,
      vocabulary: this.#vocabulary,
      stems: originalStems,
    });
    if (!relaxed) {
      return undefined;
    }
    const { term, match } = relaxed;
    const stems = await this.#readStems(term);
    const page = await this.#store.find({
      ...base,
      ...toStoreTerms(term, { stems, match }),
    });
    return { ...page, term, stems, relaxedTerm: relaxed.text };
  }

  #readStems(term: SearchTerm): Promise<Stems> {
    return this.#store.readStems(wordsOf(term));
  }

  #createHighlighter({ term, stems }: Found): Highlighter {
    const words = wordsOf(term).filter(word => stems.get(word)?.length !== 0);
    const wordStems = words
      .flatMap(word => stems.get(word) ?? [])
      .filter(stem => stem.length >= MIN_MARKED_STEM_LENGTH);
    return new Highlighter([...new Set([...words, ...wordStems])], this.#tags);
  }

  #toResult(
    { type, document }: StoredHit,
    options: { highlighter: Highlighter; rank: number; relaxedTerm?: string },
  ): RelaxedResult {
    const { highlighter, rank, relaxedTerm } = options;
    return {
      type,
      document: {
        ...document,
        text: document.text.slice(0, MAX_RESULT_TEXT_LENGTH),
      },
      rank,
      highlight: {
        ...this.#tags,
        fields: {
          title: highlighter.markAll(document.title),
          text: highlighter.markFragment(document.text),
        },
      },
      ...(relaxedTerm !== undefined && { relaxedTerm }),
    };
  }
}

function toStoreTerms(
  term: SearchTerm,
  options: Pick<ToTsQueryOptions, 'stems' | 'match'>,
) {
  return {
    terms: toTsQuery(term.tokens, options),
    wholeTerms: toTsQuery(term.tokens, { ...options, isBeginning: false }),
    name: term.name,
    words: wordsOf(term),
  };
}

function wordsOf(term: SearchTerm): string[] {
  return [...new Set(term.tokens.flatMap(token => token.words))];
}

function readPageLimit(pageLimit: number | undefined): number {
  if (pageLimit === undefined || !(pageLimit >= 1)) {
    return DEFAULT_PAGE_LIMIT;
  }
  return Math.min(Math.floor(pageLimit), MAX_PAGE_LIMIT);
}
