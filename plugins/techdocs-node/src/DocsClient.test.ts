import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DocsClient } from './DocsClient';

describe('DocsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('asks about any number of entities, some at a time', async () => {
    const client = new DocsClient({
      auth: mockServices.auth({ pluginId: 'scorecard' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `http://localhost:0/api/${pluginId}`,
      }),
    });
    const sizes: number[] = [];
    server.use(
      http.post<never, { entityRefs: string[] }>(
        'http://localhost:0/api/techdocs/docs-summaries/by-entity',
        async ({ request }) => {
          const { entityRefs } = await request.json();
          sizes.push(entityRefs.length);
          return HttpResponse.json({
            items: entityRefs.map(entityRef => ({ entityRef })),
          });
        },
      ),
    );
    const refs = Array.from(
      { length: 501 },
      (_, index) => `api:default/${index}`,
    );
    const summaries = await client.getSummaries(refs, {
      credentials: mockCredentials.service(),
    });
    expect(sizes).toEqual([500, 1]);
    expect(summaries).toHaveLength(501);
  });
});
