import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { grpcMetrics, httpMetrics, messageMetrics } from './metricNames.ts';
import { hashText, noise } from './noise.ts';
import type { GaugeProfile, ServiceProfile } from './ServiceProfile.ts';

/** The metrics of a kind of service, and the labels that its routes name. */
const kinds = {
  http: { metrics: httpMetrics, labels: ['method', 'route'] },
  grpc: { metrics: grpcMetrics, labels: ['grpc_service', 'grpc_method'] },
  messages: { metrics: messageMetrics, labels: ['channel'] },
};

const routeSchema = z.strictObject({
  requestsPerSecond: z.number(),
  medianSeconds: z.number().default(0.03),
  spread: z.number().default(0.6),
  refusedRatio: z.number().default(0.004),
  failedRatio: z.number().default(0.0001),
});

const serviceSchema = z.strictObject({
  rhythm: z.enum(['shop', 'office', 'shifts', 'always']),
  metrics: z.enum(['http', 'grpc', 'messages']).default('http'),
  restartsEveryDays: z.number().default(7),
  /** By method and route; see `kinds`. */
  routes: z.record(z.string(), routeSchema).default({}),
  gauges: z
    .array(
      z.enum([
        'search_index_age_seconds',
        'clickstream_delivery_success_ratio',
      ]),
    )
    .default([]),
});

const gauges = {
  search_index_age_seconds: {
    help: 'Time since the products in the index were read',
    unit: 'seconds',
    valueAt: indexAgeSeconds,
  },
  clickstream_delivery_success_ratio: {
    help: 'Share of events that reached the topic at the first attempt',
    unit: 'ratio',
    valueAt: deliverySuccessRatio,
  },
} satisfies Record<string, Omit<GaugeProfile, 'name'>>;

/** A build every 20 minutes, some of which fail their checks. */
function indexAgeSeconds(minute: number): number {
  const seed = hashText('search_index_age_seconds');
  const build = Math.floor(minute / 20);
  let missed = 0;
  while (missed < 3 && noise(seed, build - missed) < 0.03) {
    missed += 1;
  }
  return ((minute % 20) + missed * 20) * 60 + 240;
}

/** The share of events that reached the topic at the first attempt. */
function deliverySuccessRatio(minute: number): number {
  const lost = noise(hashText('clickstream_delivery_success_ratio'), minute);
  return lost < 0.002 ? 0.9 : 1 - lost * 0.001;
}

/** Who serves `/metrics`. */
export const serviceProfiles: ServiceProfile[] = Object.entries(
  readFixture('services.yaml', z.record(z.string(), serviceSchema)),
).map(([name, { rhythm, restartsEveryDays, ...service }]) => {
  const { metrics, labels } = kinds[service.metrics];
  return {
    name,
    rhythm,
    metrics,
    restartsEveryDays,
    routes: Object.entries(service.routes).map(([route, traffic]) => {
      const values = route.split(/[ /](?=\/|[A-Z])/);
      return {
        labels: Object.fromEntries(
          labels.map((label, index) => [label, values[index]]),
        ),
        ...traffic,
      };
    }),
    gauges: service.gauges.map(gauge => ({ name: gauge, ...gauges[gauge] })),
  };
});
