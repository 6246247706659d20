import {
  objectHoldersQuerySchema,
  runtimeQuerySchema,
} from '@atrium/plugin-workloads-common';
import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { WorkloadsClient } from './WorkloadsClient';

const url = 'http://localhost:0/api/workloads/claims/holders';
const options = { credentials: mockCredentials.service() };

function sampleObjects(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    cluster: 'production',
    namespace: 'billing',
    labels: { number: String(index) },
  }));
}

describe('WorkloadsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = new WorkloadsClient({
    auth: mockServices.auth({ pluginId: 'kubernetes' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:0/api/${pluginId}`,
    }),
  });

  it('asks about any number of objects, and keeps their order', async () => {
    server.use(
      http.post(url, async ({ request }) => {
        const { objects } = objectHoldersQuerySchema.parse(
          await request.json(),
        );
        return HttpResponse.json({
          items: objects.map(({ labels }) => ({
            holders: [`component:default/c${labels.number}`],
          })),
        });
      }),
    );

    const holders = await client.getHolders(sampleObjects(250), options);

    expect(holders).toHaveLength(250);
    expect(holders[0]).toEqual(['component:default/c0']);
    expect(holders[249]).toEqual(['component:default/c249']);
    expect(await client.getHolders([], options)).toEqual([]);
  });

  it('unites what is missing in any part, and says when the oldest was read', async () => {
    const answers = [
      { readAt: '2026-03-02T10:00:05.000Z', unreadClusters: ['east', 'west'] },
      { readAt: '2026-03-02T10:00:01.000Z', unreadClusters: ['west', 'north'] },
      { unreadClusters: [] },
    ];
    const asked: number[] = [];
    server.use(
      http.post(
        'http://localhost:0/api/workloads/runtimes/by-entity',
        async ({ request }) => {
          const { entityRefs } = runtimeQuerySchema.parse(await request.json());
          const answer = answers[asked.length];
          asked.push(entityRefs.length);
          return HttpResponse.json({ items: [], ...answer });
        },
      ),
    );
    const refs = Array.from(
      { length: 1_001 },
      (_, index) => `component:default/c${index}`,
    );

    expect(await client.getRuntimes(refs, options)).toEqual({
      items: [],
      readAt: '2026-03-02T10:00:01.000Z',
      unreadClusters: ['east', 'west', 'north'],
    });
    expect(asked).toEqual([500, 500, 1]);
  });

  it.each([
    ['a failure', HttpResponse.json({}, { status: 500 })],
    ['too little', HttpResponse.json({ items: [] })],
    ['something else', HttpResponse.json({ items: [{ holders: null }] })],
  ])('takes %s for no answer', async (_, response) => {
    server.use(http.post(url, () => response));

    await expect(
      client.getHolders(sampleObjects(1), options),
    ).rejects.toThrow();
  });
});
