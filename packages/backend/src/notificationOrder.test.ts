import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import request from 'supertest';

const mock = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: {},
};

interface Row {
  payload: { title: string };
  updated: string | null;
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

// The page of notifications relies on it, and no type of the stock client says it.
it('lists notifications that came again before others, the one of longest ago first', async () => {
  const knex = await databases.init('POSTGRES_18');
  const { server } = await startTestBackend({
    features: [
      notificationsPlugin,
      catalogServiceMock.factory({ entities: [mock] }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://atrium.acme.example' } },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
    ],
  });
  const send = (title: string) =>
    request(server)
      .post('/api/notifications/notifications')
      .set('Authorization', mockCredentials.service.header())
      .send({
        recipients: { type: 'entity', entityRef: 'user:default/mock' },
        payload: { title, scope: title },
      })
      .expect(200);
  for (const title of ['never', 'again', 'later', 'again', 'later']) {
    await send(title);
  }
  const { body } = await request(server)
    .get('/api/notifications/notifications?orderField=updated,asc&limit=2')
    .set('Authorization', mockCredentials.user.header())
    .expect(200);
  expect(body.totalCount).toBe(3);
  expect(
    body.notifications.map(({ payload, updated }: Row) => [
      payload.title,
      typeof updated,
    ]),
  ).toEqual([
    ['again', 'string'],
    ['later', 'string'],
  ]);
});
