import { Histogram } from 'prom-client';
import { CarrierError } from './CarrierError.js';

const duration = new Histogram({
  name: 'carrier_request_seconds',
  help: 'Time until a carrier answered',
  labelNames: ['carrier', 'outcome'],
  buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8],
});

export interface CarrierHttpOptions {
  carrier: string;
  baseUrl: string;
  headers: Record<string, string>;
  timeoutMs?: number;
}

/** Calls one carrier, measures it and gives its failures one shape. */
export class CarrierHttp {
  readonly #options: CarrierHttpOptions;

  constructor(options: CarrierHttpOptions) {
    this.#options = options;
  }

  async send(
    method: string,
    path: string,
    body?: { type: string; content: string },
  ): Promise<Response> {
    const { carrier, baseUrl, headers, timeoutMs = 8000 } = this.#options;
    const stop = duration.startTimer({ carrier });
    let response: Response;
    try {
      response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { ...headers, ...(body && { 'content-type': body.type }) },
        body: body?.content,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      stop({ outcome: 'unreachable' });
      throw new CarrierError(carrier, String(error), true);
    }
    stop({ outcome: response.ok ? 'ok' : 'refused' });
    // 404 has a meaning of its own for every carrier, so callers decide.
    if (!response.ok && response.status !== 404) {
      throw new CarrierError(
        carrier,
        `${method} ${path} answered ${response.status}`,
        response.status === 429 || response.status >= 500,
      );
    }
    return response;
  }
}
