import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { createLocationGuard } from './createLocationGuard';
import { PublishedRepositories } from './PublishedRepositories';

const TARGET = 'https://github.com/acme/new/blob/main/catalog-info.yaml';
const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'new' },
};
const location = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: 'generated-1' },
};

const catalog = catalogServiceMock.mock();
const listTasks = jest.fn();
let decision: AuthorizeResult.ALLOW | AuthorizeResult.DENY;

const app = express()
  .use(
    createLocationGuard({
      auth: mockServices.auth(),
      catalog,
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: decision }],
      }),
      published: new PublishedRepositories({
        integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
        scaffolder: { listTasks },
      }),
    }),
  )
  .post('/locations', (_req, res) => {
    res.status(decision === AuthorizeResult.ALLOW ? 201 : 403).json('stock');
  })
  .use(mockErrorHandler());

const post = (target: string, query = '') =>
  request(app)
    .post(`/locations${query}`)
    .set('Authorization', mockCredentials.user.header())
    .send({ type: 'url', target });

beforeEach(() => {
  decision = AuthorizeResult.ALLOW;
  catalog.addLocation.mockReset().mockImplementation(async input => ({
    location: {
      id: '1',
      entityRef: 'location:x',
      type: 'url',
      target: input.target,
    },
    entities: input.dryRun ? [location, component] : [],
  }));
  listTasks.mockReset().mockResolvedValue({
    items: [
      {
        spec: {
          parameters: { name: 'new' },
          steps: [
            {
              id: 'publish',
              action: 'publish:github',
              input: {
                repoUrl: 'github.com?owner=Acme&repo=${{ parameters.name }}',
              },
            },
          ],
        },
      },
    ],
  });
});

it('says what the catalog would refuse in silence', async () => {
  catalog.addLocation.mockRejectedValueOnce(
    new Error(
      'InputError: NotAllowedError: Entity user:default/eve at url:x, originated at url:x, is not of an allowed kind for that location',
    ),
  );
  const refused = await post(TARGET);
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    `Nothing was registered: '${TARGET}' has 'user:default/eve', and files there may not publish entities of that kind. 'catalog.rules' in the configuration says which repositories may; ask the platform team.`,
  ]);

  catalog.addLocation.mockResolvedValueOnce({
    location: { id: '1', entityRef: 'location:x', type: 'url', target: TARGET },
    entities: [location],
  });
  expect((await post(TARGET)).body.error.message).toBe(
    `Nothing was registered: '${TARGET}' has no entities.`,
  );
});

it('leaves to the catalog what it will take', async () => {
  expect((await post(TARGET)).body).toBe('stock');
  expect((await post(TARGET, '?dryRun=true')).body).toBe('stock');
  // A dry run is not tried out first.
  expect(catalog.addLocation).toHaveBeenCalledTimes(1);
});

it('registers for anybody what their own run publishes', async () => {
  decision = AuthorizeResult.DENY;
  const { status } = await post(TARGET);
  expect(status).toBe(201);
  expect(catalog.addLocation).toHaveBeenLastCalledWith(
    { type: 'url', target: TARGET },
    { credentials: mockCredentials.service('plugin:test') },
  );
  const tried = await post(TARGET, '?dryRun=true');
  expect(tried.body.entities).toEqual([location, component]);
  expect(listTasks).toHaveBeenCalledWith(
    expect.objectContaining({
      createdBy: 'user:default/mock',
      status: 'processing',
    }),
    { credentials: mockCredentials.user() },
  );
});

it.each([
  ['https://github.com/acme/other/blob/main/catalog-info.yaml', 403],
  // Nobody can say which file that is.
  ['https://github.com/acme/new/../other/blob/main/catalog-info.yaml', 400],
  ['https://github.com/evil/new/blob/main/catalog-info.yaml', 403],
])('registers nothing else for them: %s', async (target, status) => {
  decision = AuthorizeResult.DENY;
  expect((await post(target)).status).toBe(status);
  expect(catalog.addLocation).not.toHaveBeenCalled();
});
