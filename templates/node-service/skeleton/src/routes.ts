import { parseNewItem, type ItemStore } from './items.ts';
import type { Metrics } from './Metrics.ts';
import { Problem } from './Problem.ts';

export interface RouteRequest {
  params: Record<string, string>;
  readJson(): Promise<unknown>;
}

export interface RouteAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a text. */
  body: unknown;
}

export interface Route {
  method: string;
  /** Segments that start with a colon are parameters. */
  path: string;
  handle(request: RouteRequest): Promise<RouteAnswer>;
}

export interface CreateRoutesOptions {
  items: ItemStore;
  metrics: Metrics;
  isReady: () => boolean;
}

/** Every path that the service answers. */
export function createRoutes(options: CreateRoutesOptions): Route[] {
  const { items, metrics, isReady } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/items',
      handle: async () => ({ status: 200, body: await items.list() }),
    },
    {
      method: 'POST',
      path: '/api/v1/items',
      handle: async request => {
        const item = await items.create(parseNewItem(await request.readJson()));
        return {
          status: 201,
          headers: { location: `/api/v1/items/${item.id}` },
          body: item,
        };
      },
    },
    {
      method: 'GET',
      path: '/api/v1/items/:id',
      handle: async ({ params }) => {
        const item = await items.get(params.id ?? '');
        if (!item) {
          throw new Problem(404, `No item with id '${params.id}'`);
        }
        return { status: 200, body: item };
      },
    },
    {
      method: 'GET',
      path: '/health/live',
      handle: async () => ({ status: 200, body: { status: 'up' } }),
    },
    {
      method: 'GET',
      path: '/health/ready',
      handle: async () =>
        isReady()
          ? { status: 200, body: { status: 'up' } }
          : { status: 503, body: { status: 'stopping' } },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'text/plain; version=0.0.4' },
        body: metrics.render(),
      }),
    },
  ];
}
