import { FakeGiteaRepository } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { SAMPLE_FILE, strangerEntity } from './__testUtils__/sampleEntities';
import { sampleSlo } from './__testUtils__/sampleSlo';
import { startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payment-service';
const ledger = 'component:default/ledger';

const VAULT = 'https://git.acme.example/acme/vault/src/branch';
const STRANGER = 'https://git.acme.example/acme/stranger/src/branch';

/** Where an entity of the repository `stranger` says that its source is. */
const HOSTILE_SOURCES = [
  `url:${VAULT}/main/`,
  `url:${STRANGER}/draft/`,
  `url:${STRANGER}/main/../../../../vault/src/branch/main/`,
  'url:https://elsewhere.example/acme/vault/src/branch/main/',
];

const ELSEWHERE =
  "it is not on branch 'main' of 'git.acme.example/acme/stranger'";
const UNKNOWN_HOST =
  'is not on a Gitea, GitHub or GitLab that the portal is configured for';

/** Which file it names, and what is said of that. */
const HOSTILE_FILES: [file: string, why: string][] = [
  ['.env', 'such a file ends with .yaml or .yml'],
  ['../../../vault/src/branch/main/app.yaml', "without '..' and escapes"],
  ['%2e%2e/%2e%2e/vault/app.yaml', "without '..' and escapes"],
  [`${VAULT}/main/app.yaml`, ELSEWHERE],
  [`${STRANGER}/draft/app.yaml`, ELSEWHERE],
  ['https://elsewhere.example/app.yaml', UNKNOWN_HOST],
  ['file:///etc/app.yaml', UNKNOWN_HOST],
];

const strangers = [
  ...HOSTILE_SOURCES.map(source => ({ source, file: 'slo.yaml' })),
  ...HOSTILE_FILES.map(([file]) => ({ source: HOSTILE_SOURCES[0], file })),
];

/** The entity that makes a claim, by its source or its file. */
function refOf(claim: string): string {
  const index = strangers.findIndex(
    ({ source, file }) => file === claim || source === claim,
  );
  return `component:default/stranger-${index}`;
}

const { shaOf } = FakeGiteaRepository;

describe('sloPlugin, what is written in the portal', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const gitea = setupServer();
  let slo: Awaited<ReturnType<typeof startSlo>>;
  let repository: FakeGiteaRepository;

  beforeAll(async () => {
    // The plugin itself is asked over HTTP, too.
    gitea.listen({ onUnhandledRequest: 'bypass' });
    freezeTime();
    slo = await startSlo({
      knex: await openTestDatabase(databases, TEST_NOW),
      config: {
        shared: [
          {
            document: {
              apiVersion: 'openslo/v1',
              kind: 'DataSource',
              metadata: { name: 'shop-metrics' },
              spec: {
                type: 'prometheus',
                connectionDetails: { password: 'secret' },
              },
            },
          },
        ],
      },
      hasGitCredentials: true,
      entities: strangers.map(strangerEntity),
    });
  });

  afterAll(() => {
    jest.useRealTimers();
    gitea.close();
  });

  beforeEach(async () => {
    await slo.clear();
    gitea.resetHandlers();
    repository = new FakeGiteaRepository('payment-service');
    gitea.use(...repository.handlers());
  });

  const draftOf = (ref: string) =>
    slo.ask('get', `/proposals?entityRef=${ref}`);
  const propose = (proposal: object, authorization?: string) =>
    slo
      .ask('post', '/proposals', authorization)
      .send({ entityRef: payments, ...proposal });

  it('says what is there, where it goes and what it may refer to', async () => {
    repository.files.set('slo.yaml', sampleSlo());
    const { status, body } = await draftOf(payments);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: payments,
      files: [
        {
          path: './slo.yaml',
          url: SAMPLE_FILE,
          content: sampleSlo(),
          base: shaOf(sampleSlo()),
        },
      ],
      repositoryUrl: 'https://git.acme.example/acme/payment-service',
      branch: 'main',
      handover: 'commit',
      sources: [{ type: 'push', fields: [{ name: 'series' }] }],
    });
    expect(body.annotates).toBeUndefined();
    expect(body.sharedDocuments[0].metadata.name).toBe('shop-metrics');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('hands a file over in the name of the user, and has it read', async () => {
    const id = await slo.define();
    repository.files.set('slo.yaml', sampleSlo());
    const content = sampleSlo({ target: 0.995 });
    const { status, body } = await propose({
      content,
      base: shaOf(sampleSlo()),
      message: 'Promise more',
    });
    expect(body).toEqual({
      handover: 'commit',
      url: 'https://git.acme.example/acme/payment-service/commit/c0ffee',
      commit: 'c0ffee',
      fileUrl: SAMPLE_FILE,
      at: new Date().toISOString(),
    });
    expect(status).toBe(201);
    expect(repository.files.get('slo.yaml')).toBe(content);
    expect(repository.commits).toMatchObject([
      {
        branch: 'main',
        message: 'Promise more',
        author: { name: 'Mock User', email: 'mock@acme.example' },
        files: [{ path: 'slo.yaml', sha: shaOf(sampleSlo()) }],
      },
    ]);
    expect(slo.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'definition-propose',
        meta: expect.objectContaining({ entityRef: payments }),
      }),
    );

    // No webhook came, and it is not time to read it again either.
    slo.files.set(SAMPLE_FILE, content);
    await slo.runTask('slo-definitions');
    const { text } = await slo.ask('get', `/slos/${id}/openslo`);
    expect(text).toContain('target: 0.995');
  });

  it('names the file in the entity that has none, in the same commit', async () => {
    const notebook = new FakeGiteaRepository('ledger');
    const catalogInfo = `# Ours.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger # as ever
spec: {}
`;
    notebook.files.set('catalog-info.yaml', catalogInfo);
    gitea.use(...notebook.handlers());
    const draft = await draftOf(ledger);
    expect(draft.body).toMatchObject({
      files: [{ path: './slo.yaml', content: '' }],
      annotates:
        'https://git.acme.example/acme/ledger/src/branch/main/catalog-info.yaml',
    });
    const { status } = await propose({
      entityRef: ledger,
      content: sampleSlo(),
    });
    expect(status).toBe(201);
    expect(notebook.commits).toHaveLength(1);
    expect(notebook.files.get('slo.yaml')).toBe(sampleSlo());
    expect(notebook.files.get('catalog-info.yaml')).toBe(
      catalogInfo.replace(
        '# as ever\n',
        '# as ever\n  annotations:\n    atrium.dev/slo: ./slo.yaml\n',
      ),
    );

    notebook.files.set('catalog-info.yaml', 'kind: Component');
    notebook.files.delete('slo.yaml');
    const lost = await propose({ entityRef: ledger, content: sampleSlo() });
    expect(lost.status).toBe(400);
    expect(lost.body.error.message).toContain("does not have 'ledger'");
  });

  it('returns 400 with line and field for what is not valid', async () => {
    const { status, body } = await propose({
      content: sampleSlo({ target: 2, type: 'carrier-pigeon' }),
    });
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "'./slo.yaml' cannot be used: line 19: spec.objectives[0].target must be at least 0 and less than 1",
    );
    const query = await propose({
      content: sampleSlo({ type: 'carrier-pigeon' }),
    });
    expect(query.status).toBe(400);
    expect(query.body.error.message).toBe(
      "'./slo.yaml' cannot be used: line 13: spec.indicator.spec.ratioMetric.good.metricSource.type is of type 'carrier-pigeon', which this portal has no source for; it has push; line 14: spec.indicator.spec.ratioMetric.total.metricSource.type is of type 'carrier-pigeon', which this portal has no source for; it has push",
    );
    for (const wrong of [
      { content: sampleSlo(), path: './other.yaml' },
      { content: sampleSlo(), path: '../../etc/passwd' },
      { content: 7 },
      { content: sampleSlo(), also: 'this' },
    ]) {
      expect((await propose(wrong)).status).toBe(400);
    }
    expect(repository.commits).toEqual([]);
  });

  it('takes a change beside a document that was wrong before', async () => {
    const wrong = sampleSlo({ name: 'other', type: 'carrier-pigeon' });
    const before = `${wrong}---\n${sampleSlo()}`;
    const after = `${wrong}---\n${sampleSlo({ target: 0.9 })}`;
    repository.files.set('slo.yaml', before);
    const check = (content: string) =>
      slo
        .ask('post', '/proposals/check')
        .send({ entityRef: payments, content });
    expect((await check(after)).body).toEqual({
      own: [],
      earlier: ['good', 'total'].map((part, index) => ({
        path: `spec.indicator.spec.ratioMetric.${part}.metricSource.type`,
        message: expect.stringContaining("is of type 'carrier-pigeon'"),
        documentIndex: 0,
        sloName: 'other',
        line: 13 + index,
        column: expect.any(Number),
      })),
    });
    const touched = await check(after.replace('name: other', 'name: mine'));
    expect(touched.body).toMatchObject({
      own: [{ sloName: 'mine' }, { sloName: 'mine' }],
      earlier: [],
    });
    const base = shaOf(before);
    expect((await propose({ content: after, base })).status).toBe(201);
    expect(repository.files.get('slo.yaml')).toBe(after);

    slo.denied.add('slo.definition.propose');
    expect((await check(after)).status).toBe(403);
    const nobody = await slo
      .ask('post', '/proposals/check', mockCredentials.none.header())
      .send({ entityRef: payments, content: after });
    expect(nobody.status).toBe(401);
  });

  it('commits only where the person may write themselves', async () => {
    repository.permission = 'read';
    const { status, body } = await propose({ content: sampleSlo() });
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      "Nothing was written to 'acme/payment-service' on 'git.acme.example': it takes no pull requests, and 'mock-at-git' may not write to it there. Ask somebody who maintains the repository to make the change.",
    );
    expect(repository.commits).toEqual([]);
  });

  it.each(HOSTILE_SOURCES)('pays no heed to a source at %s', async source => {
    const entityRef = refOf(source);
    const vault = new FakeGiteaRepository('vault');
    const stranger = new FakeGiteaRepository('stranger');
    gitea.use(...vault.handlers(), ...stranger.handlers());
    vault.files.set('slo.yaml', '# Of the vault.\n');
    const draft = await draftOf(entityRef);
    expect(draft.body.files).toEqual([
      {
        path: 'slo.yaml',
        url: 'https://git.acme.example/acme/stranger/src/branch/main/slo.yaml',
        content: '',
      },
    ]);
    const { status } = await propose({ entityRef, content: sampleSlo() });
    expect(status).toBe(201);
    expect(vault.commits).toEqual([]);
    expect(stranger.commits).toMatchObject([{ branch: 'main' }]);
  });

  it.each(HOSTILE_FILES)(
    'reads and writes nothing for %s',
    async (file, why) => {
      const entityRef = refOf(file);
      const vault = new FakeGiteaRepository('vault');
      const stranger = new FakeGiteaRepository('stranger');
      gitea.use(...vault.handlers(), ...stranger.handlers());
      const draft = await draftOf(entityRef);
      expect(draft.status).toBe(400);
      expect(draft.body.error.message).toContain(why);
      const proposal = await propose({ entityRef, content: sampleSlo() });
      expect(proposal.status).toBe(400);
      expect(proposal.body.error.message).toContain(why);
      expect([...vault.commits, ...stranger.commits]).toEqual([]);

      slo.readUrls.length = 0;
      await slo.runTask('slo-definitions');
      const own = [SAMPLE_FILE, `${STRANGER}/main/slo.yaml`];
      expect(slo.readUrls.filter(url => !own.includes(url))).toEqual([]);
      const { body } = await slo.ask(
        'get',
        `/definitions?entityRef=${entityRef}`,
      );
      expect(body).toMatchObject({
        files: [{ problems: [{ message: expect.stringContaining(why) }] }],
        slos: [],
      });
    },
  );

  it('returns 409 when the file has changed meanwhile', async () => {
    repository.files.set('slo.yaml', sampleSlo({ target: 0.9 }));
    for (const base of ['sha-of-before', undefined]) {
      const { status } = await propose({ content: sampleSlo(), base });
      expect(status).toBe(409);
    }
    expect(repository.files.get('slo.yaml')).toBe(sampleSlo({ target: 0.9 }));

    const content = sampleSlo({ target: 0.9 });
    const same = await propose({ content, base: shaOf(content) });
    expect(same.status).toBe(400);
    expect(same.body.error.message).toContain('says this already');
  });

  it('returns 401, 403 and 404 to whom it does not concern', async () => {
    const content = sampleSlo();
    const nobody = mockCredentials.none.header();
    expect((await propose({ content }, nobody)).status).toBe(401);
    const service = mockCredentials.service.header();
    expect((await propose({ content }, service)).status).toBe(403);
    slo.denied.add('slo.definition.propose');
    expect((await propose({ content })).status).toBe(403);
    const refused = await draftOf(payments);
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      message: expect.stringContaining('can change its SLOs: ask '),
      messages: { message: [{ key: 'slo.refusal.change' }] },
    });
    slo.denied.clear();
    const entityRef = 'component:default/nowhere';
    expect((await propose({ entityRef, content })).status).toBe(404);
    expect((await draftOf(entityRef)).status).toBe(404);
    // It has no repository.
    expect((await draftOf('component:default/notebook')).status).toBe(400);
    expect(repository.commits).toEqual([]);
  });
});
