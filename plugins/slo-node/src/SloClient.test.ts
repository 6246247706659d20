import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { SloClient } from './SloClient';

const baseUrl = 'http://localhost:0/api/slo';
const options = { credentials: mockCredentials.user() };
const entityRef = 'component:default/payment-service';

describe('SloClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = new SloClient({
    auth: mockServices.auth({ pluginId: 'scorecard' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:0/api/${pluginId}`,
    }),
  });

  it('asks on behalf of the credentials, and leaves out what is not asked', async () => {
    const page = { items: [], totalItems: 0 };
    server.use(
      http.get(`${baseUrl}/slos`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect([...searchParams]).toEqual([
          ['entityRef', entityRef],
          ['state', 'breached'],
          ['state', 'at-risk'],
        ]);
        expect(request.headers.get('authorization')).toBe(
          mockCredentials.service.header({
            onBehalfOf: options.credentials,
            targetPluginId: 'slo',
          }),
        );
        return HttpResponse.json(page);
      }),
    );
    expect(
      await client.getSlos(
        {
          entityRef: [entityRef],
          state: ['breached', 'at-risk'],
          name: undefined,
        },
        options,
      ),
    ).toEqual(page);
  });

  it('asks for the statuses of several entities in one request', async () => {
    server.use(
      http.get(`${baseUrl}/statuses`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        return HttpResponse.json({ items: searchParams.getAll('entityRef') });
      }),
    );
    expect(
      await client.getStatuses([entityRef, 'component:default/b'], options),
    ).toEqual([entityRef, 'component:default/b']);
  });

  it('puts ids and refs into the path whole', async () => {
    const paths: string[] = [];
    server.use(
      http.get(`${baseUrl}/*`, ({ request }) => {
        paths.push(new URL(request.url).pathname);
        return HttpResponse.json({});
      }),
    );
    await client.getGate(entityRef, options);
    await client.getSlo('a/b', options);
    await client.getSeries('a/b', { from: 'x', to: 'y' }, options);
    await client.getAlerts({}, options);
    expect(paths).toEqual([
      '/api/slo/gates/component%3Adefault%2Fpayment-service',
      '/api/slo/slos/a%2Fb',
      '/api/slo/slos/a%2Fb/series',
      '/api/slo/alerts',
    ]);
  });

  it('sends counts as a batch', async () => {
    server.use(
      http.post(`${baseUrl}/counts`, async ({ request }) =>
        HttpResponse.json({ received: await request.json() }),
      ),
    );
    const count = {
      series: 'checkout',
      minute: '2026-11-25T10:04:00.000Z',
      good: 1,
      total: 1,
    };
    expect(await client.pushCounts([count], options)).toEqual({
      received: { counts: [count] },
    });
  });

  it('passes on what slo refuses', async () => {
    server.use(
      http.get(`${baseUrl}/gates/*`, () =>
        HttpResponse.json(
          { error: { name: 'NotFoundError', message: 'No entity' } },
          { status: 404 },
        ),
      ),
    );
    await expect(client.getGate(entityRef, options)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
    });
  });
});
