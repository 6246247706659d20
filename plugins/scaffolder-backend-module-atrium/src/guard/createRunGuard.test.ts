import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { scaffolderModuleAtrium } from '../module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const PRIYA = 'user:default/priya';
const JONAS = 'user:default/jonas';
const groupsOf: Record<string, string[]> = {
  [PRIYA]: ['group:default/payments'],
  [JONAS]: ['group:default/platform'],
};

const group = (name: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: {
    type: 'team',
    children: [],
    profile: { displayName: `Team ${name}` },
  },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

const template = (name: string, spec: JsonObject): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name,
    annotations: { 'backstage.io/managed-by-location': 'url:http://x/t.yaml' },
  },
  spec: { type: 'service', owner: 'platform', ...spec },
});

const step = (action: string, input: JsonObject, more: JsonObject = {}) => ({
  id: 'publish',
  name: 'Publish',
  action,
  input,
  ...more,
});
const picked = {
  parameters: {
    required: ['owner'],
    properties: {
      owner: {
        type: 'string',
        'ui:field': 'OwnerPicker',
        maxLength: 100,
      },
      repoUrl: { type: 'string', 'ui:field': 'RepoUrlPicker' },
    },
  },
  steps: [step('publish:gitea', { repoUrl: '${{ parameters.repoUrl }}' })],
};

let host: string;
let server: Server;
let backend: TestBackend;

beforeAll(async () => {
  server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://x').pathname;
    const answers: Record<string, object> = {
      '/api/v1/repos/acme/priya-lab': { html_url: 'x', default_branch: 'main' },
      '/api/v1/repos/acme/taken': { html_url: 'x', default_branch: 'main' },
      '/api/v1/repos/acme/theirs/collaborators/priya/permission': {
        permission: 'read',
      },
      '/api/v1/repos/acme/ours/collaborators/priya/permission': {
        permission: 'write',
      },
    };
    const answer = answers[path];
    res.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  host = `localhost:${(server.address() as AddressInfo).port}`;

  const knex = await databases.init('POSTGRES_18');
  backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleAtrium,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            gitea: [
              {
                host,
                baseUrl: `http://${host}`,
                username: 'atrium',
                password: 'secret',
              },
            ],
            github: [{ host: 'github.com', token: 'secret' }],
          },
          scaffolder: {
            // What is let through is not run.
            concurrentTasksLimit: 0,
            repositories: { hosts: [host], owners: ['acme'] },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          group('company'),
          group('commerce', 'company'),
          group('payments', 'commerce'),
          group('identity', 'company'),
          group('platform'),
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: {
              name: 'priya',
              annotations: { 'atrium.dev/gitea-login': 'priya' },
            },
            spec: { memberOf: ['payments'] },
          },
          template('picked', picked),
          template('own-choice', {
            parameters: {
              properties: {
                repoUrl: {
                  type: 'string',
                  'ui:field': 'RepoUrlPicker',
                  'ui:options': {
                    allowedHosts: ['github.com'],
                    allowedOwners: ['my-org'],
                  },
                },
              },
            },
            steps: [
              step('debug:log', { repoUrl: '${{ parameters.repoUrl }}' }),
            ],
          }),
          template('fixed', {
            parameters: { properties: { name: { type: 'string' } } },
            steps: [
              step('publish:gitea', {
                repoUrl: `${host}?owner=acme&repo=\${{ parameters.name }}`,
              }),
            ],
          }),
          template('writes', {
            parameters: { properties: { name: { type: 'string' } } },
            steps: [
              step('github:repo:push', {
                repoUrl: `${host}?owner=acme&repo=\${{ parameters.name }}`,
              }),
            ],
          }),
          template('own-name', {
            parameters: {},
            steps: [
              step('publish:gitea', {
                repoUrl: `${host}?owner=acme&repo=\${{ user.entity.metadata.name }}-lab`,
              }),
            ],
          }),
          template('several', {
            parameters: {
              properties: {
                repos: { type: 'array', items: { type: 'string' } },
              },
            },
            steps: [
              step(
                'publish:gitea',
                { repoUrl: `${host}?owner=acme&repo=\${{ each.value }}` },
                {
                  each: '${{ parameters.repos }}',
                  if: "${{ each.value != 'theirs' }}",
                },
              ),
            ],
          }),
          template('lists', {
            parameters: {
              properties: {
                owners: {
                  type: 'array',
                  items: { type: 'string', 'ui:field': 'OwnerPicker' },
                },
                owner: { type: 'array', items: { type: 'string' } },
                teams: {
                  type: 'object',
                  additionalProperties: {
                    type: 'string',
                    'ui:field': 'MyGroupsPicker',
                  },
                },
                repos: {
                  type: 'array',
                  items: {
                    type: 'string',
                    'ui:field': 'RepoUrlPicker',
                    'ui:options': {
                      allowedHosts: ['github.com'],
                      allowedOwners: ['my-org'],
                    },
                  },
                },
              },
            },
            steps: [
              step(
                'debug:log',
                { repoUrl: '${{ each.value }}' },
                { each: '${{ parameters.repos or [] }}' },
              ),
            ],
          }),
          template('loop-of-a-step', {
            parameters: {},
            steps: [
              step(
                'publish:gitea',
                { repoUrl: `${host}?owner=acme&repo=\${{ each.value }}` },
                { each: '${{ steps.list.output.names }}' },
              ),
            ],
          }),
          template('of-environment', {
            parameters: { properties: { environment: { type: 'string' } } },
            steps: [
              step('publish:gitea', {
                repoUrl: `${host}?owner=acme&repo=\${{ parameters.environment }}`,
              }),
            ],
          }),
          template('parts', {
            parameters: {},
            steps: [
              step('publish:gitea', {
                repoUrl: `${host}?owner=acme&repo=\${{ parameters.a }}-steps-\${{ parameters['b'] }}`,
              }),
            ],
          }),
          template('hidden', {
            parameters: {},
            steps: [
              step('publish:gitea', {
                repoUrl: `${host}?owner=acme&repo=\${{ "}}" and steps.find.output.name }}`,
              }),
            ],
          }),
          template('later', {
            parameters: {},
            steps: [
              step('publish:gitea', {
                repoUrl: '${{ steps.find.output.repoUrl }}',
              }),
            ],
          }),
        ],
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            const { userEntityRef } = Object(credentials.principal);
            return {
              userEntityRef,
              ownershipEntityRefs: [userEntityRef, ...groupsOf[userEntityRef]],
            };
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async (requests, { credentials } = {} as never) =>
            requests.map(({ permission }) => ({
              result:
                permission.name === 'scaffolder.template.management' &&
                Object(Object(credentials).principal).userEntityRef !== JONAS
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }),
      }),
    ],
  });
});

afterAll(async () => {
  await backend?.stop();
  await new Promise(done => server.close(done));
});

/** The status of an attempt to run a template, and what the answer says. */
async function run(
  name: string,
  values: JsonObject,
  user = PRIYA,
): Promise<[number, string | undefined]> {
  const { status, body } = await request(backend.server)
    .post('/api/scaffolder/v2/tasks')
    .set('Authorization', mockCredentials.user.header(user))
    .send({ templateRef: `template:default/${name}`, values });
  return [status, body.error?.message];
}

const repoUrl = (repo: string, owner = 'acme') =>
  `${host}?owner=${owner}&repo=${repo}`;

describe('the owner', () => {
  it.each(['payments', 'group:default/commerce', 'company', PRIYA])(
    'may be %s',
    async owner => {
      expect(await run('picked', { owner, repoUrl: repoUrl('new') })).toEqual([
        201,
        undefined,
      ]);
    },
  );

  it('must be in the catalog', async () => {
    expect(
      await run('picked', { owner: 'nobody', repoUrl: repoUrl('new') }),
    ).toEqual([
      400,
      "The catalog has no team 'group:default/nobody'; nothing was made. Choose an owner that it has.",
    ]);
  });

  it('must be a team of the person, unless they manage templates', async () => {
    const values = { owner: 'identity', repoUrl: repoUrl('new') };
    expect(await run('picked', values)).toEqual([
      403,
      "Only members of 'Team identity' and of the teams below it may make something that it owns; nothing was made. Choose a team of yours, or ask one of its members to run the template.",
    ]);
    expect(await run('picked', values, JONAS)).toEqual([201, undefined]);
  });

  it.each(['payments\nsystem: x', 'pay\u0000ments', '../payments'])(
    'is read strictly: %j',
    async owner => {
      const [status] = await run('picked', { owner, repoUrl: repoUrl('new') });
      expect(status).toBe(400);
    },
  );
});

describe('lists and named entries', () => {
  it.each<[JsonObject, number]>([
    [{ owners: ['payments', 'commerce'] }, 201],
    [{ owners: ['payments', 'identity'] }, 403],
    [{ owners: ['payments', 'nobody'] }, 400],
    [{ owner: ['payments', PRIYA] }, 201],
    [{ owner: ['payments', 'identity'] }, 403],
    [{ teams: { run: 'payments', owner: 'company' } }, 201],
    [{ teams: { run: 'payments', call: 'identity' } }, 403],
    [{ repos: ['github.com?owner=my-org&repo=x'] }, 201],
    [
      {
        repos: [
          'github.com?owner=my-org&repo=x',
          'github.com?owner=other&repo=x',
        ],
      },
      400,
    ],
  ])('are checked one by one: %j', async (values, expected) => {
    const [status] = await run('lists', values);
    expect(status).toBe(expected);
  });
});

describe('the repository', () => {
  const owner = 'payments';

  it('must be on a host and in an organisation that are offered', async () => {
    expect(
      await run('picked', { owner, repoUrl: repoUrl('new', 'other') }),
    ).toEqual([
      400,
      "The organisation 'other' is not one that templates may use; nothing was made. Choose one of: acme.",
    ]);
    expect(
      await run('picked', { owner, repoUrl: 'github.com?owner=acme&repo=x' }),
    ).toEqual([400, expect.stringContaining("The host 'github.com'")]);
  });

  it('is where the template allows it, if the template says so', async () => {
    expect(
      await run('own-choice', { repoUrl: 'github.com?owner=my-org&repo=x' }),
    ).toEqual([201, undefined]);
    const [status] = await run('own-choice', {
      repoUrl: 'github.com?owner=other&repo=x',
    });
    expect(status).toBe(400);
  });

  it('must not be there yet, even if only the template names it', async () => {
    const taken = `There is a repository 'acme/taken' on '${host}' already; nothing was made. Choose another name.`;
    expect(await run('picked', { owner, repoUrl: repoUrl('taken') })).toEqual([
      409,
      taken,
    ]);
    expect(await run('fixed', { name: 'taken' })).toEqual([409, taken]);
    expect(await run('fixed', { name: 'new&owner=other' })).toEqual([
      201,
      undefined,
    ]);
  });

  it('is changed only for somebody who may write there', async () => {
    expect(await run('writes', { name: 'ours' })).toEqual([201, undefined]);
    expect(await run('writes', { name: 'theirs' })).toEqual([
      403,
      expect.stringContaining("'priya' may not write to it there"),
    ]);
  });

  it.each(['later', 'loop-of-a-step', 'hidden'])(
    "must be known before the run: '%s'",
    async name => {
      expect(await run(name, {})).toEqual([
        400,
        expect.stringContaining('the result of another step'),
      ]);
    },
  );

  it('is read as the run will, for whom it is and in each round of a step', async () => {
    expect(await run('own-name', {})).toEqual([
      409,
      expect.stringContaining("'acme/priya-lab'"),
    ]);
    expect(await run('several', { repos: ['one', 'theirs'] })).toEqual([
      201,
      undefined,
    ]);
    expect(await run('several', { repos: ['one', 'taken'] })).toEqual([
      409,
      expect.stringContaining("'acme/taken'"),
    ]);
    expect(await run('of-environment', { environment: 'taken' })).toEqual([
      409,
      expect.stringContaining("'acme/taken'"),
    ]);
    expect(await run('parts', { a: 'new', b: 'one' })).toEqual([
      201,
      undefined,
    ]);
    const many = Array.from({ length: 101 }, (_, index) => `new-${index}`);
    expect(await run('several', { repos: many })).toEqual([
      400,
      'The run names 101 repositories; at most 100 are possible.',
    ]);
  });
});

it('checks dry runs, too', async () => {
  const { status, body } = await request(backend.server)
    .post('/api/scaffolder/v2/dry-run')
    .set('Authorization', mockCredentials.user.header(PRIYA))
    .send({
      template: template('picked', picked),
      values: { owner: 'identity', repoUrl: repoUrl('new') },
      directoryContents: [],
    });
  expect([status, body.error?.name]).toEqual([403, 'NotAllowedError']);
});

it('returns 404 for a template that does not exist', async () => {
  expect(await run('nothing', {})).toEqual([
    404,
    "The catalog has no template 'template:default/nothing'",
  ]);
});

it.each([
  ['post', '/v2/dry-run', { template: { kind: 'Template' }, values: {} }],
  ['post', '/v2/tasks', { templateRef: 'template:default/a\u0000b' }],
  ['post', '/v2/tasks', { templateRef: 'template:default/a b', values: {} }],
  ['post', '/v2/tasks', { templateRef: 7 }],
  ['get', '/v2/templates/default/template/a%00b/parameter-schema', undefined],
] as const)('answers %s %s with %j by a 400', async (method, path, body) => {
  const response = await request(backend.server)
    [method](`/api/scaffolder${path}`)
    .set('Authorization', mockCredentials.user.header(PRIYA))
    .send(body);
  expect(response.status).toBe(400);
});
