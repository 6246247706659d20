import { grpcMetrics, httpMetrics, messageMetrics } from './metricNames.ts';
import { hashText, noise } from './noise.ts';
import type { RouteProfile, ServiceProfile } from './ServiceProfile.ts';

type Traffic = Omit<RouteProfile, 'labels'>;

function http(
  methodAndRoute: string,
  traffic: Partial<Traffic> & Pick<Traffic, 'requestsPerSecond'>,
): RouteProfile {
  const [method, route] = methodAndRoute.split(' ');
  return { labels: { method, route }, ...usual, ...traffic };
}

function grpc(
  serviceAndMethod: string,
  traffic: Partial<Traffic> & Pick<Traffic, 'requestsPerSecond'>,
): RouteProfile {
  const [service, method] = serviceAndMethod.split('/');
  return {
    labels: { grpc_service: service, grpc_method: method },
    ...usual,
    ...traffic,
  };
}

const usual = {
  medianSeconds: 0.03,
  spread: 0.6,
  refusedRatio: 0.004,
  failedRatio: 0.0001,
};

const weekly = { metrics: httpMetrics, restartsEveryDays: 7 };

const indexAgeSeed = hashText('search_index_age_seconds');
const deliverySeed = hashText('clickstream_delivery_success_ratio');

/** A build every 20 minutes, some of which fail their checks. */
function indexAgeSeconds(minute: number): number {
  const build = Math.floor(minute / 20);
  let missed = 0;
  while (missed < 3 && noise(indexAgeSeed, build - missed) < 0.03) {
    missed += 1;
  }
  return ((minute % 20) + missed * 20) * 60 + 240;
}

/** The share of events that reached the topic at the first attempt. */
function deliverySuccessRatio(minute: number): number {
  const lost = noise(deliverySeed, minute);
  return lost < 0.002 ? 0.9 : 1 - lost * 0.001;
}

/**
 * Who serves `/metrics`. The figures follow from about 37,000 orders a day, and
 * from the traffic and objectives that stand in the documentation of each.
 */
export const serviceProfiles: ServiceProfile[] = [
  {
    ...weekly,
    name: 'payment-service',
    rhythm: 'shop',
    routes: [
      http('POST /payments', {
        requestsPerSecond: 0.45,
        medianSeconds: 0.42,
        spread: 0.45,
      }),
      http('POST /payments/{paymentId}/capture', {
        requestsPerSecond: 0.42,
        medianSeconds: 0.2,
      }),
      http('GET /payments/{paymentId}', { requestsPerSecond: 1.1 }),
      http('POST /payments/{paymentId}/refunds', {
        requestsPerSecond: 0.03,
        medianSeconds: 0.3,
      }),
    ],
  },
  {
    ...weekly,
    name: 'checkout-service',
    rhythm: 'shop',
    routes: [
      http('POST /checkouts', { requestsPerSecond: 0.9, medianSeconds: 0.12 }),
      http('PUT /checkouts/{checkoutId}/delivery', { requestsPerSecond: 0.7 }),
      http('POST /checkouts/{checkoutId}/complete', {
        requestsPerSecond: 0.45,
        medianSeconds: 0.7,
        spread: 0.5,
        failedRatio: 0.0003,
      }),
    ],
  },
  {
    ...weekly,
    name: 'cart-service',
    rhythm: 'shop',
    routes: [
      http('GET /carts/{cartId}', {
        requestsPerSecond: 9,
        medianSeconds: 0.02,
      }),
      http('PUT /carts/{cartId}/lines/{sku}', { requestsPerSecond: 3 }),
    ],
  },
  {
    ...weekly,
    name: 'pricing-service',
    rhythm: 'shop',
    routes: [
      http('POST /v1/prices', { requestsPerSecond: 6, medianSeconds: 0.035 }),
    ],
  },
  {
    ...weekly,
    name: 'product-service',
    rhythm: 'shop',
    routes: [
      http('POST /graphql', {
        requestsPerSecond: 280,
        medianSeconds: 0.06,
        spread: 0.47,
        failedRatio: 0.0002,
      }),
    ],
  },
  {
    ...weekly,
    name: 'search-service',
    rhythm: 'shop',
    routes: [
      http('GET /v1/products', {
        requestsPerSecond: 11,
        medianSeconds: 0.07,
        spread: 0.45,
      }),
      http('GET /v1/suggestions', {
        requestsPerSecond: 24,
        medianSeconds: 0.015,
      }),
      http('GET /v1/products/{productId}/similar', { requestsPerSecond: 6 }),
    ],
  },
  {
    ...weekly,
    name: 'search-indexer',
    rhythm: 'always',
    routes: [],
    gauges: [
      {
        name: 'search_index_age_seconds',
        help: 'Time since the products in the index were read',
        unit: 'seconds',
        valueAt: indexAgeSeconds,
      },
    ],
  },
  {
    ...weekly,
    name: 'recommendation-service',
    rhythm: 'always',
    routes: [
      // Two callers are left, and both only ask when their cache is cold.
      http('GET /v1/bought-together/{sku}', {
        requestsPerSecond: 0.00003,
        medianSeconds: 0.1,
        refusedRatio: 0,
      }),
    ],
  },
  {
    ...weekly,
    name: 'auth-gateway',
    rhythm: 'shop',
    routes: [
      http('POST /session', { requestsPerSecond: 1.2, medianSeconds: 0.09 }),
      http('POST /token', {
        requestsPerSecond: 30,
        medianSeconds: 0.006,
        failedRatio: 0.00008,
      }),
    ],
  },
  {
    ...weekly,
    name: 'user-service',
    rhythm: 'shop',
    routes: [
      http('GET /v1/users/{userId}', { requestsPerSecond: 115 }),
      http('POST /v1/credentials/verify', {
        requestsPerSecond: 12,
        medianSeconds: 0.085,
        spread: 0.35,
      }),
      http('PATCH /v1/users/{userId}', { requestsPerSecond: 3 }),
    ],
  },
  {
    ...weekly,
    name: 'order-service',
    rhythm: 'shop',
    routes: [
      http('POST /orders', { requestsPerSecond: 0.43, medianSeconds: 0.08 }),
      http('GET /orders/{orderNumber}', { requestsPerSecond: 2.4 }),
    ],
  },
  {
    ...weekly,
    metrics: grpcMetrics,
    name: 'inventory-service',
    rhythm: 'shop',
    routes: [
      grpc('acme.inventory.v1.Inventory/GetStock', {
        requestsPerSecond: 22,
        medianSeconds: 0.008,
      }),
      grpc('acme.inventory.v1.Inventory/Reserve', {
        requestsPerSecond: 8.8,
        medianSeconds: 0.02,
        spread: 0.5,
      }),
    ],
  },
  {
    ...weekly,
    metrics: grpcMetrics,
    name: 'ledger-service',
    rhythm: 'office',
    routes: [
      grpc('acme.ledger.v1.Ledger/PostEntry', { requestsPerSecond: 1.5 }),
      grpc('acme.ledger.v1.Ledger/GetBalance', {
        requestsPerSecond: 0.8,
        medianSeconds: 0.011,
        spread: 0.45,
      }),
    ],
  },
  {
    ...weekly,
    name: 'invoice-service',
    rhythm: 'office',
    routes: [
      http('POST /invoices', { requestsPerSecond: 0.43, medianSeconds: 0.15 }),
      http('GET /invoices/{number}/pdf', {
        requestsPerSecond: 0.3,
        medianSeconds: 0.35,
        failedRatio: 0.001,
      }),
    ],
  },
  {
    ...weekly,
    name: 'shipping-service',
    rhythm: 'shop',
    routes: [
      http('POST /quotes', { requestsPerSecond: 1.1, medianSeconds: 0.25 }),
      http('POST /shipments', {
        requestsPerSecond: 0.45,
        medianSeconds: 0.9,
        failedRatio: 0.002,
      }),
    ],
  },
  {
    ...weekly,
    name: 'carrier-adapter',
    rhythm: 'shifts',
    routes: [
      http('POST /v1/labels', {
        requestsPerSecond: 0.5,
        medianSeconds: 0.8,
        failedRatio: 0.003,
      }),
      http('GET /v1/tracking/{trackingNumber}', {
        requestsPerSecond: 0.8,
        medianSeconds: 0.3,
        failedRatio: 0.001,
      }),
    ],
  },
  {
    name: 'notification-service',
    rhythm: 'shop',
    metrics: messageMetrics,
    // It leaks memory, so it is restarted every night until that is found.
    restartsEveryDays: 1,
    routes: [
      {
        ...usual,
        labels: { channel: 'email' },
        requestsPerSecond: 1.3,
        medianSeconds: 4,
        spread: 0.8,
      },
      {
        ...usual,
        labels: { channel: 'push' },
        requestsPerSecond: 0.9,
        medianSeconds: 1.5,
      },
      {
        ...usual,
        labels: { channel: 'sms' },
        requestsPerSecond: 0.1,
        medianSeconds: 6,
        spread: 0.9,
        failedRatio: 0.002,
      },
    ],
  },
  {
    ...weekly,
    name: 'event-collector',
    rhythm: 'shop',
    routes: [
      http('POST /v2/events', {
        requestsPerSecond: 160,
        medianSeconds: 0.004,
        spread: 0.5,
        failedRatio: 0.0008,
      }),
    ],
    gauges: [
      {
        name: 'clickstream_delivery_success_ratio',
        help: 'Share of events that reached the topic at the first attempt',
        unit: 'ratio',
        valueAt: deliverySuccessRatio,
      },
    ],
  },
  {
    ...weekly,
    name: 'feature-flag-service',
    rhythm: 'always',
    routes: [
      http('POST /v1/flags/{key}/evaluate', {
        requestsPerSecond: 26,
        medianSeconds: 0.003,
        spread: 0.5,
        failedRatio: 0.00002,
      }),
      http('GET /v1/ruleset', { requestsPerSecond: 4, medianSeconds: 0.004 }),
    ],
  },
];
