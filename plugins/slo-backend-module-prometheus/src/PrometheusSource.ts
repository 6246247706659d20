import { fieldIssues } from '@atrium/common/yaml';
import type { SloSourceDescription } from '@atrium/plugin-slo-common';
import {
  describeQueryProblems,
  type SloCollectQuery,
  type SloCollectRequest,
  type SloCollectResult,
  type SloQueryProblem,
  type SloSource,
} from '@atrium/plugin-slo-node';
import { stringifyError } from '@backstage/errors';
import { z } from 'zod';
import { PrometheusClient } from './client/PrometheusClient';
import type { RangeSeries } from './client/rangeAnswerSchema';
import type { PrometheusSourceConfig } from './config/readPrometheusConfig';
import { counterSelectorOf } from './counterSelectorOf';
import { growthOf, valuesOf } from './minutesOf';

const specSchema = z.strictObject({
  query: z.string().trim().min(1).max(10_000),
  source: z.string().min(1).optional(),
});

const UNKNOWN_KEY =
  'is no field of type prometheus: those are query and source';

/** What Prometheus has the names of counters and histograms end with. */
const COUNTER = /^[a-zA-Z0-9_:]+_(total|bucket)\s*(\{|$)/;
const COUNTED_PARTS = ['good', 'bad', 'total'];

const connectionSchema = z.object({ source: z.string().min(1) });

/** A day has 1,441 points, far from the 11,000 that Prometheus allows. */
const RANGE_MINUTES = 24 * 60;
const MAX_SERIES = 2_000;

/** Which of several servers is asked is chosen from those that there are. */
function describe(servers: string[]): SloSourceDescription {
  return {
    title: 'Prometheus',
    measures: ['ratio', 'threshold'],
    hasCounters: true,
    fields: [
      ...(servers.length > 1
        ? [
            {
              name: 'source',
              label: 'Server',
              type: 'choice' as const,
              isShared: true,
              choices: servers.map(value => ({ value, label: value })),
            },
          ]
        : []),
      {
        name: 'query',
        label: 'Query',
        type: 'query',
        isRequired: true,
        placeholder: 'http_requests_total{code!~"5.."}',
        help: 'PromQL; of what only grows a selector, whose growth the portal sums up',
      },
    ],
  };
}

interface ResolvedQuery {
  client: PrometheusClient;
  sourceName: string;
  query: string;
}

/** Asks Prometheus for ranges, minute by minute. */
export class PrometheusSource implements SloSource {
  readonly type = 'prometheus';
  readonly description: SloSourceDescription;
  readonly historyMinutes: number;
  /** Scrapes and remote writes may come a little late. */
  readonly settleMinutes = 5;
  readonly maxRangeMinutes = RANGE_MINUTES;
  readonly #clients: ReadonlyMap<string, PrometheusClient>;

  constructor(
    configs: PrometheusSourceConfig[],
    options: { backOffMs?: number } = {},
  ) {
    this.#clients = new Map(
      configs.map(config => [
        config.name,
        new PrometheusClient(config, options),
      ]),
    );
    this.description = describe(configs.map(({ name }) => name));
    this.historyMinutes = Math.min(
      ...configs.map(config => config.historyMinutes),
      Number.MAX_SAFE_INTEGER,
    );
  }

  validate: SloSource['validate'] = (query, part, { isCounter }) => {
    const resolved = this.#resolve(query);
    if ('problems' in resolved) {
      return resolved.problems;
    }
    const selector = counterSelectorOf(resolved.query);
    const isGrowing = selector !== undefined && COUNTER.test(selector);
    if (isGrowing && !isCounter && COUNTED_PARTS.includes(part)) {
      return [
        {
          message: `chooses what only grows: say 'counter: true' in ratioMetric, or ask for its growth, such as increase(…[1m])`,
          path: ['query'],
        },
      ];
    }
    return [];
  };

  collect: SloSource['collect'] = async (request, { signal }) => {
    const ranges = new Map<string, Promise<RangeSeries[]>>();
    const answers = await Promise.all(
      request.queries.map(
        async (query): Promise<[string, SloCollectResult]> => [
          query.key,
          await this.#answer(query, { request, ranges, signal }),
        ],
      ),
    );
    return new Map(answers);
  };

  async #answer(
    { query, isCounter }: SloCollectQuery,
    options: {
      request: SloCollectRequest;
      ranges: Map<string, Promise<RangeSeries[]>>;
      signal: AbortSignal;
    },
  ): Promise<SloCollectResult> {
    const resolved = this.#resolve(query);
    if ('problems' in resolved) {
      return { minutes: [], problem: describeQueryProblems(resolved.problems) };
    }
    const text = isCounter ? counterSelectorOf(resolved.query) : resolved.query;
    if (text === undefined) {
      return {
        minutes: [],
        problem:
          'A counter is asked for by a selector, or the sum of one; Atrium works out its growth by itself',
      };
    }
    try {
      const series = await this.#ask({ ...resolved, query: text }, options);
      return toResult(series, { ...options.request, isCounter });
    } catch (error) {
      return { minutes: [], problem: stringifyMessage(error) };
    }
  }

  /** What several objectives want is asked for once. */
  #ask(
    { client, sourceName, query }: ResolvedQuery,
    options: {
      request: SloCollectRequest;
      ranges: Map<string, Promise<RangeSeries[]>>;
      signal: AbortSignal;
    },
  ): Promise<RangeSeries[]> {
    const { request, ranges, signal } = options;
    const key = JSON.stringify([sourceName, query]);
    const range =
      ranges.get(key) ??
      client.queryRange(
        {
          query,
          fromSeconds: Date.parse(request.from) / 1_000,
          toSeconds: Date.parse(request.to) / 1_000,
          maxSeries: MAX_SERIES,
        },
        signal,
      );
    ranges.set(key, range);
    return range;
  }

  #resolve({
    spec,
    connection,
  }: SloCollectQuery['query']):
    | ResolvedQuery
    | { problems: SloQueryProblem[] } {
    const parsed = specSchema.safeParse(spec);
    if (!parsed.success) {
      return {
        problems: fieldIssues(parsed.error, { unknownKey: UNKNOWN_KEY }),
      };
    }
    // A file of a team may choose among what the config has, and no more.
    const named =
      parsed.data.source ?? connectionSchema.safeParse(connection).data?.source;
    const [onlyName = 'default'] =
      this.#clients.size === 1 ? this.#clients.keys() : [];
    const sourceName = named ?? onlyName;
    const client = this.#clients.get(sourceName);
    return client
      ? { client, sourceName, query: parsed.data.query }
      : {
          problems: [
            parsed.data.source === undefined
              ? {
                  message: `The config of the portal has no Prometheus '${sourceName}'`,
                }
              : {
                  message: `is '${sourceName}', a Prometheus that the config of the portal does not have`,
                  path: ['source'],
                },
          ],
        };
  }
}

function toResult(
  series: RangeSeries[],
  { from, to, isCounter }: SloCollectRequest & { isCounter: boolean },
): SloCollectResult {
  if (series.length > MAX_SERIES) {
    return {
      minutes: [],
      problem: `The query gives more than ${MAX_SERIES} series`,
    };
  }
  const { minutes, problem } = isCounter ? growthOf(series) : valuesOf(series);
  return {
    // The first point only says where the first minute begins.
    minutes: minutes.filter(
      ({ minute }) =>
        Date.parse(minute) >= Date.parse(from) &&
        Date.parse(minute) < Date.parse(to),
    ),
    problem,
  };
}

function stringifyMessage(error: unknown): string {
  return error instanceof Error ? error.message : stringifyError(error);
}
