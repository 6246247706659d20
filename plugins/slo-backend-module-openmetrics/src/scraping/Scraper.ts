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
  ): Promise<Scrape | { problem: string }> {
    const { endpoints, maxBytes, timeoutMs } = this.#options;
    const headers = endpoints.headersFor(url);
    if (!headers) {
      return { problem: `The config of the portal does not allow '${url}'` };
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
        return { problem: `'${url}' answered ${response.status}` };
      }
      const text = await readLimitedText(response, maxBytes);
      if (text === undefined) {
        return {
          problem: `'${url}': The answer has more than ${maxBytes} bytes`,
        };
      }
      const type = response.headers.get('content-type') ?? '';
      const hasEnd = type.startsWith(OPEN_METRICS);
      return {
        at,
        samples: parseOpenMetrics(text, { hasEnd, names: options.names }),
      };
    } catch (error) {
      return { problem: `'${url}': ${describe(error)}` };
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof ExpositionError) {
    return error.message;
  }
  if (isError(error) && error.name === 'TimeoutError') {
    return 'Did not answer in time';
  }
  // The reason why fetch failed is behind its own message.
  return stringifyError((isError(error) && error.cause) || error);
}
