import type { SloQuery } from '@atrium/plugin-slo-common';
import { z } from 'zod';
import { addMatcher, selectorOf } from './promql';

const querySchema = z.object({ query: z.string().trim().min(1) });
const endpointSchema = querySchema.extend({ service: z.string().min(1) });

/** A query in PromQL, or why it is none. */
export type Promql = { text: string; service?: string } | { reason: string };

/**
 * Writes a query in PromQL.
 *
 * @remarks A query of the type `openmetrics` is a selector as well, but it is
 * asked of one endpoint. In Prometheus all endpoints are together, so that the
 * service becomes a label: without it, those of others would be counted too.
 */
export function promqlOf({ sourceType, spec }: SloQuery): Promql {
  switch (sourceType) {
    case 'prometheus': {
      const text = querySchema.safeParse(spec).data?.query;
      return text === undefined
        ? { reason: "has no text in 'query'" }
        : { text };
    }
    case 'openmetrics': {
      const endpoint = endpointSchema.safeParse(spec).data;
      const selector = endpoint && selectorOf(endpoint.query);
      if (!endpoint || selector === undefined) {
        return {
          reason:
            'names an endpoint by its address, of which Prometheus has no label',
        };
      }
      const { service } = endpoint;
      return { text: addMatcher(selector, 'service', service), service };
    }
    case 'delivery':
      return {
        reason:
          'counts deployments or runs that the portal was told of, and Prometheus has no series of them',
      };
    default:
      return { reason: `is of type ${sourceType}, not prometheus` };
  }
}
