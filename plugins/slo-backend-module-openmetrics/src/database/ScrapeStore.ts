import { openDatabase } from '@atrium/backend-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { QueryState } from '../scraping/advanceQuery';
import type { QueryKind } from '../scraping/QueryKind';

/** A query that the engine asks for. */
export interface RequestedQuery {
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
  /** Where it has not answered in time for a while: since when it is due again. */
  retryAt?: Date;
  queries: TargetQuery[];
}

/** What a scrape of an endpoint came to. */
export interface ScrapeOutcome {
  target: Pick<ScrapeTarget, 'url' | 'scrapedAt'>;
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

/** An endpoint that could not be scraped. */
export interface ScrapeProblem {
  url: string;
  problem: string;
  /** Before then it is not scraped again. */
  retryAt?: Date;
}

/** What was read for a query. */
export interface QueryReading {
  minutes: { minute: string; value: number }[];
  /** Of the last scrape; missing before the first one. */
  seriesCount?: number;
  problem?: string;
}

/** Most of the time nothing but the time changes; that is noted now and then. */
const MARK_REQUESTED = `
  INSERT INTO openmetrics_queries (key, url, query, kind, requested_at)
  SELECT w.key, w.url, w.query, w.kind, ?::timestamptz
  FROM jsonb_to_recordset(?) AS w (key text, url text, query text, kind text)
  ORDER BY w.key
  ON CONFLICT (key) DO UPDATE SET requested_at = excluded.requested_at
    WHERE openmetrics_queries.requested_at < excluded.requested_at - interval '1 minute'`;

const ADD_ENDPOINTS = `
  INSERT INTO openmetrics_endpoints (url)
  SELECT url FROM unnest(?::text[]) AS u (url)
  WHERE NOT EXISTS (SELECT FROM openmetrics_endpoints e WHERE e.url = u.url)
  ORDER BY url ON CONFLICT (url) DO NOTHING`;

/** Those that may not answer come last. */
const LIST = `
  SELECT e.url, e.scraped_at, e.process_started_at, e.retry_at,
    jsonb_agg(jsonb_build_object('key', q.key, 'query', q.query,
      'kind', q.kind, 'state', q.state) ORDER BY q.key) AS queries
  FROM openmetrics_endpoints e
  JOIN openmetrics_queries q ON q.url = e.url
  WHERE q.requested_at >= ? AND (e.retry_at IS NULL OR e.retry_at <= ?)
  GROUP BY e.url ORDER BY e.retry_at NULLS FIRST, e.url`;

/**
 * Who scraped last wins; whoever began from the same state is too late, and changes
 * nothing. One statement for many endpoints, which are scraped four times a minute.
 * It takes its rows in order, as {@link MARK_REQUESTED} does: neither waits for the
 * other for ever.
 */
const SAVE = `
  WITH scrapes AS (
    SELECT * FROM jsonb_to_recordset(:scrapes) AS s (url text, before timestamptz,
      "scrapedAt" timestamptz, "processStartedAt" double precision)
  ), won AS (
    SELECT s.* FROM scrapes s JOIN openmetrics_endpoints e USING (url)
    WHERE e.scraped_at IS NOT DISTINCT FROM s.before
    ORDER BY e.url FOR UPDATE OF e
  ), noted AS (
    UPDATE openmetrics_endpoints e SET scraped_at = won."scrapedAt",
      process_started_at = won."processStartedAt", problem = NULL,
      retry_at = NULL
    FROM won WHERE e.url = won.url
  ), states AS (
    SELECT s.* FROM jsonb_to_recordset(:queries) AS s (key text, url text,
      state jsonb, "seriesCount" integer, problem text)
    JOIN won USING (url) JOIN openmetrics_queries q USING (key)
    ORDER BY q.key FOR UPDATE OF q
  ), saved AS (
    UPDATE openmetrics_queries q SET state = s.state,
      series_count = s."seriesCount", problem = s.problem
    FROM states s WHERE q.key = s.key
    RETURNING q.key
  )
  INSERT INTO openmetrics_minutes (query_key, minute, value)
  SELECT m.key, to_timestamp(m.minute * 60::bigint), m.value
  FROM saved JOIN jsonb_to_recordset(:minutes)
    AS m (key text, minute bigint, value double precision) USING (key)
  ON CONFLICT (query_key, minute) DO UPDATE SET value = excluded.value`;

const SAVE_PROBLEMS = `
  UPDATE openmetrics_endpoints e SET problem = p.problem, retry_at = p."retryAt"
  FROM (
    SELECT p.* FROM jsonb_to_recordset(?)
      AS p (url text, problem text, "retryAt" timestamptz)
    JOIN openmetrics_endpoints e USING (url) ORDER BY e.url FOR UPDATE OF e
  ) AS p WHERE e.url = p.url`;

const READ_QUERIES = `
  SELECT q.key, q.series_count, coalesce(e.problem, q.problem) AS problem
  FROM openmetrics_queries q JOIN openmetrics_endpoints e ON e.url = q.url
  WHERE q.key = ANY (?)`;

/** Keeps what was scraped in the database of the slo backend. */
export class ScrapeStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(database: DatabaseService): Promise<ScrapeStore> {
    const knex = await openDatabase(database, {
      packageName: '@atrium/plugin-slo-backend-module-openmetrics',
      migrationsTable: 'openmetrics_knex_migrations',
    });
    return new ScrapeStore(knex);
  }

  /** Notes that queries are still asked for. */
  async markRequested(queries: RequestedQuery[], now: Date): Promise<void> {
    const byKey = new Map(queries.map(query => [query.key, query]));
    const urls = new Set(queries.map(({ url }) => url));
    await this.#knex.raw(ADD_ENDPOINTS, [[...urls]]);
    await this.#knex.raw(MARK_REQUESTED, [
      now,
      JSON.stringify([...byKey.values()]),
    ]);
  }

  /** Endpoints that are due, with queries that were requested since then. */
  async listTargets(requestedSince: Date, now: Date): Promise<ScrapeTarget[]> {
    const { rows } = await this.#knex.raw(LIST, [requestedSince, now]);
    return rows.map((row: TargetRow) => ({
      url: row.url,
      scrapedAt: row.scraped_at ?? undefined,
      processStartedAt: row.process_started_at ?? undefined,
      retryAt: row.retry_at ?? undefined,
      queries: row.queries.map(({ state, ...query }) => ({
        ...query,
        state: state ?? undefined,
      })),
    }));
  }

  /**
   * Keeps what scrapes came to: all of one or nothing of it, where somebody else has
   * scraped the endpoint in the meantime.
   */
  async save(outcomes: ScrapeOutcome[]): Promise<void> {
    const queries = outcomes.flatMap(({ target, queries: ofTarget }) =>
      ofTarget.map(query => ({ ...query, url: target.url })),
    );
    await this.#knex.raw(SAVE, {
      scrapes: JSON.stringify(
        outcomes.map(({ target, scrapedAt, processStartedAt }) => ({
          url: target.url,
          before: target.scrapedAt,
          scrapedAt,
          processStartedAt,
        })),
      ),
      queries: JSON.stringify(queries),
      minutes: JSON.stringify(
        queries.flatMap(({ key, minutes }) =>
          minutes.map(minute => ({ key, ...minute })),
        ),
      ),
    });
  }

  /** Keeps why endpoints could not be scraped. */
  async saveProblems(problems: ScrapeProblem[]): Promise<void> {
    await this.#knex.raw(SAVE_PROBLEMS, [JSON.stringify(problems)]);
  }

  /** What is known of queries, by key; `to` is not part of it. */
  async read(
    keys: string[],
    { from, to }: { from: string; to: string },
  ): Promise<Map<string, QueryReading>> {
    const { rows: known } = await this.#knex.raw(READ_QUERIES, [keys]);
    const rows = await this.#knex('openmetrics_minutes')
      .whereIn('query_key', keys)
      .where('minute', '>=', from)
      .where('minute', '<', to)
      .orderBy('minute')
      .select<MinuteRow[]>('query_key', 'minute', 'value');
    const readings = new Map<string, QueryReading>(
      known.map((row: QueryRow) => [
        row.key,
        {
          minutes: [],
          seriesCount: row.series_count ?? undefined,
          problem: row.problem ?? undefined,
        },
      ]),
    );
    for (const { query_key, minute, value } of rows) {
      readings
        .get(query_key)
        ?.minutes.push({ minute: minute.toISOString(), value });
    }
    return readings;
  }

  /** Forgets minutes before then, and what nobody has requested since. */
  async deleteBefore(time: Date): Promise<void> {
    await this.#knex('openmetrics_queries')
      .where('requested_at', '<', time)
      .delete();
    await this.#knex('openmetrics_minutes').where('minute', '<', time).delete();
    await this.#knex('openmetrics_endpoints')
      .whereNotIn('url', this.#knex('openmetrics_queries').select('url'))
      .delete();
  }
}

interface TargetRow {
  url: string;
  scraped_at: Date | null;
  process_started_at: number | null;
  retry_at: Date | null;
  queries: (Omit<TargetQuery, 'state'> & {
    state: TargetQuery['state'] | null;
  })[];
}

interface QueryRow {
  key: string;
  series_count: number | null;
  problem: string | null;
}

interface MinuteRow {
  query_key: string;
  minute: Date;
  value: number;
}
