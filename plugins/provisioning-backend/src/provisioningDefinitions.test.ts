import { FakeGiteaRepository } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { setupServer } from 'msw/node';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import type { Person } from './__testUtils__/sampleCatalog';
import { BOX_TYPE } from './__testUtils__/sampleDefinitions';
import { startProvisioning } from './__testUtils__/startProvisioning';

const PATH = 'definitions/crates.yaml';

/** Two definitions: what the type is, the folder says. */
const CRATES = `# Crates of the platform team.
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { name: crate-dev }
spec:
  type: box
  driver: memory
  match: { environment: dev } # dev only
  inputs: { shelf: top }
  plans:
    - name: small
      inputs: { size: 1 }
      monthlyPrice: { amount: '3.00', currency: USD }
    - name: large
      inputs: { size: 5 }
  quota: { perOwner: 2 }
---
apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { name: crate-staging }
spec:
  type: box
  driver: memory
  match: { environment: staging }
  inputs: { shelf: top, size: 1 }
  plans: [{ name: small }]
`;

function entity(repository: FakeGiteaRepository, names: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: repository.name,
      annotations: {
        'backstage.io/managed-by-location': `url:${repository.pageOf(
          'catalog-info.yaml',
        )}`,
        'atrium.dev/resource-definitions': names,
      },
    },
    spec: { owner: 'platform-team' },
  };
}

describe('provisioningPlugin, definitions that are written in the portal', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const gitea = setupServer();
  const crates = new FakeGiteaRepository('crates');
  const strangers = new FakeGiteaRepository('strangers');
  const source = crates.pageOf(PATH);
  const files = new Map<string, string>();
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;

  /** Has the repository say something, and the portal read it. */
  async function commit(content: string) {
    crates.files.set(PATH, content);
    files.set(source, content);
    await knex('definition_files').update({ due_at: new Date(0) });
    await provisioning.runTask('provisioning-definitions');
  }

  beforeAll(async () => {
    gitea.listen({ onUnhandledRequest: 'bypass' });
    gitea.use(...crates.handlers(), ...strangers.handlers());
    crates.files.set(
      'catalog-info.yaml',
      'kind: Component\nmetadata:\n  name: crates\n  annotations:\n    atrium.dev/resource-definitions: definitions/crates.yaml # ours\n',
    );
    files.set(strangers.pageOf('boxes.yaml'), BOX_TYPE);
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({
      knex,
      definitionRepositories: ['git.acme.example/acme/crates'],
      entities: [entity(crates, PATH), entity(strangers, 'boxes.yaml')],
      files,
    });
  });

  afterAll(() => gitea.close());

  beforeEach(async () => {
    crates.permission = 'write';
    crates.commits.length = 0;
    await commit(CRATES);
  });

  afterEach(() => provisioning.clear());

  const effects = (content: string, change: object = {}) =>
    provisioning
      .ask('post', '/proposals/effects', 'ada')
      .send({ source, content, ...change });
  const propose = (content: string, change: object = {}) =>
    provisioning.ask('post', '/proposals', 'ada').send({
      source,
      content,
      base: FakeGiteaRepository.shaOf(CRATES),
      ...change,
    });

  it('gives the platform team the files as they are in the repository', async () => {
    const { status, body } = await provisioning.ask('get', '/proposals', 'ada');
    expect([status, body]).toEqual([
      200,
      {
        files: [
          {
            path: PATH,
            url: source,
            content: CRATES,
            base: FakeGiteaRepository.shaOf(CRATES),
          },
        ],
        repositoryUrl: 'https://git.acme.example/acme/crates',
        branch: 'main',
        handover: 'commit',
      },
    ]);
    const definitions = await provisioning.ask('get', '/definitions');
    expect(definitions.body.files).toEqual(
      expect.arrayContaining([
        {
          source,
          origin: 'repository',
          isRefused: false,
          checkedAt: expect.any(String),
        },
        expect.objectContaining({
          source: strangers.pageOf('boxes.yaml'),
          isRefused: true,
        }),
        expect.objectContaining({ origin: 'folder', isRefused: false }),
      ]),
    );
  });

  it.each<[string, 'get' | 'post']>([
    ['/proposals', 'get'],
    ['/proposals', 'post'],
    ['/proposals/check', 'post'],
    ['/proposals/effects', 'post'],
  ])(
    'returns 401 and 403 of %s to whom it does not concern',
    async (path, method) => {
      const send = (person: Person) => {
        const asked = provisioning.ask(method, path, person);
        return method === 'get'
          ? asked
          : asked.send({ source, content: CRATES });
      };
      expect((await send('grace')).status).toBe(403);
      const asked = provisioning
        .ask(method, path)
        .set('authorization', mockCredentials.none.header());
      const answer = await (method === 'get'
        ? asked
        : asked.send({ source, content: CRATES }));
      expect(answer.status).toBe(401);
      expect(crates.commits).toEqual([]);
    },
  );

  it('returns 404 and 400 for what is not written here', async () => {
    for (const other of [
      strangers.pageOf('boxes.yaml'),
      crates.pageOf('README.md'),
      'https://elsewhere.example/definitions.yaml',
    ]) {
      expect((await effects(CRATES, { source: other })).status).toBe(404);
      expect((await propose(CRATES, { source: other })).status).toBe(404);
    }
    for (const wrong of [
      { source: 'box.yaml' },
      { path: 'other.yaml' },
      { newPath: '../../vault/definitions.yaml' },
      { newPath: 'definitions.txt' },
      { content: 7 },
      { also: 'this' },
    ]) {
      expect((await propose(CRATES, wrong)).status).toBe(400);
    }
    expect([...crates.commits, ...strangers.commits]).toEqual([]);
  });

  it('says what is wrong, by line and column, and what was so before', async () => {
    const wrong = CRATES.replace('shelf: top }', 'shelf: 7 }');
    const { body } = await effects(wrong);
    expect(body.problems).toEqual({
      own: [
        {
          source,
          documentIndex: 0,
          line: 9,
          column: 13,
          path: 'spec.inputs.shelf',
          message: 'spec.inputs.shelf must be of type string',
        },
      ],
      earlier: [],
    });
    const twice = CRATES.replace('environment: staging', 'environment: dev');
    const duplicate = await effects(twice);
    expect(duplicate.body.problems.own).toMatchObject([
      {
        line: 24,
        column: 3,
        message: expect.stringContaining(
          "spec.match is the same as that of 'crate-dev' in",
        ),
      },
    ]);
    expect((await propose(twice)).body.error.message).toContain(
      `'${PATH}' cannot be used: line 24: spec.match is the same`,
    );

    // What was wrong before does not hold the change of another document back.
    const broken = CRATES.replace('crate-staging }', 'Crate Staging }');
    await commit(broken);
    const beside = await effects(broken.replace('perOwner: 2', 'perOwner: 3'));
    expect(beside.body.problems).toMatchObject({
      own: [],
      earlier: [{ path: 'metadata.name', documentIndex: 1, line: 20 }],
    });
  });

  it('says what a change would mean for requests and live resources', async () => {
    for (const name of ['apples', 'pears']) {
      const { body } = await provisioning.request({ name, plan: 'large' });
      await provisioning.waitFor(body.resource.id, 'ready');
    }
    const { status, body } = await effects(
      CRATES.replace('perOwner: 2', 'perOwner: 1')
        .replace(/ {4}- name: large\n.*\n/, '')
        .replace("'3.00'", "'4.50'")
        .replace('environment: dev }', 'environment: dev, class: crate }'),
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      problems: { own: [], earlier: [] },
      changes: [
        {
          kind: 'ResourceDefinition',
          name: 'crate-dev',
          change: 'changed',
          liveCount: 2,
          fields: [
            { path: 'spec.match.class', after: 'crate' },
            {
              path: 'spec.plans.small.monthlyPrice.amount',
              before: '3.00',
              after: '4.50',
            },
            {
              path: 'spec.plans.large',
              before: { name: 'large', inputs: { size: 5 } },
            },
            { path: 'spec.quota.perOwner', before: 2, after: 1 },
          ],
        },
      ],
      matches: [
        {
          type: 'box',
          class: 'default',
          environment: 'dev',
          before: 'crate-dev',
          after: 'box-anywhere',
        },
        {
          type: 'box',
          class: 'crate',
          environment: 'dev',
          after: 'crate-dev',
        },
      ],
      resources: ['apples', 'pears'].flatMap(name =>
        [
          "its plan 'large' is not offered any more; it keeps it until it is changed",
          "'box-anywhere' would serve it, were it asked for again",
        ].map(effect => ({
          id: expect.any(String),
          name,
          environment: 'dev',
          ownerRef: 'group:default/team-payments',
          definition: 'crate-dev',
          effect,
          messages: { effect: [expect.anything()] },
        })),
      ),
      resourceCount: 4,
      blocked: [],
      blockedCount: 0,
      quotas: [
        {
          definition: 'crate-dev',
          ownerRef: 'group:default/team-payments',
          used: 2,
          limit: 1,
        },
      ],
    });

    const places = jest
      .spyOn(provisioning.driver, 'describeLocation')
      .mockImplementation(({ shelf }) => `shelf ${shelf}`);
    const moved = await effects(CRATES.replace('shelf: top }', 'shelf: low }'));
    places.mockRestore();
    expect(moved.body).toMatchObject({
      resources: [],
      blocked: ['apples', 'pears'].map(name => ({
        name,
        ownerRef: 'group:default/team-payments',
        effect:
          'it can no longer be changed, since that would move it from shelf top to shelf low',
      })),
      blockedCount: 2,
    });

    const gone = await effects(CRATES.slice(CRATES.indexOf('---\n') + 4));
    expect(gone.body.changes).toMatchObject([
      { name: 'crate-dev', change: 'removed', liveCount: 2 },
    ]);
    expect(gone.body.problems.own).toMatchObject([
      {
        message: expect.stringContaining(
          "'crate-dev' is not in its file any more, and stays for what lives by it: 'apples' in dev, 'pears' in dev",
        ),
      },
    ]);
  });

  it('commits a change in the name of the person, and the portal reads it', async () => {
    const content = CRATES.replace('perOwner: 2', 'perOwner: 12');
    const { status, body } = await propose(content, {
      message: 'Let teams have twelve crates',
    });
    expect([status, body]).toMatchObject([
      201,
      { handover: 'commit', commit: 'c0ffee', fileUrl: source },
    ]);
    expect(crates.commits).toMatchObject([
      { message: 'Let teams have twelve crates', files: [{ path: PATH }] },
    ]);
    expect(provisioning.audits).toMatchObject([
      {
        eventId: 'definition-propose',
        meta: { source, changedBy: 'user:default/ada' },
        outcome: { status: 'succeeded', meta: { commit: 'c0ffee' } },
      },
    ]);
    files.set(source, content);
    await provisioning.runTask('provisioning-definitions');
    const { body: answer } = await provisioning.ask('get', '/definitions');
    expect(
      answer.definitions.find(
        ({ name }: { name: string }) => name === 'crate-dev',
      ),
    ).toMatchObject({ quotaPerOwner: 12 });
    const file = answer.files.find(
      (one: { source: string }) => one.source === source,
    );
    expect(file.checkedAt > body.at).toBe(true);

    // Somebody who has not seen it would undo it.
    expect((await propose(CRATES)).status).toBe(409);
    crates.permission = 'read';
    const base = FakeGiteaRepository.shaOf(content);
    expect((await propose(`${content}# more\n`, { base })).status).toBe(403);
    expect(crates.commits).toHaveLength(1);
  });

  it('writes a new file, and names it in the same commit', async () => {
    const newPath = 'definitions/vault.yaml';
    const draft = await provisioning.ask(
      'get',
      `/proposals?source=${source}&newPath=${newPath}`,
      'ada',
    );
    expect(draft.body.files).toMatchObject([
      { path: PATH },
      { path: newPath, content: '' },
    ]);
    const content = CRATES.slice(0, CRATES.indexOf('---\n'))
      .replace('crate-dev', 'crate-vault')
      .replace('environment: dev', 'class: strongbox');
    const { status } = await propose(content, {
      newPath,
      path: newPath,
      base: undefined,
    });
    expect(status).toBe(201);
    expect(crates.files.get(newPath)).toBe(content);
    expect(crates.files.get('catalog-info.yaml')).toContain(
      'atrium.dev/resource-definitions: "definitions/crates.yaml, definitions/vault.yaml" # ours\n',
    );
    expect(crates.commits).toHaveLength(1);
  });
});
