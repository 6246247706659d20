import type {
  SloCollectQuery,
  SloCollectRequest,
  SloCollectResult,
  SloSource,
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

const connectionSchema = z.object({ source: z.string().min(1) });

/** A day has 1,441 points, far from the 11,000 that Prometheus allows. */
const RANGE_MINUTES = 24 * 60;
const MAX_SERIES = 2_000;

interface ResolvedQuery {
  client: PrometheusClient;
  sourceName: string;
  query: string;
}

/** Asks Prometheus for ranges, minute by minute. */
export class PrometheusSource implements SloSource {
  readonly type = 'prometheus';
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
    this.historyMinutes = Math.min(
      ...configs.map(config => config.historyMinutes),
      Number.MAX_SAFE_INTEGER,
    );
  }

  validate: SloSource['validate'] = query => {
    const resolved = this.#resolve(query);
    return 'problems' in resolved ? resolved.problems : [];
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
      return { minutes: [], problem: resolved.problems.join('; ') };
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
    const asked =
      ranges.get(key) ??
      client.queryRange(
        {
          query,
          fromSeconds: Date.parse(request.from) / 1_000,
          toSeconds: Date.parse(request.to) / 1_000,
        },
        signal,
      );
    ranges.set(key, asked);
    return asked;
  }

  #resolve({
    spec,
    connection,
  }: SloCollectQuery['query']): ResolvedQuery | { problems: string[] } {
    const parsed = specSchema.safeParse(spec);
    if (!parsed.success) {
      return {
        problems: parsed.error.issues.map(({ path, message }) =>
          [['spec', ...path].join('.'), message].join(': '),
        ),
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
            `The config of the portal has no Prometheus '${sourceName}'`,
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
      problem: `The query gives ${series.length} series, of at most ${MAX_SERIES}`,
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
