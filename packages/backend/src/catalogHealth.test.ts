import { TestDatabases } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HealthPortal } from './__testUtils__/HealthPortal';

const HOST = 'https://git.acme.example/acme';
const API = 'https://git.acme.example/api/v1/repos/acme';

const shop = `${HOST}/shop/src/branch/main/catalog-info.yaml`;
const copy = `${HOST}/copy/src/branch/main/catalog-info.yaml`;
const org = `${HOST}/org/src/branch/main/catalog-info.yaml`;

const BROKEN = 'kind: Component\n  name: "shop';
const team = document('Group', 'team-payments', 'type: team\n  children: []');

function document(kind: string, name: string, spec: string): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n  ${spec}\n`;
}

function component(name: string, owner = 'team-payments'): string {
  return document(
    'Component',
    name,
    `type: service\n  lifecycle: production\n  owner: ${owner}`,
  );
}

interface PostedStatus {
  repository: string;
  sha: string;
  state: string;
  description: string;
  target_url: string;
}

describe('the health of the catalog', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const statuses: PostedStatus[] = [];
  const server = setupServer(
    http.get(`${API}/:repo/branches/main`, () =>
      HttpResponse.json({ commit: { id: 'c0ffee' } }),
    ),
    http.post(`${API}/:repo/statuses/:sha`, async ({ request, params }) => {
      const body = (await request.json()) as PostedStatus;
      statuses.push({
        ...body,
        repository: String(params.repo),
        sha: String(params.sha),
      });
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  let portal: HealthPortal;

  beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
  afterAll(() => server.close());

  afterEach(async () => {
    await portal.stop();
    statuses.length = 0;
  });

  async function start(
    files: Record<string, string>,
    listed = Object.keys(files),
  ): Promise<void> {
    const knex = await databases.init('POSTGRES_18');
    const { connection } = knex.client.config;
    const all = { [org]: team, ...files };
    portal = await HealthPortal.start({
      files: all,
      config: {
        app: { baseUrl: 'https://portal.acme.example' },
        backend: {
          baseUrl: 'http://localhost',
          database: {
            client: 'pg',
            pluginDivisionMode: 'schema',
            ensureSchemaExists: true,
            // Knex hides the password from whoever copies its settings.
            connection: { ...connection, password: connection.password },
          },
        },
        events: { useEventBus: 'never' },
        permission: {
          enabled: true,
          atrium: { adminGroups: ['group:default/platform-team'] },
        },
        integrations: {
          gitea: [{ host: 'git.acme.example', username: 'a', password: 'b' }],
        },
        catalog: {
          processingInterval: { hours: 1 },
          scmEvents: true,
          rules: [
            { allow: ['Component', 'Location'] },
            {
              allow: ['Group', 'User'],
              locations: [{ type: 'url', pattern: `${HOST}/org/**` }],
            },
          ],
          locations: [org, ...listed].map(target => ({ type: 'url', target })),
        },
      },
    });
  }

  const kinds = async () =>
    (await portal.problems())
      .map((one: { kind: string }) => one.kind)
      .sort()
      .join();

  it('shows a broken file to those concerned, tells them once and marks the commit', async () => {
    await start({ [shop]: component('shop') });
    await portal.untilShown(
      'component/default/shop',
      'group/default/team-payments',
    );

    await portal.push(shop, BROKEN);
    await portal.until(async () => (await kinds()) === 'syntax');
    await portal.untilInTime(async () => statuses.length > 0);
    const problem = {
      kind: 'syntax',
      severity: 'error',
      message: 'Nested mappings are not allowed in compact mappings',
      advice: 'Correct line 1 of the file.',
      url: shop,
      repository: 'acme/shop',
      path: 'catalog-info.yaml',
      line: 1,
      column: 7,
      ownerRef: 'group:default/team-payments',
    };
    expect(await portal.problems()).toMatchObject([problem]);
    expect(await portal.problems('payments-dev')).toMatchObject([problem]);
    expect(await portal.problems('new-hire')).toEqual([]);
    expect(statuses).toEqual([
      {
        repository: 'shop',
        sha: 'c0ffee',
        context: 'atrium/catalog',
        state: 'failure',
        description:
          'catalog-info.yaml:1: Nested mappings are not allowed in compact mappings',
        target_url:
          'https://portal.acme.example/catalog-health?repository=acme%2Fshop',
      },
    ]);
    await portal.sweep();
    await portal.sweep();
    expect(portal.notifications).toMatchObject([
      {
        recipients: {
          type: 'entity',
          entityRef: 'group:default/team-payments',
        },
        payload: {
          title: 'catalog-info.yaml of acme/shop needs a correction',
          link: '/catalog-health?repository=acme%2Fshop',
        },
      },
    ]);

    await portal.push(shop, component('shop'));
    await portal.until(async () => (await kinds()) === '');
    await portal.untilInTime(async () => statuses.length > 1);
    expect(await portal.problems()).toEqual([]);
    expect(statuses[1]).toMatchObject({
      state: 'success',
      description: 'The catalog has read it.',
    });
    expect(portal.notifications).toHaveLength(1);
  });

  it('tells the teams of whoever pushed a first file that cannot be read', async () => {
    const people = `${HOST}/org/src/branch/main/users.yaml`;
    const user = document('User', 'payments-dev', 'memberOf: [team-payments]');
    await start({
      [people]: user.replace(
        '  name: payments-dev\n',
        '  name: payments-dev\n  annotations:\n    atrium.dev/gitea-login: pay-dev\n',
      ),
      [shop]: '',
      [copy]: '',
    });
    await portal.untilShown('user/default/payments-dev');
    await portal.push(shop, BROKEN, 'pay-dev');
    await portal.until(async () => portal.notifications.length > 0);

    expect(portal.notifications).toMatchObject([
      {
        recipients: {
          type: 'entity',
          entityRef: [
            'group:default/team-payments',
            'user:default/payments-dev',
            'group:default/platform-team',
          ],
        },
        payload: { title: 'catalog-info.yaml of acme/shop needs a correction' },
      },
    ]);
    expect(await portal.problems('payments-dev')).toMatchObject([
      { repository: 'acme/shop', ownerRef: 'group:default/team-payments' },
    ]);
    expect(await portal.problems('new-hire')).toEqual([]);

    // An account that no user of the catalog has.
    await portal.push(copy, BROKEN, 'mallory');
    await portal.until(async () => portal.notifications.length > 1);
    expect(portal.notifications[1].recipients).toEqual({
      type: 'entity',
      entityRef: 'group:default/platform-team',
    });
  });

  it('says of a second file with the same entity which one is used', async () => {
    await start({ [shop]: component('shop'), [copy]: '' });
    await portal.untilShown('component/default/shop');
    await portal.push(copy, component('shop'));
    await portal.until(async () => (await kinds()) === 'conflict');
    expect(await portal.problems()).toMatchObject([
      {
        repository: 'acme/copy',
        entityRef: 'component:default/shop',
        message: `'component:default/shop' is already stated by ${shop}, which is used instead of this file.`,
      },
    ]);

    await portal.push(copy, component('copy'));
    await portal.until(async () => (await kinds()) === '');
  });

  it('says what is refused, unowned and unknown', async () => {
    await start({
      [shop]: component('shop', 'team-nobody'),
      [copy]: document('User', 'mallory', 'memberOf: []'),
      [`${HOST}/a/src/branch/main/catalog-info.yaml`]: document(
        'Widget',
        'w',
        'a: 1',
      ),
      [`${HOST}/b/src/branch/main/catalog-info.yaml`]: document(
        'Component',
        'b',
        'type: service\n  lifecycle: production',
      ),
      [`${HOST}/c/src/branch/main/catalog-info.yaml`]: `kind: ${'x'.repeat(
        2_000_000,
      )}`,
    });
    await portal.until(
      async () =>
        (await kinds()) === 'kind-not-allowed,no-owner,too-large,unknown-kind',
    );
    // An owner may come later, and is waited for.
    await portal.untilInTime(
      async () =>
        (await kinds()) ===
        'kind-not-allowed,no-owner,too-large,unknown-kind,unknown-owner',
    );
    const problems: { kind: string; message: string; advice: string }[] =
      await portal.problems();
    const said = Object.fromEntries(
      problems.map(({ kind, message, advice }) => [
        kind,
        `${message} ${advice}`,
      ]),
    );
    expect(said).toEqual({
      'kind-not-allowed':
        "'user:default/mallory' may not come from here; nothing of the file is taken. From here the catalog takes Component and Location. Move it to a repository that may have it, or ask the platform team (catalog.rules).",
      'no-owner':
        'It names no owner. Name a team of the catalog as spec.owner.',
      'too-large':
        'The file is larger than 1 MB, which is as much as is read Put definitions into files of their own and name them by $text.',
      'unknown-kind': expect.stringContaining(
        "The catalog does not know the kind or apiVersion of 'widget:default/w'. No installed catalog module brings this kind",
      ),
      'unknown-owner':
        "Its owner 'group:default/team-nobody' is not in the catalog, so nobody owns it. Name a team of the catalog as spec.owner.",
    });
  });

  it('takes the rest of a file, and says what of it is refused', async () => {
    await start({ [shop]: component('shop') });
    await portal.untilShown('component/default/shop');

    await portal.push(
      shop,
      [
        component('shop'),
        document('User', 'mallory', 'memberOf: []'),
        component('basket'),
      ].join('---\n'),
    );
    await portal.untilShown('component/default/basket');
    await portal.until(async () => (await kinds()) === 'kind-not-allowed');

    expect(await portal.problems()).toMatchObject([
      {
        message:
          "'user:default/mallory' may not come from here; the rest of the file is taken.",
        url: shop,
        ownerRef: 'group:default/team-payments',
      },
    ]);
    expect(await portal.shows('component/default/shop')).toBe(true);
  });

  it('marks only the repository whose own file is wrong', async () => {
    const victim = `${HOST}/victim/src/branch/main/README.md`;
    const list = document(
      'Location',
      'list',
      `targets: [${victim}, ./ok.yaml]`,
    );
    await start({ [shop]: list, [victim]: BROKEN }, [shop]);
    await portal.until(async () => statuses.length > 0);

    expect(statuses.map(({ repository }) => repository)).toEqual(['shop']);
    expect(await portal.problems()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          repository: 'acme/shop',
          message: `Target '${victim}': Nested mappings are not allowed in compact mappings`,
        }),
      ]),
    );
  });

  it('says of a draft what the catalog would say of the file', async () => {
    await start({ [shop]: component('shop') });
    await portal.untilShown('component/default/shop');
    const validate = (content: string, location = copy) =>
      portal.call('payments-dev', '/catalog-health/validate', {
        location,
        content,
      });

    expect((await validate(component('copy'))).body).toEqual({
      isValid: true,
      findings: [],
    });
    const { body } = await validate(
      [
        component('shop'),
        document('User', 'mallory', 'memberOf: []'),
        document('Component', 'b', 'type: service\n  lifecycle: x'),
        component('orphan', 'team-nobody'),
        BROKEN,
      ].join('---\n'),
    );
    expect(
      body.findings.map((one: { line: number; kind: string }) => [
        one.line,
        one.kind,
      ]),
    ).toEqual([
      [1, 'conflict'],
      [10, 'kind-not-allowed'],
      [17, 'no-owner'],
      [25, 'unknown-owner'],
      [34, 'syntax'],
    ]);
    expect(body.isValid).toBe(false);
    expect((await validate(component('shop'), shop)).body.isValid).toBe(true);
    expect((await validate('', 'file:///etc/passwd')).status).toBe(400);
  });

  it('says which annotations lead to what others own, of a file and of a draft', async () => {
    const greedy = component('shop').replace(
      '  name: shop\n',
      `  name: shop\n  annotations:\n    backstage.io/source-location: url:${HOST}/ledger/src/branch/main/\n`,
    );
    const refused = {
      kind: 'refused-annotation',
      severity: 'warning',
      message:
        'What it says of backstage.io/source-location leads to another repository, branch or host, so it is not used.',
      entityRef: 'component:default/shop',
    };
    await start({ [shop]: greedy });
    await portal.until(async () => (await kinds()) === 'refused-annotation');
    expect(await portal.problems()).toMatchObject([refused]);

    const { body } = await portal.call(
      'payments-dev',
      '/catalog-health/validate',
      { location: shop, content: greedy },
    );
    expect(body).toMatchObject({ isValid: true, findings: [refused] });
  });
});
