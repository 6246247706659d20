import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import catalogHealthPlugin from './index';

const priya = mockCredentials.user.header('user:default/priya');
const nobody = mockCredentials.none.header();
const service = mockCredentials.service.header();

const location =
  'https://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml';

describe('router', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const authorize = jest.fn();
  let server: Parameters<typeof request>[0];

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        catalogHealthPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({
          knex: await databases.init('POSTGRES_18'),
        }),
        mockServices.permissions.mock({ authorize }).factory,
        mockServices.scheduler.mock().factory,
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: async () => undefined }),
        }),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.acme.example' } },
        }),
      ],
    });
    server = backend.server;
  });

  beforeEach(() => {
    authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
  });

  const list = (query: string, caller = priya) =>
    request(server)
      .get(`/api/catalog-health/problems${query}`)
      .set('Authorization', caller);

  const validate = (body: object, caller = priya) =>
    request(server)
      .post('/api/catalog-health/validate')
      .set('Authorization', caller)
      .send(body);

  it('answers with 200', async () => {
    expect((await list('')).body).toEqual({ items: [], totalItems: 0 });
    authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    expect((await list('')).body).toEqual({ items: [], totalItems: 0 });
  });

  it('counts problems for other plugins only', async () => {
    const count = (caller: string, body: object) =>
      request(server)
        .post('/api/catalog-health/problem-counts')
        .set('Authorization', caller)
        .send(body);
    const entityRef = 'component:default/shop';
    const { body } = await count(service, { subjects: [{ entityRef }] });
    expect(body).toEqual({ items: [{ entityRef, errors: 0, warnings: 0 }] });
    const wrong = { subjects: [{ entityRef: 'shop' }] };
    expect((await count(service, wrong)).status).toBe(400);
    expect((await count(priya, { subjects: [] })).status).toBe(403);
  });

  it.each([priya, service])('checks a file for %s', async caller => {
    const { status, body } = await validate(
      { location, content: 'a: b: c' },
      caller,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      isValid: false,
      findings: [
        {
          kind: 'syntax',
          severity: 'error',
          message: 'Nested mappings are not allowed in compact mappings',
          advice: 'Correct line 1 of the file.',
          messages: {
            advice: [
              {
                key: 'catalogHealth.finding.lineAdvice',
                values: { line: 1 },
              },
            ],
          },
          line: 1,
          column: 4,
        },
      ],
    });
  });

  it('answers with 400 when the input is wrong', async () => {
    expect((await list('?limit=0')).status).toBe(400);
    expect((await list('?team=payments')).status).toBe(400);
    expect((await list('?cursor=x')).status).toBe(400);
    expect((await validate({ content: '' })).status).toBe(400);
    expect(
      (await validate({ location: 'file:///etc/passwd', content: '' })).status,
    ).toBe(400);
  });

  it('answers with 401 when nobody is signed in', async () => {
    expect((await list('', nobody)).status).toBe(401);
    expect((await validate({ location, content: '' }, nobody)).status).toBe(
      401,
    );
  });

  it('answers with 403 when the policy refuses, and to other backends', async () => {
    authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    expect((await validate({ location, content: '' })).status).toBe(403);
    expect((await list('', service)).status).toBe(403);
  });
});
