import { eventCountsRequestSchema } from '@atrium/plugin-delivery-common';
import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DeliveryClient } from './DeliveryClient';

const baseUrl = 'http://localhost:0/api/delivery';
const options = { credentials: mockCredentials.user() };

describe('DeliveryClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = new DeliveryClient({
    auth: mockServices.auth({ pluginId: 'insights' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:0/api/${pluginId}`,
    }),
  });

  it('asks on behalf of the credentials, and leaves out what is not asked', async () => {
    const page = { items: [], totalItems: 0 };
    server.use(
      http.get(`${baseUrl}/runs`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect(Object.fromEntries(searchParams)).toEqual({
          entityRef: 'component:default/payment-service',
          branch: 'feature/a&b',
          limit: '10',
        });
        expect(request.headers.get('authorization')).toBe(
          mockCredentials.service.header({
            onBehalfOf: options.credentials,
            targetPluginId: 'delivery',
          }),
        );
        return HttpResponse.json(page);
      }),
    );
    const query = {
      entityRef: 'component:default/payment-service',
      branch: 'feature/a&b',
      limit: 10,
      pipeline: undefined,
    };
    expect(await client.getRuns(query, options)).toEqual(page);
  });

  it('compares several entities in one request', async () => {
    server.use(
      http.get(`${baseUrl}/dora/comparison`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        return HttpResponse.json({
          items: searchParams.getAll('entityRef'),
          skipped: { count: 0, entityRefs: [] },
        });
      }),
    );
    const period = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
    expect(
      await client.compareDora(
        ['group:default/a', 'group:default/b'],
        period,
        options,
      ),
    ).toEqual({
      items: ['group:default/a', 'group:default/b'],
      skipped: { count: 0, entityRefs: [] },
    });
  });

  it('asks what runs where of any number of components', async () => {
    server.use(
      http.get(`${baseUrl}/current-deployments`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const refs = searchParams.getAll('entityRef');
        expect(refs.length).toBeLessThanOrEqual(100);
        return HttpResponse.json({ items: refs });
      }),
    );
    const refs = Array.from(
      { length: 250 },
      (_, index) => `component:default/service-${index}`,
    );
    expect(await client.getCurrentDeployments(refs, options)).toEqual(refs);
    expect(await client.getCurrentDeployments([], options)).toEqual([]);
  });

  it('counts for any number of queries', async () => {
    const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    server.use(
      http.post(`${baseUrl}/event-counts`, async ({ request }) => {
        const { queries, ...rest } = eventCountsRequestSchema.parse(
          await request.json(),
        );
        expect(rest).toEqual({
          from: '2026-01-01T00:00:00.000Z',
          to: '2026-01-02T00:00:00.000Z',
        });
        return HttpResponse.json({ items: queries.map(({ key }) => key) });
      }),
    );
    const keys = Array.from({ length: 450 }, (_, index) => `query ${index}`);
    const queries = keys.map(key => ({
      key,
      entityRef: 'component:default/payment-service',
      measure: 'runs' as const,
    }));
    expect(await client.countEvents({ ...period, queries }, options)).toEqual(
      keys,
    );
    expect(
      await client.countEvents({ ...period, queries: [] }, options),
    ).toEqual([]);
  });

  it('sends events as a batch', async () => {
    server.use(
      http.post(`${baseUrl}/events`, async ({ request }) => {
        expect(request.headers.get('content-type')).toBe(
          'application/cloudevents-batch+json',
        );
        return HttpResponse.json({ received: await request.json() });
      }),
    );
    const event = {
      specversion: '1.0' as const,
      id: '1',
      source: '/ci',
      type: 'dev.cdevents.build.queued.0.2.0',
    };
    expect(await client.ingest([event], options)).toEqual({
      received: [event],
    });
  });

  it('passes on what delivery refuses', async () => {
    server.use(
      http.get(`${baseUrl}/environments`, () =>
        HttpResponse.json(
          { error: { name: 'NotFoundError', message: 'No entity' } },
          { status: 404 },
        ),
      ),
    );
    await expect(
      client.getEnvironments('component:default/hidden', options),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 404 });
  });
});
