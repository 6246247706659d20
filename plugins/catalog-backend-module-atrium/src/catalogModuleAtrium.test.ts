import {
  coreServices,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import catalogModuleAtrium from './index';

const HOST = 'https://git.acme.example/acme';
const location = `${HOST}/shop/src/branch/main/catalog-info.yaml`;

const files: Record<string, string> = {
  [`${HOST}/shop/src/branch/main/long.yaml`]: `# ${'x'.repeat(
    30_000,
  )}\nlong: true`,
  [`${HOST}/shop/src/branch/main/endless.yaml`]: `[${'0,'.repeat(700_000)}0]`,
  [`${HOST}/shop/src/branch/main/own.yaml`]: 'own: true',
  [`${HOST}/public/src/branch/main/api.json`]: '{"title":"Public"}',
  [`${HOST}/public/src/branch/main/broken.json`]: '{"secret": hunter2',
  [`${HOST}/private/src/branch/main/api.json`]: '{"title":"Private"}',
  [`${HOST}/private/src/branch/main/secret.yaml`]: 'hunter2: [',
  [`${HOST}/public/src/branch/main/broken.yaml`]: 'shown: [',
  [`${HOST}/shared/src/branch/main/api.json`]: '{"title":"Shared"}',
};

/** As the reader for Gitea does: by position, whatever stands between. */
function atPosition(url: string): string {
  const [owner, name, , , , ...path] = url.split('/').slice(3);
  return `https://git.acme.example/${owner}/${name}/src/branch/main/${path.join(
    '/',
  )}`;
}

const reader: UrlReaderService = {
  async readUrl(url) {
    const content = files[url] ?? files[atPosition(url)];
    if (content === undefined) {
      throw new NotFoundError(`No file at '${url}'`);
    }
    return { buffer: async () => Buffer.from(content) };
  },
  // What a location names.
  async search(url) {
    const { buffer } = await reader.readUrl(url);
    return { etag: '1', files: [{ url, content: buffer }] };
  },
  async readTree() {
    throw new NotFoundError('No trees here');
  },
};

const group = (name: string, parent: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'childOf', targetRef: `group:default/${parent}` }],
});

describe('catalogModuleAtrium', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const asked: string[] = [];
  const server = setupServer(
    http.get(
      'https://git.acme.example/api/v1/repos/acme/:repo',
      ({ params }) => {
        asked.push(String(params.repo));
        return HttpResponse.json({
          html_url: `${HOST}/${params.repo}`,
          default_branch: 'main',
          private: params.repo !== 'public',
        });
      },
    ),
  );
  let backend: TestBackend;

  beforeAll(async () => {
    server.listen({ onUnhandledRequest: 'bypass' });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleAtrium,
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () => reader,
        }),
        // What the module asks about groups; the rest is the catalog's own.
        catalogServiceMock.factory({
          entities: [
            group('commerce', 'engineering'),
            group('team-payments', 'commerce'),
            group('finance', 'company'),
          ],
        }),
        createServiceFactory({
          service: coreServices.userInfo,
          deps: {},
          factory: () =>
            mockServices.userInfo({
              ownershipEntityRefs: [
                'user:default/mira',
                'group:default/engineering',
              ],
            }),
        }),
        mockServices.database.factory({
          knex: await databases.init('POSTGRES_18'),
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              gitea: [
                { host: 'git.acme.example', username: 'a', password: 'b' },
              ],
            },
            catalog: {
              placeholders: {
                // Tried out is only what is open; of the shop, all is.
                repositories: [
                  'git.acme.example/acme/shared',
                  'git.acme.example/acme/shop',
                ],
              },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    server.close();
    await backend.stop();
  });

  /** What the catalog says of an entity; nothing where all is well. */
  async function check(
    kind: string,
    spec: string,
    { from = location, labels = {} }: { from?: string; labels?: object } = {},
  ): Promise<string | undefined> {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/catalog/validate-entity`,
      {
        method: 'POST',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          location: `url:${from}`,
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind,
            metadata: { name: 'a', labels },
            spec: JSON.parse(spec),
          },
        }),
      },
    );
    return response.ok
      ? undefined
      : (await response.json()).errors
          .map(({ message }: { message: string }) => message)
          .join();
  }

  const spec = (more: object) =>
    JSON.stringify({
      lifecycle: 'production',
      owner: 'team-payments',
      ...more,
    });
  const api = (definition: unknown) =>
    check('API', spec({ type: 'openapi', definition }));

  it('takes AI resources and MCP servers beside what it always took', async () => {
    expect(await check('AiResource', spec({ type: 'skill' }))).toBeUndefined();
    const remotes = [
      { type: 'streamable-http', url: 'https://mcp.acme.example' },
    ];
    expect(
      await check('API', spec({ type: 'mcp-server', remotes })),
    ).toBeUndefined();
    expect(await check('API', spec({ type: 'mcp-server' }))).toMatch(/remotes/);
    expect(await check('Component', spec({ type: 'service' }))).toBeUndefined();
    expect(await check('Component', '{"type":"service"}')).toMatch(/owner/);
    expect(
      await check('Group', '{"type":"team","children":[]}'),
    ).toBeUndefined();
    expect(await check('Location', '{"targets":[]}')).toBeUndefined();
    expect(await check('Widget', spec({}))).toMatch(/No processor recognized/);
  });

  it('reads what is long, and says where it is too much', async () => {
    const resource = (config: unknown) =>
      check('Resource', spec({ type: 'database', config }));
    expect(await resource({ $yaml: './own.yaml' })).toBeUndefined();
    expect(await resource({ $yaml: './long.yaml' })).toBeUndefined();
    expect(await resource({ $yaml: './endless.yaml' })).toContain(
      'Placeholder $yaml cannot use ./endless.yaml: the file has more than 600000 elements, which is as much as is read',
    );
    const many = (length: number) =>
      Array.from({ length }, () => ({ $yaml: './own.yaml' }));
    expect(await resource(many(50))).toBeUndefined();
    expect(await resource(many(51))).toContain(
      'an entity includes 50 files at most',
    );
  });

  it('includes files of its own repository, public and shared ones', async () => {
    const include = (repo: string, file = 'api.json') =>
      api({ $text: `${HOST}/${repo}/src/branch/main/${file}` });

    expect(await api({ $text: './own.yaml' })).toBeUndefined();
    expect(await include('public')).toBeUndefined();
    expect(await include('shared')).toBeUndefined();
    expect(await include('private')).toContain(
      'is in another repository, which is neither public nor among those that the platform team shares (catalog.placeholders.repositories)',
    );
    expect(await include('public', 'missing.json')).toContain('NotFoundError');
    expect(asked).not.toContain('shared');
    expect(asked).not.toContain('shop');
  });

  it.each([
    `${HOST}/public/../private/src/branch/main/api.json`,
    `${HOST}/public%2F..%2Fprivate/src/branch/main/api.json`,
    `${HOST}/private/raw/branch/main/api.json`,
    `${HOST}/private/x/y/main/api.json`,
    `${HOST}/private/src/commit/0123456789abcdef0123456789abcdef01234567/api.json`,
    `${HOST}/private/src/tag/v1/api.json`,
    `${HOST}/shop/../private/src/branch/main/api.json`,
    `https://git.acme.example/api/v1/repos/acme/private/raw/api.json`,
    `https://user:pass@git.acme.example/acme/private/src/branch/main/api.json`,
  ])('does not give %s away', async url => {
    expect(await api({ $text: url })).toBeDefined();
  });

  describe('tried out by somebody who says where it is from', () => {
    const from = (repo: string) => `${HOST}/${repo}/src/branch/main/x.yaml`;
    const labelled = (repo: string, leak: object) =>
      check('Component', spec({ type: 'service' }), {
        from: from(repo),
        labels: { leak },
      });

    it('quotes no file of a repository that is not open to all', async () => {
      expect(await labelled('public', { $text: './broken.json' })).toContain(
        'hunter2',
      );
      expect(
        await labelled('private', { $text: './secret.yaml' }),
      ).toBeUndefined();
      expect(
        await labelled('private', { nested: [{ $json: './secret.yaml' }] }),
      ).not.toContain('hunter2');
    });

    it('refuses nothing for a file that it has not read', async () => {
      const component = (repo: string, more: object) =>
        check('Component', JSON.stringify({ type: 'service', ...more }), {
          from: from(repo),
        });
      const known = { lifecycle: 'production', owner: 'team-payments' };
      for (const more of [
        { consumesApis: { $yaml: './secret.yaml' } },
        { consumesApis: [{ $text: './secret.yaml' }] },
        { lifecycle: { $text: './secret.yaml' } },
      ]) {
        expect(
          await component('private', { ...known, ...more }),
        ).toBeUndefined();
      }
      // What the file says itself is judged.
      expect(
        await component('private', { ...known, consumesApis: 'shop' }),
      ).toContain('/spec/consumesApis must be array');
      expect(
        await component('private', {
          lifecycle: 'production',
          config: { $yaml: './secret.yaml' },
        }),
      ).toContain("required property 'owner'");
      expect(
        await check('Group', '{"$yaml":"./secret.yaml"}', {
          from: from('private'),
        }),
      ).toBeUndefined();
    });

    it.each(['public', 'private'])(
      'has the catalog judge what is no location in %s',
      async repo => {
        const located = (named: object) =>
          check('Location', JSON.stringify(named), { from: from(repo) });
        expect(await located({ targets: 5 })).toContain('/spec/targets must');
        expect(await located({ target: 42 })).toContain('/spec/target must');
        expect(await located({ targets: [{}] })).toContain('/spec/targets/0');
        // What is included could name anything.
        for (const included of [
          { targets: { $yaml: './secret.yaml' } },
          { targets: [{ $text: './secret.yaml' }] },
          { target: { $text: './secret.yaml' } },
          { $yaml: './secret.yaml' },
        ]) {
          expect(await located(included)).toBeUndefined();
        }
      },
    );

    it('reads no location there', async () => {
      const located = (repo: string, named: object) =>
        check('Location', JSON.stringify(named), { from: from(repo) });
      const closed = `${HOST}/private/src/branch/main/secret.yaml`;
      const open = `${HOST}/public/src/branch/main/broken.yaml`;
      expect(await located('shop', { targets: [closed, open] })).toMatch(
        /broken\.yaml/,
      );
      // Public to whoever normalises it, and read by the position of its parts.
      const forged = `${HOST}/private/..\\..\\acme\\public\\src\\branch\\main/branch/main/secret.yaml`;
      for (const target of [closed, './secret.yaml', forged]) {
        expect(await located('private', { target })).toBeUndefined();
        expect(await located('private', { targets: [target] })).toBeUndefined();
      }
    });
  });

  it('does not quote a file that it cannot use', async () => {
    const said = await check(
      'API',
      spec({
        type: 'openapi',
        definition: { $json: `${HOST}/public/src/branch/main/broken.json` },
      }),
    );
    expect(said).toContain('the file is no valid JSON');
    expect(said).not.toContain('hunter2');
  });

  it('tells the manager of a department what is theirs, two levels down', async () => {
    const ask = (authorization: string) =>
      fetch(
        `http://127.0.0.1:${backend.server.port()}/api/catalog/owner-refs`,
        { headers: { authorization } },
      );
    const answer = await ask(mockCredentials.user.header());
    expect(await answer.json()).toEqual({
      ownerRefs: [
        'user:default/mira',
        'group:default/engineering',
        'group:default/commerce',
        'group:default/team-payments',
      ],
    });
    expect((await ask(mockCredentials.service.header())).status).toBe(403);
  });
});
