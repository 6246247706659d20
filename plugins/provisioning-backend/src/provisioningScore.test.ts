import { SCORE_ANNOTATION } from '@atrium/plugin-provisioning-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startProvisioning } from './__testUtils__/startProvisioning';

const REPOSITORY =
  'https://git.acme.example/acme/invoice-service/src/branch/main';
const location = `url:${REPOSITORY}/catalog-info.yaml`;
const PATH = '/score/component/default/invoice-service';
const SCORE = `apiVersion: score.dev/v1b1
metadata: { name: invoice-service }
containers: { app: { image: x } }
resources: { drafts: { type: box }, letters: { type: box } }
`;

// Resources are made by the worker, which others may keep busy.
describe('provisioningPlugin, Score files', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({
      knex,
      files: new Map([[`${REPOSITORY}/score.yaml`, SCORE]]),
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'invoice-service',
            annotations: {
              [SCORE_ANNOTATION]: './score.yaml',
              'backstage.io/managed-by-location': location,
              'backstage.io/managed-by-origin-location': location,
            },
          },
          spec: {
            type: 'service',
            lifecycle: 'production',
            owner: 'team-payments',
          },
        },
      ],
    });
  });

  afterEach(() => provisioning.clear());

  const provision = (body: object, person: 'grace' | 'linus' = 'grace') =>
    provisioning.ask('post', `${PATH}/provision-missing`, person).send(body);

  const statuses = async () => {
    const { body } = await provisioning.ask('get', PATH);
    return Object.fromEntries(
      body.environments.map(
        (one: {
          environment: { name: string };
          needs: { name: string; status: string }[];
        }) => [
          one.environment.name,
          one.needs.map(({ name, status }) => `${name} ${status}`),
        ],
      ),
    );
  };

  it('ask for what is missing, once, and show it in its environment', async () => {
    const { status, body } = await provision({ environment: 'dev' });
    expect({ status, names: body.items.map(nameOf) }).toEqual({
      status: 201,
      names: ['drafts', 'letters'],
    });
    const { body: request } = await provisioning.ask(
      'get',
      `/requests/${body.items[0].requestId}`,
    );
    await provisioning.waitFor(request.resource.id, 'ready');

    expect((await provision({ environment: 'dev' })).body).toEqual({
      items: [],
    });
    expect(await statuses()).toMatchObject({
      dev: ['drafts ready', expect.stringMatching(/^letters /)],
      staging: ['drafts missing', 'letters missing'],
    });
    expect(
      provisioning.audits.map(({ eventId, meta }) => [eventId, meta?.name]),
    ).toEqual([
      ['request-create', 'drafts'],
      ['request-create', 'letters'],
    ]);
  });

  it('ask for nothing on behalf of another team', async () => {
    const { status, body } = await provision({ environment: 'dev' }, 'linus');
    expect(status).toBe(201);
    expect(body.items).toMatchObject([
      {
        name: 'drafts',
        problem: expect.any(String),
        messages: { problem: [{ key: 'provisioning.refusal.request' }] },
      },
      { name: 'letters', problem: expect.any(String) },
    ]);
    expect(await statuses()).toMatchObject({
      dev: ['drafts missing', 'letters missing'],
    });
  });

  it('are rendered for an environment, or the answer says what is missing', async () => {
    const { status, headers, text } = await provisioning.ask(
      'get',
      `${PATH}/manifests?environment=dev`,
    );
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('application/yaml'),
      'content-disposition': 'attachment; filename="invoice-service-dev.yaml"',
    });
    expect(text).toContain('kind: Deployment');
  });

  it.each([
    ['get', `${PATH}/manifests`, 400],
    ['get', `${PATH}/manifests?environment=moon`, 400],
    ['get', `${PATH}/manifests?environment=dev&image=a%20b`, 400],
    ['get', `${PATH}?x=1`, 400],
    ['get', '/score/component/default/payment-service', 404],
    ['get', '/score/component/default/none', 404],
    ['post', `${PATH}/provision-missing`, 400],
  ] as const)('%s %s answers %d', async (method, path, expected) => {
    const { status } = await provisioning.ask(method, path).send();
    expect(status).toBe(expected);
  });
});

function nameOf({ name }: { name: string }): string {
  return name;
}
