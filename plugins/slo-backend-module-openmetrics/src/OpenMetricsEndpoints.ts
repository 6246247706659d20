import { fieldIssues } from '@atrium/common/yaml';
import type { SloQueryProblem } from '@atrium/plugin-slo-node';
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
    { message: 'or url is required, and not both', path: ['service'] },
  );

const UNKNOWN_KEY =
  'is no field of type openmetrics: those are service, endpoint, url and query';

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
  resolve(spec: JsonObject): ResolvedQuery | { problems: SloQueryProblem[] } {
    const parsed = specSchema.safeParse(spec);
    if (!parsed.success) {
      return {
        problems: fieldIssues(parsed.error, { unknownKey: UNKNOWN_KEY }),
      };
    }
    const { query } = parsed.data;
    const selector = parseSelector(query);
    const address = this.#addressOf(parsed.data);
    if ('problem' in selector || 'problem' in address) {
      const ofQuery =
        'problem' in selector
          ? [{ message: selector.problem, path: ['query'] }]
          : [];
      return {
        problems: [
          ...ofQuery,
          ...('problem' in address ? [address.problem] : []),
        ],
      };
    }
    return { url: address.url, query, selector };
  }

  #addressOf(
    spec: z.infer<typeof specSchema>,
  ): { url: string } | { problem: SloQueryProblem } {
    const { service, endpoint, url } = spec;
    const candidates = this.#endpoints.filter(
      ({ name }) => endpoint === undefined || name === endpoint,
    );
    if (candidates.length === 0) {
      return {
        problem:
          endpoint === undefined
            ? { message: 'The portal has no endpoints to scrape in its config' }
            : {
                message: `is '${endpoint}', which the config of the portal does not have`,
                path: ['endpoint'],
              },
      };
    }
    if (service !== undefined) {
      const [found] = candidates.flatMap(({ pattern }) =>
        pattern.hasService ? pattern.addressOf(service) ?? [] : [],
      );
      return found === undefined
        ? {
            problem: {
              message: `is '${service}', which has no endpoint`,
              path: ['service'],
            },
          }
        : { url: found };
    }
    return url !== undefined &&
      candidates.some(({ pattern }) => pattern.fits(url))
      ? { url }
      : {
          problem: {
            message: `is '${url}', which is not among the endpoints that the config of the portal allows`,
            path: ['url'],
          },
        };
  }
}
