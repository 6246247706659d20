import type { QueryState } from '../scraping/advanceQuery';
import type { QueryKind } from '../scraping/QueryKind';

/** A query that the engine asks for. */
export interface WantedQuery {
  key: string;
  url: string;
  query: string;
  kind: QueryKind;
}

/** A query with what is remembered of it. */
export interface TargetQuery {
  key: string;
  query: string;
  kind: QueryKind;
  state?: QueryState;
}

/** An endpoint to scrape now. */
export interface ScrapeTarget {
  url: string;
  /** When it answered the last time. */
  scrapedAt?: Date;
  /** In seconds since 1970, where it said so. */
  processStartedAt?: number;
  queries: TargetQuery[];
}

/** What a scrape came to. */
export interface ScrapeOutcome {
  scrapedAt: Date;
  processStartedAt?: number;
  queries: {
    key: string;
    state?: QueryState;
    seriesCount: number;
    problem?: string;
    minutes: { minute: number; value: number }[];
  }[];
}

/** What was read for a query. */
export interface QueryReading {
  minutes: { minute: string; value: number }[];
  /** Of the last scrape; missing before the first one. */
  seriesCount?: number;
  problem?: string;
}

/** Remembers what was scraped. */
export interface ScrapeStore {
  /** Notes that queries are still asked for. */
  want(queries: WantedQuery[], now: Date): Promise<void>;
  /** Endpoints with queries that were wanted since then. */
  listTargets(wantedSince: Date): Promise<ScrapeTarget[]>;
  /**
   * Keeps what a scrape came to, all of it or nothing.
   *
   * @returns false when somebody else has scraped it in the meantime.
   */
  save(target: ScrapeTarget, outcome: ScrapeOutcome): Promise<boolean>;
  /** Keeps why an endpoint could not be scraped. */
  saveProblem(url: string, problem: string): Promise<void>;
  /** What is known of queries, by key; `to` is not part of it. */
  read(
    keys: string[],
    period: { from: string; to: string },
  ): Promise<Map<string, QueryReading>>;
  /** Forgets minutes before then, and what nobody has wanted since. */
  deleteBefore(time: Date): Promise<void>;
}
