import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { CatalogHealthClient } from './CatalogHealthClient';

describe('CatalogHealthClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('asks about any number of entities, some at a time, in order', async () => {
    const client = new CatalogHealthClient({
      auth: mockServices.auth({ pluginId: 'scorecard' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `http://localhost:0/api/${pluginId}`,
      }),
    });
    const sizes: number[] = [];
    server.use(
      http.post<never, { subjects: { entityRef: string }[] }>(
        'http://localhost:0/api/catalog-health/problem-counts',
        async ({ request }) => {
          const { subjects } = await request.json();
          sizes.push(subjects.length);
          return HttpResponse.json({
            items: subjects.map(({ entityRef }) => ({
              entityRef,
              errors: 0,
              warnings: 0,
            })),
          });
        },
      ),
    );
    const subjects = Array.from({ length: 501 }, (_, index) => ({
      entityRef: `component:default/c-${index}`,
    }));
    const counts = await client.countProblems(subjects, {
      credentials: mockCredentials.service(),
    });
    expect(sizes).toEqual([500, 1]);
    expect(counts.map(({ entityRef }) => entityRef)).toEqual(
      subjects.map(({ entityRef }) => entityRef),
    );
  });
});
