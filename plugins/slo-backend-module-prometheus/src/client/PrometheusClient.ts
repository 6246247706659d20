import {
  cutText,
  readLimitedText,
  type TlsConfig,
} from '@atrium/backend-common';
import { isError, stringifyError } from '@backstage/errors';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type Limit } from 'p-limit';
import type { Agent } from 'undici';
import type { PrometheusSourceConfig } from '../config/readPrometheusConfig';
import { PrometheusError } from './PrometheusError';
import { type RangeSeries, rangeAnswerSchema } from './rangeAnswerSchema';

/** A query over whole minutes; both ends are evaluated. */
export interface RangeQuery {
  query: string;
  fromSeconds: number;
  toSeconds: number;
  /** More than so many series are not read. */
  maxSeries: number;
}

const ATTEMPTS = 3;
const BACK_OFF_MS = 500;
const MAX_WAIT_MS = 10_000;
const STEP_SECONDS = 60;
const MAX_MESSAGE_LENGTH = 300;
/** `[1795608000.123,"-1.2345678901234567e-308"],` */
const MAX_POINT_BYTES = 45;
/** What the labels of a series have at most, on average. */
const MAX_LABELS_BYTES = 2_048;

/** Loaded only where a source has certificates of its own. */
function createAgent(tls: TlsConfig): Agent {
  const undici: typeof import('undici') = require('undici');
  return new undici.Agent({ connect: tls });
}

/** Asks one Prometheus, not more at a time than it can take. */
export class PrometheusClient {
  readonly #config: PrometheusSourceConfig;
  readonly #limit: Limit;
  readonly #backOffMs: number;
  readonly #dispatcher?: Agent;

  constructor(
    config: PrometheusSourceConfig,
    options: { backOffMs?: number } = {},
  ) {
    this.#config = config;
    this.#limit = pLimit(config.concurrency);
    this.#backOffMs = options.backOffMs ?? BACK_OFF_MS;
    this.#dispatcher = config.tls && createAgent(config.tls);
  }

  /** @throws PrometheusError when there is no answer, after some attempts. */
  async queryRange(
    query: RangeQuery,
    signal: AbortSignal,
  ): Promise<RangeSeries[]> {
    return this.#limit(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#ask(query, signal);
        } catch (error) {
          const isTemporary =
            error instanceof PrometheusError && error.isTemporary;
          if (!isTemporary || attempt === ATTEMPTS || signal.aborted) {
            throw error;
          }
          const backOffMs = this.#backOffMs * 2 ** (attempt - 1);
          const waitMs = error.retryAfterMs ?? backOffMs;
          await wait(Math.min(waitMs, MAX_WAIT_MS), undefined, { signal });
        }
      }
    });
  }

  async #ask(query: RangeQuery, signal: AbortSignal): Promise<RangeSeries[]> {
    const { response, text } = await this.#post(query, signal);
    const answer = rangeAnswerSchema.safeParse(parseJson(text));
    if (!response.ok || !answer.success) {
      const said =
        answer.data?.status === 'error' ? `: ${answer.data.error}` : '';
      throw new PrometheusError(
        cutText(
          `${this.#name} answered ${response.status}${
            response.ok ? ', which is not a range of PromQL' : said
          }`,
          MAX_MESSAGE_LENGTH,
        ),
        {
          isTemporary: response.status === 429 || response.status >= 500,
          retryAfterMs: readRetryAfter(response),
        },
      );
    }
    if (answer.data.status === 'error') {
      throw new PrometheusError(
        cutText(`${this.#name}: ${answer.data.error}`, MAX_MESSAGE_LENGTH),
        { isTemporary: false },
      );
    }
    return answer.data.data.result;
  }

  async #post(
    query: RangeQuery,
    signal: AbortSignal,
  ): Promise<{ response: Response; text: string }> {
    const { url, headers, timeoutMs } = this.#config;
    const init: RequestInit & { dispatcher?: Agent } = {
      method: 'POST',
      // Credentials must not follow to another host.
      redirect: 'error',
      headers: {
        ...headers,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        query: query.query,
        start: String(query.fromSeconds),
        end: String(query.toSeconds),
        step: String(STEP_SECONDS),
        timeout: `${Math.ceil(timeoutMs / 1_000)}s`,
        // Thanos would leave out what a part of it does not answer.
        partial_response: 'false',
        // One more says that there are too many; old servers do not know this.
        limit: String(query.maxSeries + 1),
      }).toString(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      dispatcher: this.#dispatcher,
    };
    const maxBytes = maxBytesOf(query);
    let response: Response;
    let text: string | undefined;
    try {
      response = await fetch(`${url}/api/v1/query_range`, init);
      text = await readLimitedText(response, maxBytes);
    } catch (error) {
      const isTimeout = isError(error) && error.name === 'TimeoutError';
      // The reason why fetch failed is behind its own message.
      const cause = (isError(error) && error.cause) || error;
      throw new PrometheusError(
        isTimeout
          ? `${this.#name} did not answer in time`
          : `${this.#name} is unreachable: ${stringifyError(cause)}`,
        // A query that takes long takes long again, and burdens the server.
        { isTemporary: !isTimeout && !signal.aborted, cause: error },
      );
    }
    if (text === undefined) {
      throw new PrometheusError(
        `${
          this.#name
        } answered with more than ${maxBytes} bytes; the query has to choose fewer series, of at most ${
          query.maxSeries
        }`,
        { isTemporary: false },
      );
    }
    return { response, text };
  }

  get #name(): string {
    return `Prometheus '${this.#config.name}'`;
  }
}

/** As much as an answer can have with as many series as are read. */
function maxBytesOf({ fromSeconds, toSeconds, maxSeries }: RangeQuery): number {
  const points = (toSeconds - fromSeconds) / STEP_SECONDS + 1;
  return maxSeries * (points * MAX_POINT_BYTES + MAX_LABELS_BYTES);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRetryAfter({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
