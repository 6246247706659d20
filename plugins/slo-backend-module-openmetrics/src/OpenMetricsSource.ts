import type {
  SloCollectQuery,
  SloCollectResult,
  SloSource,
} from '@atrium/plugin-slo-node';
import { createHash } from 'node:crypto';
import type {
  QueryReading,
  ScrapeStore,
  WantedQuery,
} from './database/ScrapeStore';
import type { OpenMetricsEndpoints } from './OpenMetricsEndpoints';
import type { QueryKind } from './scraping/QueryKind';

/** For how long what was scraped is kept for the engine to fetch. */
export const HISTORY_MINUTES = 24 * 60;

/** Events may not have happened yet; of these, a missing series is a fault. */
const PARTS_WITH_SERIES = ['total', 'raw', 'threshold'];

/** Answers the engine from what was scraped, and scrapes what it asks for. */
export class OpenMetricsSource implements SloSource {
  readonly type = 'openmetrics';
  readonly historyMinutes = HISTORY_MINUTES;
  /** A minute is complete with the first scrape after its end. */
  readonly settleMinutes = 2;
  readonly maxRangeMinutes = HISTORY_MINUTES;
  readonly #endpoints: Pick<OpenMetricsEndpoints, 'resolve'>;
  readonly #store: ScrapeStore;

  constructor(options: {
    endpoints: Pick<OpenMetricsEndpoints, 'resolve'>;
    store: ScrapeStore;
  }) {
    this.#endpoints = options.endpoints;
    this.#store = options.store;
  }

  validate: SloSource['validate'] = ({ spec }) => {
    const resolved = this.#endpoints.resolve(spec);
    return 'problems' in resolved ? resolved.problems : [];
  };

  collect: SloSource['collect'] = async ({ queries, from, to }) => {
    const asked = queries.map(query => ({
      query,
      wanted: this.#toWanted(query),
    }));
    const wanted = asked.flatMap(each =>
      'problem' in each.wanted ? [] : [each.wanted],
    );
    await this.#store.want(wanted, new Date());
    const readings = await this.#store.read(
      wanted.map(({ key }) => key),
      { from, to },
    );
    return new Map(
      asked.map(({ query, wanted: found }) => {
        const result =
          'problem' in found
            ? { minutes: [], problem: found.problem }
            : toResult(query, readings.get(found.key));
        return [query.key, result];
      }),
    );
  };

  #toWanted(query: SloCollectQuery): WantedQuery | { problem: string } {
    const resolved = this.#endpoints.resolve(query.query.spec);
    if ('problems' in resolved) {
      return { problem: resolved.problems.join('; ') };
    }
    const { url, query: text } = resolved;
    const kind = kindOf(query);
    const key = createHash('sha256')
      .update(JSON.stringify([url, text, kind]))
      .digest('hex');
    return { key, url, query: text, kind };
  }
}

function toResult(
  { part, query }: SloCollectQuery,
  { minutes, seriesCount, problem }: QueryReading = { minutes: [] },
): SloCollectResult {
  const isMissing = seriesCount === 0 && PARTS_WITH_SERIES.includes(part);
  return {
    minutes,
    problem:
      problem ??
      (isMissing
        ? `There is no series that '${query.spec.query}' chooses`
        : undefined),
  };
}

function kindOf({ isCounter, part }: SloCollectQuery): QueryKind {
  if (isCounter) {
    return 'counter';
  }
  return part === 'raw' || part === 'threshold' ? 'single' : 'sum';
}
