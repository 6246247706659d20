import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import type { EventParams } from '@backstage/plugin-events-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  type EventsExtensionPoint,
  eventsExtensionPoint,
} from '@backstage/plugin-events-node/alpha';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import eventsModuleGitea from './index';

const secret = 'shared-with-gitea';
const push = JSON.stringify({
  ref: 'refs/heads/main',
  repository: { full_name: 'acme/zahlungs-café' },
});

function sign(body: string, key = secret) {
  return createHmac('sha256', key).update(body, 'utf8').digest('hex');
}

describe('eventsModuleGitea', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const received: EventParams[] = [];
  let backend: TestBackend;

  const subscriber = createBackendModule({
    pluginId: 'events',
    moduleId: 'subscriber',
    register(reg) {
      reg.registerInit({
        deps: { events: eventsServiceRef },
        async init({ events }) {
          await events.subscribe({
            id: 'subscriber',
            topics: ['gitea.push'],
            onEvent: async params => {
              received.push(params);
            },
          });
        },
      });
    },
  });

  function post(
    body: string,
    headers: Record<string, string>,
    topic = 'gitea',
  ) {
    return request(backend.server)
      .post(`/api/events/http/${topic}`)
      .set({
        'Content-Type': 'application/json',
        'X-Gitea-Event': 'push',
        ...headers,
      })
      .send(body);
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        eventsPlugin,
        eventsModuleGitea,
        subscriber,
        mockServices.database.factory({
          knex: await createTestDatabase(databases),
        }),
        mockServices.rootConfig.factory({
          data: {
            events: {
              useEventBus: 'never',
              modules: { gitea: { webhookSecret: secret } },
            },
          },
        }),
      ],
    });
  });

  beforeEach(() => {
    received.length = 0;
  });

  it('publishes a signed push on its own topic', async () => {
    const response = await post(push, { 'X-Gitea-Signature': sign(push) });

    expect(response.status).toBe(202);
    expect(received).toMatchObject([
      { topic: 'gitea.push', eventPayload: JSON.parse(push) },
    ]);
  });

  it('refuses a request without a signature', async () => {
    expect((await post(push, {})).status).toBe(401);
    expect(received).toEqual([]);
  });

  it.each([
    ['made with another secret', sign(push, 'guessed')],
    ['of another body', sign(`${push} `)],
    ['cut short', sign(push).slice(0, 32)],
    ['that is empty', ''],
    ['that is not hexadecimal', 'z'.repeat(64)],
  ])('refuses a signature %s', async (_, signature) => {
    const response = await post(push, { 'X-Gitea-Signature': signature });

    expect(response.status).toBe(403);
    expect(received).toEqual([]);
  });

  it.each(['{', ''])('refuses the body %j', async body => {
    const response = await post(body, { 'X-Gitea-Signature': sign(body) });

    expect(response.status).toBe(400);
    expect(received).toEqual([]);
  });

  it('knows no other topic', async () => {
    const response = await post(
      push,
      { 'X-Gitea-Signature': sign(push) },
      'github',
    );

    expect(response.status).toBe(404);
  });

  it('refuses to start with an endpoint that is open to anybody', async () => {
    await expect(
      startTestBackend({
        features: [
          eventsModuleGitea,
          eventsPlugin,
          mockServices.rootConfig.factory({
            data: { events: { http: { topics: ['gitea'] } } },
          }),
        ],
      }),
    ).rejects.toThrow("'events.http.topics' must not name 'gitea'");
  });

  it('adds no endpoint where there is no secret', async () => {
    const addHttpPostIngress = jest.fn();
    await startTestBackend({
      extensionPoints: [
        [
          eventsExtensionPoint,
          { addHttpPostIngress } as unknown as EventsExtensionPoint,
        ],
      ],
      features: [eventsModuleGitea],
    });

    expect(addHttpPostIngress).not.toHaveBeenCalled();
  });
});
