import {
  createTestDatabase,
  FakeGiteaRepository,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HIDDEN, LEDGER, SHOP, startReader } from './__testUtils__/startReader';

const { shaOf } = FakeGiteaRepository;
const page = 'docs/guides/refund.md';
const before = '# Refund\n\nAsk first.\n';
const after = '# Refund\n\nAsk first, then pay.\n';

const catalogInfo = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger # as ever
spec: {}
`;

describe('pages that are written in the portal', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const gitea = setupServer();
  let portal: Awaited<ReturnType<typeof startReader>>;
  let shop: FakeGiteaRepository;
  let ledger: FakeGiteaRepository;
  let desk: FakeGiteaRepository;

  beforeAll(async () => {
    // The plugin itself is asked over HTTP, too.
    gitea.listen({ onUnhandledRequest: 'bypass' });
    freezeTime('2026-11-29T08:00:00Z');
    portal = await startReader(await createTestDatabase(databases));
  });

  afterAll(() => {
    jest.useRealTimers();
    gitea.close();
  });

  beforeEach(() => {
    portal.forget();
    portal.scmEvents.length = 0;
    shop = new FakeGiteaRepository('shop');
    shop.files.set(page, before);
    shop.files.set('docs/secret.md', 'not published');
    ledger = new FakeGiteaRepository('ledger');
    ledger.files.set('catalog-info.yaml', catalogInfo);
    gitea.resetHandlers();
    desk = new FakeGiteaRepository('desk');
    gitea.use(
      ...shop.handlers(),
      ...ledger.handlers(),
      ...desk.handlers(),
      ...new FakeGiteaRepository('hidden').handlers(),
    );
  });

  const draftOf = (entityRef: string, file?: string) =>
    portal.ask(
      'get',
      `/proposals?entityRef=${entityRef}${
        file === undefined ? '' : `&page=${encodeURIComponent(file)}`
      }`,
    );
  const propose = (proposal: object) =>
    portal.ask('post', '/proposals').send({ entityRef: SHOP, ...proposal });

  it('says what a page is made of and where a change would go', async () => {
    const { status, body } = await draftOf(SHOP, page);
    expect(status).toBe(200);
    expect(body).toEqual({
      entityRef: SHOP,
      title: 'Refund',
      path: 'guides/refund/',
      alsoChanges: [],
      files: [
        {
          path: page,
          url: shop.pageOf(page),
          content: before,
          base: shaOf(before),
        },
      ],
      repositoryUrl: 'https://git.acme.example/acme/shop',
      branch: 'main',
      handover: 'commit',
    });
  });

  it('hands a page over in the name of its reader, and has it built', async () => {
    const { status, body } = await propose({
      page,
      content: after,
      base: shaOf(before),
      message: 'Say who pays',
    });
    expect(body).toMatchObject({ handover: 'commit', commit: 'c0ffee' });
    expect(status).toBe(201);
    expect(shop.files.get(page)).toBe(after);
    expect(shop.commits).toMatchObject([
      {
        message: 'Say who pays',
        author: { name: 'Mock User', email: 'mock@acme.example' },
      },
    ]);
    expect(portal.scmEvents).toEqual([
      {
        type: 'location.updated',
        url: expect.stringContaining('git.acme.example/acme/shop'),
      },
    ]);
    expect(portal.audited).toEqual(['page-propose succeeded']);
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    const { status } = await propose({ page, content: after, base: 'sha-old' });
    expect(status).toBe(409);
    expect(shop.commits).toEqual([]);
  });

  it('commits nothing for somebody who may not write to the repository', async () => {
    shop.permission = 'read';
    const { status, body } = await propose({
      page,
      content: after,
      base: shaOf(before),
    });
    expect(status).toBe(403);
    expect(body.error.message).toContain("'mock' may not write to it there");
    expect(shop.commits).toEqual([]);
  });

  it('reads and writes nothing but published pages of the own repository', async () => {
    for (const [entityRef, file, status] of [
      [SHOP, 'docs/secret.md', 404],
      [SHOP, '../vault/app.md', 404],
      ['component:default/nothing', page, 404],
      [LEDGER, page, 404],
      ['component:default/moved', page, 400],
      ['component:default/thief', page, 400],
      ['component:default/climber', page, 400],
    ] as const) {
      expect({ file, status: (await draftOf(entityRef, file)).status }).toEqual(
        {
          file,
          status,
        },
      );
    }
    portal.denied.add('techdocs.page.propose');
    expect((await draftOf(SHOP, page)).status).toBe(403);
  });

  it('says what is wrong with the text of a page', async () => {
    const check = (content: string) =>
      portal
        .ask('post', '/proposals/check')
        .send({ entityRef: SHOP, page, content });
    expect((await check(after)).body).toEqual({ own: [], earlier: [] });
    expect((await check(' \n')).body.own).toEqual([
      { message: 'A page has to say something', line: 1 },
    ]);
    expect((await check('one\ntwo\u0000\n')).body.own).toMatchObject([
      { line: 2, column: 4 },
    ]);
    expect(
      (await propose({ page, content: '', base: shaOf(before) })).status,
    ).toBe(400);
  });

  it('starts the documentation of an entity by one commit', async () => {
    const draft = await draftOf(LEDGER);
    expect(draft.body).toMatchObject({
      title: 'The ledger',
      alsoChanges: ['mkdocs.yml', 'catalog-info.yaml'],
      files: [{ path: 'docs/index.md', content: '' }],
      suggestion: expect.stringMatching(/^# The ledger\n/),
    });
    const { status } = await propose({
      entityRef: LEDGER,
      content: '# Ledger\n',
    });
    expect(status).toBe(201);
    expect(ledger.commits).toHaveLength(1);
    expect(Object.fromEntries(ledger.files)).toEqual({
      'docs/index.md': '# Ledger\n',
      'mkdocs.yml':
        'site_name: The ledger\ndocs_dir: docs\nplugins:\n  - techdocs-core\n',
      'catalog-info.yaml': catalogInfo.replace(
        '# as ever\n',
        '# as ever\n  annotations:\n    backstage.io/techdocs-ref: dir:.\n',
      ),
    });
  });

  it('gives entities of one file a folder each', async () => {
    desk.files.set(
      'all.yaml',
      `${catalogInfo.replace('ledger', 'till')}---\n${catalogInfo.replace(
        'ledger',
        'drawer',
      )}`,
    );
    const till = 'component:default/till';
    expect((await draftOf(till)).body).toMatchObject({
      alsoChanges: ['till/mkdocs.yml', 'all.yaml'],
      files: [{ path: 'till/docs/index.md', content: '' }],
    });
    // What is no component has none of its own either, beside one that has.
    expect((await draftOf('api:default/keys')).body).toMatchObject({
      files: [{ path: 'keys/docs/index.md', content: '' }],
    });
    await propose({ entityRef: till, content: '# Till\n' });
    expect(desk.files.get('till/docs/index.md')).toBe('# Till\n');
    expect(desk.files.get('all.yaml')).toContain(
      'name: till # as ever\n  annotations:\n    backstage.io/techdocs-ref: dir:./till\n',
    );
  });

  it.each([
    ['component:default/orders', 'orders/', 'of one folder'],
    ['component:default/stock', 'stock/', 'of one folder'],
    ['component:default/scale', '', 'before its API'],
    ['api:default/weights', 'weights/', 'beside its component'],
    ['component:default/printer', 'printer/', 'beside a site that is there'],
    ['api:default/coins', 'coins/', 'beside another API'],
    ['api:default/notes', 'notes/', 'beside another API'],
    ['component:default/payments', 'payments-component/', 'of one name'],
    ['system:default/payments', 'payments-system/', 'of one name'],
    ['component:default/cash', 'cash-component/', 'beside the folder'],
    ['component:default/safe', '', 'alone'],
    ['component:default/guest', 'guest/', 'beside what is hidden'],
  ])('gives %s the folder %p, %s', async (entityRef, folder) => {
    expect((await draftOf(entityRef)).body).toMatchObject({
      alsoChanges: [`${folder}mkdocs.yml`, expect.any(String)],
      files: [{ path: `${folder}docs/index.md`, content: '' }],
    });
  });

  it('keeps the settings that a repository has', async () => {
    ledger.files.set('mkdocs.yml', 'site_name: Books\n');
    await propose({ entityRef: LEDGER, content: '# Ledger\n' });
    expect(ledger.files.get('mkdocs.yml')).toBe('site_name: Books\n');
    expect(ledger.commits[0].files.map(({ path }) => path)).toEqual([
      'docs/index.md',
      'catalog-info.yaml',
    ]);
  });

  it('says whose first page it would take before somebody writes it', async () => {
    const ask = (entityRefs: string[]) =>
      portal.ask('post', '/first-pages/by-entity').send({ entityRefs });
    gitea.use(
      http.get(
        'https://git.acme.example/api/v1/repos/acme/gone',
        () => new HttpResponse(null, { status: 404 }),
      ),
    );
    const refs = [
      LEDGER,
      HIDDEN,
      'component:default/gone',
      'component:default/none',
      'component:default/paper',
    ];
    const taken = { entityRef: LEDGER, repository: 'acme/ledger' };
    const paper = { entityRef: 'component:default/paper', isTaken: false };
    expect((await ask(refs)).body.items).toEqual([
      { ...taken, isTaken: true },
      paper,
    ]);
    expect((await draftOf(LEDGER)).body.isRefused).toBeUndefined();

    ledger.permission = 'read';
    expect((await ask(refs)).body.items).toEqual([
      { ...taken, isTaken: false },
      paper,
    ]);
    expect((await draftOf(LEDGER)).body.isRefused).toBe(true);
    expect((await ask([])).status).toBe(400);
    expect((await ask(['ledger'])).status).toBe(400);
  });

  it('starts no documentation for strangers, nor twice', async () => {
    expect((await draftOf(SHOP)).status).toBe(409);
    portal.denied.add(`techdocs.site.propose ${LEDGER}`);
    expect((await draftOf(LEDGER)).status).toBe(403);
    expect(
      (await propose({ entityRef: LEDGER, content: '# Ledger\n' })).status,
    ).toBe(403);
    expect(ledger.commits).toEqual([]);
  });

  it('says whether a site is there, to whoever sees its entity', async () => {
    const stateOf = (entityRef: string) =>
      portal.ask('get', `/site-state?entityRef=${entityRef}`);
    const { status, body } = await stateOf(SHOP);
    expect({ status, body }).toEqual({
      status: 200,
      body: { builtAt: '2026-11-29T08:00:00.000Z' },
    });
    expect((await stateOf(LEDGER)).body).toEqual({});
    // Its site is published as that of the shop is.
    expect((await stateOf(HIDDEN)).status).toBe(404);
    expect((await stateOf('component:default/none')).status).toBe(404);
    expect((await stateOf('ledger')).status).toBe(400);
  });

  it('says of a site that was never built that it has no metadata', async () => {
    const metadataOf = (entityRef: string) =>
      portal.ask('get', `/site-metadata?entityRef=${entityRef}`);
    const { status, body } = await metadataOf(SHOP);
    expect([status, body]).toMatchObject([
      200,
      { metadata: { site_name: 'Shop', engine: 'markdown' } },
    ]);
    for (const entityRef of [LEDGER, HIDDEN]) {
      const none = await metadataOf(entityRef);
      expect([none.status, none.body]).toEqual([200, {}]);
    }
    expect((await metadataOf('ledger')).status).toBe(400);
  });
});
