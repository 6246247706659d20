import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { EndpointConfig } from './config/readOpenMetricsConfig';
import { type Selector, parseSelector } from './parsing/parseSelector';

const specSchema = z
  .strictObject({
    service: z.string().min(1).max(63).optional(),
    endpoint: z.string().min(1).max(100).optional(),
    url: z.string().min(1).max(2_000).optional(),
    query: z.string().min(1).max(2_000),
  })
  .refine(
    ({ service, url }) => (service === undefined) !== (url === undefined),
    {
      message: "must have either 'service' or 'url'",
    },
  );

/** What a query of type openmetrics asks for. */
export interface ResolvedQuery {
  url: string;
  query: string;
  selector: Selector;
}

/** Knows what may be scraped. */
export class OpenMetricsEndpoints {
  readonly #endpoints: EndpointConfig[];

  constructor(endpoints: EndpointConfig[]) {
    this.#endpoints = endpoints;
  }

  /** The headers for an address, or undefined when it may not be scraped. */
  headersFor(url: string): Record<string, string> | undefined {
    return this.#endpoints.find(({ pattern }) => pattern.fits(url))?.headers;
  }

  /** Finds the address and the series, or says what is wrong. */
  resolve(spec: JsonObject): ResolvedQuery | { problems: string[] } {
    const parsed = specSchema.safeParse(spec);
    if (!parsed.success) {
      return {
        problems: parsed.error.issues.map(({ path, message }) =>
          [['spec', ...path].join('.'), message].join(': '),
        ),
      };
    }
    const { query } = parsed.data;
    const selector = parseSelector(query);
    const address = this.#addressOf(parsed.data);
    const problems = [selector, address].flatMap(found =>
      'problem' in found ? [found.problem] : [],
    );
    return 'problem' in selector || 'problem' in address
      ? { problems }
      : { url: address.url, query, selector };
  }

  #addressOf(
    spec: z.infer<typeof specSchema>,
  ): { url: string } | { problem: string } {
    const { service, endpoint, url } = spec;
    const candidates = this.#endpoints.filter(
      ({ name }) => endpoint === undefined || name === endpoint,
    );
    if (candidates.length === 0) {
      return {
        problem:
          endpoint === undefined
            ? 'The portal has no endpoints to scrape in its config'
            : `spec.endpoint: the config of the portal has no '${endpoint}'`,
      };
    }
    if (service !== undefined) {
      const [found] = candidates.flatMap(({ pattern }) =>
        pattern.hasService ? pattern.addressOf(service) ?? [] : [],
      );
      return found === undefined
        ? { problem: `spec.service: '${service}' has no endpoint` }
        : { url: found };
    }
    return url !== undefined &&
      candidates.some(({ pattern }) => pattern.fits(url))
      ? { url }
      : {
          problem: `spec.url: '${url}' is not among the endpoints that the config of the portal allows`,
        };
  }
}
