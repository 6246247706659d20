import { cp, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { parse, stringify } from 'yaml';
import { GithubHost } from './__testUtils__/github/GithubHost';
import { type CatalogEntity, Portal } from './__testUtils__/Portal';
import { readProductionConfig } from './__testUtils__/readProductionConfig';

const ORGANIZATION = 'my-org';
const WEBHOOK_SECRET = 'secret-of-the-organisation';
const BRIEF = resolve(__dirname, '__testUtils__/brief');
const TEMPLATES = resolve(__dirname, '../../../templates');

const directory = createMockDirectory();
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
let github: GithubHost;
let portal: Portal;

async function createConfig(connection: JsonObject): Promise<JsonObject> {
  const template = (target: string) => ({
    type: 'file',
    target,
    rules: [{ allow: ['Template'] }],
  });
  return readProductionConfig({
    environment: {
      ATRIUM_GITHUB_ORGANIZATION: ORGANIZATION,
      GITHUB_TOKEN: GithubHost.token,
      GITHUB_WEBHOOK_SECRET: WEBHOOK_SECRET,
    },
    overrides: {
      backend: { database: { connection } },
      events: { useEventBus: 'never' },
      // The only difference to github.com: where its API is.
      integrations: {
        github: [
          {
            host: 'github.com',
            apiBaseUrl: github.url,
            token: GithubHost.token,
          },
        ],
      },
      catalog: {
        locations: [
          { type: 'file', target: `${BRIEF}/catalog-info.yaml` },
          template(`${TEMPLATES}/node-service/template.yaml`),
        ],
      },
    },
  });
}

beforeAll(async () => {
  const knex = await databases.init('POSTGRES_18');
  const { connection } = knex.client.config;
  github = await GithubHost.start({
    root: directory.resolve('repositories'),
    organization: ORGANIZATION,
  });
  portal = await Portal.start(
    // Knex hides the password from whoever copies its settings.
    await createConfig({ ...connection, password: connection.password }),
  );
  await publishTeams();
  await Promise.all([
    portal.waitForEntity('template:node-service'),
    portal.waitForEntity('group:team-payments'),
  ]);
});

afterAll(async () => {
  await portal?.stop();
  await github?.stop();
});

/** The repository of the organisation itself, the only one that names teams. */
async function publishTeams() {
  await github.call(`/orgs/${ORGANIZATION}/repos`, { name: 'org' });
  const clone = await github.clone('my-org/org', directory.resolve('org'));
  const team = (name: string) =>
    stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name },
      spec: { type: 'team', children: [] },
    });
  await writeFile(
    clone.path('catalog-info.yaml'),
    [team('team-payments'), team('platform-team')].join('---\n'),
  );
  await clone.push('Name the teams');
  await portal.runTask('github-provider:discovery:refresh');
}

/** What an operator sets up in the settings of the organisation. */
async function addWebhook() {
  const webhook = await github.call(`/orgs/${ORGANIZATION}/hooks`, {
    name: 'web',
    events: ['push'],
    config: {
      url: `${portal.url}/api/events/http/github`,
      content_type: 'json',
      secret: WEBHOOK_SECRET,
    },
  });
  expect(webhook.status).toBe(201);
}

/** Commits a component to a repository of its name, which is new. */
async function publishComponent(name: string) {
  await github.call(`/orgs/${ORGANIZATION}/repos`, { name });
  const clone = await github.clone(`my-org/${name}`, directory.resolve(name));
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
  };
  await writeFile(clone.path('catalog-info.yaml'), stringify(entity));
  await clone.push('Describe the service');
}

describe('without push events', () => {
  it('finds a repository by its sweep', async () => {
    await publishComponent('audit-service');

    await portal.runTask('github-provider:discovery:refresh');

    expect(await portal.waitForEntity('component:audit-service')).toMatchObject(
      {
        relations: [{ targetRef: 'group:default/team-payments' }],
      },
    );
  });

  it('finds a repository by its default branch, whatever its name is', async () => {
    await publishComponent('mainframe-service');
    const renaming = await github.call(
      `/repos/${ORGANIZATION}/mainframe-service/branches/main/rename`,
      { new_name: 'master' },
    );
    expect(renaming.status).toBe(201);

    await portal.runTask('github-provider:discovery:refresh');

    expect(
      await portal.waitForEntity('component:mainframe-service'),
    ).toMatchObject({
      metadata: {
        annotations: {
          'backstage.io/managed-by-location': expect.stringMatching(
            /^url:https:\/\/github\.com\/my-org\/mainframe-service\/(blob|tree)\/master\/catalog-info\.yaml$/,
          ),
        },
      },
    });
  });
});

describe('what the brief prints', () => {
  beforeAll(addWebhook);

  it('accepts the entity as it stands', async () => {
    const entity = parse(await readFile(`${BRIEF}/catalog-info.yaml`, 'utf8'));

    const validation = await portal.call(
      'payments-dev',
      '/catalog/validate-entity',
      { entity, location: 'url:https://github.com/my-org/payment-service' },
    );
    expect(validation.status).toBe(200);

    const stored = await portal.waitForEntity('component:payment-service');
    expect(stored).toMatchObject(entity);
    expect(
      stored.relations.map(({ type, targetRef }) => `${type} ${targetRef}`),
    ).toEqual([
      'dependsOn component:default/user-service',
      'dependsOn resource:default/payments-db',
      'ownedBy group:default/team-payments',
      'partOf system:default/billing',
      'providesApi api:default/payment-api',
    ]);
  });

  it('shows the template that the platform team commits, within 15 seconds', async () => {
    await github.call(`/orgs/${ORGANIZATION}/repos`, { name: 'golden-paths' });
    const clone = await github.clone(
      'my-org/golden-paths',
      directory.resolve('golden-paths'),
    );
    await cp(BRIEF, clone.folder, { recursive: true });
    await writeFile(
      clone.path('catalog-info.yaml'),
      stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Location',
        metadata: { name: 'golden-paths' },
        spec: { targets: ['./template.yaml'] },
      }),
    );
    await clone.push('Offer a Spring Boot service');

    const template = parse(await readFile(`${BRIEF}/template.yaml`, 'utf8'));
    expect(
      await portal.waitForEntity('template:spring-boot-service'),
    ).toMatchObject(template);
  });

  it('runs the template as it stands, for a developer', async () => {
    const run = await portal.runTemplate(
      'payments-dev',
      'spring-boot-service',
      {
        name: 'ledger-service',
        owner: 'group:default/team-payments',
        database: 'postgres',
      },
    );
    expect(run).toMatchObject({
      status: 'completed',
      steps: {
        fetch: 'completed',
        publish: 'completed',
        register: 'completed',
      },
    });

    const repository = await github.call('/repos/my-org/ledger-service');
    expect(await repository.json()).toMatchObject({
      full_name: 'my-org/ledger-service',
      default_branch: 'main',
    });
    const clone = await github.clone(
      'my-org/ledger-service',
      directory.resolve('ledger-service'),
    );
    expect(await clone.listFiles()).toEqual([
      'README.md',
      'catalog-info.yaml',
      'src/main/resources/application.yaml',
    ]);
    expect(await clone.readHead()).toMatchObject({
      author: 'Atrium <atrium@acme.example>',
      subject: 'initial commit',
    });

    // The template passes on the name and nothing else, so the owner in the
    // file is the one that its skeleton names.
    const entity = await portal.waitForEntity('component:ledger-service');
    expect(entity).toMatchObject({
      metadata: {
        annotations: {
          // Discovery names the file by its blob, registration by its tree.
          'backstage.io/managed-by-location': expect.stringMatching(
            /^url:https:\/\/github\.com\/my-org\/ledger-service\/(blob|tree)\/main\/catalog-info\.yaml$/,
          ),
        },
      },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      ],
    });
  });

  it('refuses values outside the form', async () => {
    await expect(
      portal.runTemplate('payments-dev', 'spring-boot-service', {
        name: 'wallet-service',
        owner: 'group:default/team-payments',
        database: 'oracle',
      }),
    ).rejects.toThrow('is not one of enum values: postgres,mysql,none');
  });

  it('registers nothing else for somebody who may not register locations', async () => {
    const response = await portal.call('payments-dev', '/catalog/locations', {
      type: 'url',
      target:
        'https://github.com/my-org/ledger-service/blob/main/catalog-info.yaml',
    });
    expect(response.status).toBe(403);
  });

  it('says why a template of another repository is refused', async () => {
    await github.call(`/orgs/${ORGANIZATION}/repos`, { name: 'side-paths' });
    const clone = await github.clone(
      'my-org/side-paths',
      directory.resolve('side-paths'),
    );
    await cp(`${BRIEF}/template.yaml`, clone.path('template.yaml'));
    await clone.push('Offer one from elsewhere');

    const target =
      'https://github.com/my-org/side-paths/blob/main/template.yaml';
    const response = await portal.call('platform-admin', '/catalog/locations', {
      type: 'url',
      target,
    });
    expect([response.status, (await response.json()).error.message]).toEqual([
      400,
      `Nothing was registered: '${target}' has 'template:default/spring-boot-service', and files there may not publish entities of that kind. 'catalog.rules' in the configuration says which repositories may; ask the platform team.`,
    ]);
  });
});

describe('node-service on GitHub', () => {
  it('publishes a repository that the push event brings into the catalog', async () => {
    const run = await portal.runTemplate('payments-dev', 'node-service', {
      name: 'refund-service',
      owner: 'group:default/team-payments',
      repoUrl: 'github.com?owner=my-org&repo=refund-service',
    });
    expect(run).toMatchObject({
      status: 'completed',
      steps: {
        publish: 'completed',
        'publish-gitea': 'skipped',
        register: 'completed',
      },
    });
    expect(run.completion?.output?.links).toEqual([
      expect.objectContaining({
        title: 'Repository',
        url: `${github.url}/my-org/refund-service.git`,
      }),
      expect.objectContaining({
        entityRef: 'component:default/refund-service',
      }),
      expect.objectContaining({ title: 'Documentation' }),
    ]);

    const clone = await github.clone(
      'my-org/refund-service',
      directory.resolve('refund-service'),
    );
    expect(await clone.listFiles()).toEqual(
      expect.arrayContaining(['.github/workflows/ci.yaml', 'package.json']),
    );
    expect(await clone.readHead()).toMatchObject({
      subject: 'Create refund-service from the node-service template',
    });

    expect(
      await portal.waitForEntity('component:refund-service'),
    ).toMatchObject({
      metadata: {
        annotations: {
          'github.com/project-slug': 'my-org/refund-service',
          'backstage.io/source-template': 'template:default/node-service',
        },
      },
      relations: expect.arrayContaining([
        expect.objectContaining({
          type: 'ownedBy',
          targetRef: 'group:default/team-payments',
        }),
      ]),
    });
  });

  it('says so before anything is made when the repository exists already', async () => {
    await expect(
      portal.runTemplate('payments-dev', 'node-service', {
        name: 'payback-service',
        owner: 'group:default/team-payments',
        repoUrl: 'github.com?owner=my-org&repo=refund-service',
      }),
    ).rejects.toThrow(
      "There is a repository 'my-org/refund-service' on 'github.com' already",
    );
  });

  it('shows what is pushed later', async () => {
    const clone = await github.clone(
      'my-org/refund-service',
      directory.resolve('refund-service-again'),
    );
    const file = clone.path('catalog-info.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/description: .*/, 'description: Gives money back'),
    );
    await clone.push('Say what it is for');

    const isChanged = (entity: CatalogEntity) =>
      entity.metadata.description === 'Gives money back';
    expect(
      await portal.waitForEntity('component:refund-service', isChanged),
    ).toBeDefined();
  });
});
