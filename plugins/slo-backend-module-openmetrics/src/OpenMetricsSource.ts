import { hashJson } from '@atrium/backend-common';
import type { SloSourceDescription } from '@atrium/plugin-slo-common';
import {
  describeQueryProblems,
  type SloCollectQuery,
  type SloCollectResult,
  type SloSource,
} from '@atrium/plugin-slo-node';
import type {
  QueryReading,
  ScrapeStore,
  RequestedQuery,
} from './database/ScrapeStore';
import type { OpenMetricsEndpoints } from './OpenMetricsEndpoints';
import type { QueryKind } from './scraping/QueryKind';

/** For how long what was scraped is kept for the engine to fetch. */
export const HISTORY_MINUTES = 24 * 60;

/** What OpenMetrics has the series of counters and histograms end with. */
const COUNTER_NAME = /_(total|bucket)$/;
const COUNTED_PARTS = ['good', 'bad', 'total'];

/** Events may not have happened yet; of these, a missing series is a fault. */
const PARTS_WITH_SERIES = ['total', 'raw', 'threshold'];

const DESCRIPTION: SloSourceDescription = {
  title: 'OpenMetrics',
  measures: ['ratio', 'threshold'],
  hasCounters: true,
  fields: [
    {
      name: 'service',
      label: 'Service to scrape',
      type: 'text',
      isShared: true,
      startsWith: 'service',
      help: 'As operations set it up',
    },
    {
      name: 'endpoint',
      label: 'Endpoint',
      type: 'text',
      isShared: true,
      help: 'By its name, where several would do',
    },
    {
      name: 'query',
      label: 'Series',
      type: 'query',
      isRequired: true,
      placeholder: 'http_requests_total{code!~"5.."}',
      help: 'A name and the labels to choose by',
    },
  ],
};

/** Answers the engine from what was scraped, and scrapes what it asks for. */
export class OpenMetricsSource implements SloSource {
  readonly type = 'openmetrics';
  readonly description = DESCRIPTION;
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

  validate: SloSource['validate'] = ({ spec }, part, { isCounter }) => {
    const resolved = this.#endpoints.resolve(spec);
    if ('problems' in resolved) {
      return resolved.problems;
    }
    const isGrowing = COUNTER_NAME.test(resolved.selector.name);
    return isGrowing && !isCounter && COUNTED_PARTS.includes(part)
      ? [
          {
            message: `chooses '${resolved.selector.name}', which only grows: say 'counter: true' in ratioMetric`,
            path: ['query'],
          },
        ]
      : [];
  };

  collect: SloSource['collect'] = async ({ queries, from, to }) => {
    const resolved = queries.map(query => ({
      query,
      request: this.#toRequest(query),
    }));
    const requests = resolved.flatMap(({ request }) =>
      'problem' in request ? [] : [request],
    );
    await this.#store.markRequested(requests, new Date());
    const readings = await this.#store.read(
      requests.map(({ key }) => key),
      { from, to },
    );
    return new Map(
      resolved.map(({ query, request }) => {
        const result =
          'problem' in request
            ? { minutes: [], problem: request.problem }
            : toResult(query, readings.get(request.key));
        return [query.key, result];
      }),
    );
  };

  #toRequest(query: SloCollectQuery): RequestedQuery | { problem: string } {
    const resolved = this.#endpoints.resolve(query.query.spec);
    if ('problems' in resolved) {
      return { problem: describeQueryProblems(resolved.problems) };
    }
    const { url, query: text } = resolved;
    const kind = kindOf(query);
    const key = hashJson([url, text, kind]);
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
