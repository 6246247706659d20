import { readLimitedText } from '@atrium/backend-common';
import { isError, stringifyError } from '@backstage/errors';
import type { OpenMetricsEndpoints } from '../OpenMetricsEndpoints';
import {
  ExpositionError,
  parseOpenMetrics,
  type Sample,
} from '../parsing/parseOpenMetrics';

interface ScraperOptions {
  endpoints: Pick<OpenMetricsEndpoints, 'headersFor'>;
  timeoutMs: number;
  maxBytes: number;
}

/** What an endpoint answered. */
export interface Scrape {
  at: Date;
  samples: Sample[];
}

/** Why an endpoint showed nothing. */
export interface ScrapeFailure {
  problem: string;
  /** Whether it kept us waiting. */
  isTimeout: boolean;
}

const ACCEPT =
  'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5';
const OPEN_METRICS = 'application/openmetrics-text';

/** Asks endpoints for what they count. */
export class Scraper {
  readonly #options: ScraperOptions;

  constructor(options: ScraperOptions) {
    this.#options = options;
  }

  /** The samples with these names, or what went wrong. */
  async scrape(
    url: string,
    options: { names: ReadonlySet<string>; signal: AbortSignal },
  ): Promise<Scrape | ScrapeFailure> {
    const { endpoints, maxBytes, timeoutMs } = this.#options;
    const headers = endpoints.headersFor(url);
    if (!headers) {
      return fail(`The config of the portal does not allow '${url}'`);
    }
    try {
      const response = await fetch(url, {
        headers: { ...headers, accept: ACCEPT },
        // Where it leads might not be allowed.
        redirect: 'manual',
        signal: AbortSignal.any([
          options.signal,
          AbortSignal.timeout(timeoutMs),
        ]),
      });
      const at = new Date();
      if (!response.ok) {
        await response.body?.cancel();
        return fail(`'${url}' answered ${response.status}`);
      }
      const text = await readLimitedText(response, maxBytes);
      if (text === undefined) {
        return fail(`'${url}': The answer has more than ${maxBytes} bytes`);
      }
      const type = response.headers.get('content-type') ?? '';
      const hasEnd = type.startsWith(OPEN_METRICS);
      return {
        at,
        samples: parseOpenMetrics(text, { hasEnd, names: options.names }),
      };
    } catch (error) {
      return isTimeoutError(error)
        ? { problem: `'${url}': Did not answer in time`, isTimeout: true }
        : fail(`'${url}': ${describe(error)}`);
    }
  }
}

function fail(problem: string): ScrapeFailure {
  return { problem, isTimeout: false };
}

function isTimeoutError(error: unknown): boolean {
  return isError(error) && error.name === 'TimeoutError';
}

function describe(error: unknown): string {
  if (error instanceof ExpositionError) {
    return error.message;
  }
  // The reason why fetch failed is behind its own message.
  return stringifyError((isError(error) && error.cause) || error);
}
