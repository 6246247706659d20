import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  ledger,
  payments,
  SAMPLE_REPOSITORY,
  teamOther,
  teamPayments,
} from './__testUtils__/samplePeople';
import { readiness, seedResults } from './__testUtils__/seedResults';
import { startWithResults } from './__testUtils__/startWithResults';

const API = 'https://git.acme.example/api/v1/repos/acme/payment-service';
const subject = {
  entityRef: payments,
  scorecard: 'readiness',
  check: 'has-owner',
};
const QUERY = new URLSearchParams(subject).toString();

describe('scorecardPlugin, fixes and badges', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const gitea = setupServer();
  /** The files of the repository, by path. */
  const files = new Map<string, string>();
  const commits: unknown[] = [];
  let permission = 'write';
  let hasPullRequests = false;
  let knex: Knex;
  let scorecard: Awaited<ReturnType<typeof startWithResults>>;

  beforeAll(async () => {
    // The plugin itself is asked over HTTP, too.
    gitea.listen({ onUnhandledRequest: 'bypass' });
    gitea.use(
      http.get(API, () =>
        HttpResponse.json({
          html_url: SAMPLE_REPOSITORY,
          default_branch: 'main',
          has_pull_requests: hasPullRequests,
        }),
      ),
      http.post(`${API}/pulls`, () =>
        HttpResponse.json(
          { html_url: `${SAMPLE_REPOSITORY}/pulls/1` },
          { status: 201 },
        ),
      ),
      http.get(`${API}/collaborators/:login/permission`, () =>
        HttpResponse.json({ permission }),
      ),
      http.get(`${API}/contents/*`, ({ request }) => {
        const path = decodeURIComponent(
          new URL(request.url).pathname.split('/contents/')[1],
        );
        const content = files.get(path);
        return content === undefined
          ? HttpResponse.json({ message: 'not there' }, { status: 404 })
          : HttpResponse.json({
              sha: `sha-${content.length}`,
              content: Buffer.from(content).toString('base64'),
            });
      }),
      http.post(`${API}/contents`, async ({ request }) => {
        commits.push(await request.json());
        return HttpResponse.json(
          {
            commit: {
              sha: 'c0ffee',
              html_url: `${SAMPLE_REPOSITORY}/commit/c0ffee`,
            },
          },
          { status: 201 },
        );
      }),
    );
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    scorecard = await startWithResults({
      knex,
      config: { badges: { public: true } },
    });
    await seedResults(knex, [
      {
        ref: payments,
        owners: [teamPayments],
        outcomes: { 'has-owner': 'fail' },
      },
      { ref: ledger, owners: [teamOther] },
    ]);
  });

  afterAll(() => gitea.close());

  beforeEach(async () => {
    await knex('scorecards').update({ definition: JSON.stringify(readiness) });
    files.clear();
    commits.length = 0;
    permission = 'write';
    hasPullRequests = false;
    scorecard.forget();
  });

  const draft = (name = 'priya', query = QUERY) =>
    scorecard.as(name).get(`/fixes?${query}`);
  const propose = (change: object = {}, name = 'priya') =>
    scorecard
      .as(name)
      .post('/fixes', { ...subject, content: '* @acme/payments\n', ...change });

  it('show the file of a check, filled in for the entity', async () => {
    const { status, body } = await draft();
    expect([status, body]).toEqual([
      200,
      {
        path: '.github/CODEOWNERS',
        content: '* @acme/payment-service\n',
        repositoryUrl: SAMPLE_REPOSITORY,
        handover: 'commit',
        isThere: false,
      },
    ]);
  });

  it('hand it over in the name of the person, to the repository it comes from', async () => {
    await knex('facts').insert({
      entity_id: knex('entities').where({ entity_ref: payments }).select('id'),
      provider: 'catalog',
      due_at: '2099-01-01T00:00:00Z',
    });
    const { status, body } = await propose();
    expect([status, body]).toEqual([
      201,
      {
        handover: 'commit',
        url: `${SAMPLE_REPOSITORY}/commit/c0ffee`,
        fileUrl: `${SAMPLE_REPOSITORY}/src/branch/main/.github/CODEOWNERS`,
      },
    ]);
    expect(commits).toMatchObject([
      {
        message: 'Add .github/CODEOWNERS: Has an owner',
        author: { email: 'priya@acme.example' },
        files: [
          {
            path: '.github/CODEOWNERS',
            content: Buffer.from('* @acme/payments\n').toString('base64'),
          },
        ],
      },
    ]);
    expect(scorecard.audited).toEqual(['fix-propose succeeded']);
    // Nobody waits for the next round of the provider.
    const [due] = await knex('facts').pluck('due_at');
    expect(due.getTime()).toBeLessThan(Date.parse('2099-01-01'));
  });

  it('set the annotation that has the portal find the file', async () => {
    const written = (annotations: string) =>
      `kind: Component\nmetadata:\n  name: payment-service\n${annotations}`;
    const annotation = { name: 'example.com/owners', value: './OWNERS' };
    await knex('scorecards').update({
      definition: knex.raw(
        `jsonb_set(definition, '{spec,checks,0,fix,file,annotation}', ?)`,
        [JSON.stringify(annotation)],
      ),
    });
    files.set('catalog-info.yaml', written(''));
    expect((await draft()).body).toMatchObject({ annotation });
    expect((await propose()).status).toBe(201);
    expect(commits).toMatchObject([
      {
        files: [
          { path: '.github/CODEOWNERS' },
          {
            path: 'catalog-info.yaml',
            content: Buffer.from(
              written('  annotations:\n    example.com/owners: ./OWNERS\n'),
            ).toString('base64'),
          },
        ],
      },
    ]);
  });

  it('replace nothing', async () => {
    files.set('.github/CODEOWNERS', '* @acme/others\n');
    expect((await draft()).body).toMatchObject({ isThere: true });
    const { status, body } = await propose();
    expect([status, body.error.message, commits]).toEqual([
      409,
      "'.github/CODEOWNERS' is there already, and nothing is replaced",
      [],
    ]);
    expect(scorecard.audited).toEqual(['fix-propose failed']);
  });

  it('write nothing for somebody who may not write there themselves', async () => {
    permission = 'read';
    const { status, body } = await propose();
    expect([status, commits]).toEqual([403, []]);
    expect(body.error.message).toContain("'priya' may not write to it there");
  });

  it('propose nothing that a push runs for somebody who may not write there', async () => {
    hasPullRequests = true;
    permission = 'read';
    const setPath = (path: string) =>
      knex('scorecards').update({
        definition: knex.raw(
          `jsonb_set(definition, '{spec,checks,0,fix,file,path}', ?)`,
          [JSON.stringify(path)],
        ),
      });
    for (const path of [
      '.gitea/workflows/own.yml',
      '.GITHUB/Workflows/x.yml',
    ]) {
      await setPath(path);
      const { status, body } = await propose({ content: 'on: push' });
      expect([status, commits]).toEqual([403, []]);
      expect(body.error.message).toContain("'priya' may not write to it there");
    }
    // A pull request for what nobody runs is for those who review it.
    await setPath('.github/CODEOWNERS');
    expect((await propose()).body).toMatchObject({
      handover: 'pull-request',
      url: `${SAMPLE_REPOSITORY}/pulls/1`,
    });
    // Whoever may push a workflow themselves may propose one.
    permission = 'write';
    await setPath('.gitea/workflows/own.yml');
    expect((await propose({ content: 'on: push' })).status).toBe(201);
  });

  it('refuse what is not theirs, is not there or is too large', async () => {
    const { none } = mockCredentials;
    const answers = await Promise.all([
      draft('jonas'),
      propose({}, 'jonas'),
      draft('priya', 'entityRef=x'),
      propose({ path: 'README.md' }),
      propose({ content: 'x'.repeat(100_001) }),
      draft('priya', QUERY.replace('has-owner', 'has-docs')),
      draft('priya', QUERY.replace('has-owner', 'none')),
      propose({ entityRef: 'component:default/none' }),
      scorecard.ask('get', `/fixes?${QUERY}`, none.header()),
      scorecard.ask('post', '/fixes', none.header()).send(subject),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      403, 403, 400, 400, 400, 404, 404, 404, 401, 401,
    ]);
    expect(commits).toEqual([]);
  });

  it('know no repository for an entity that comes from none', async () => {
    scorecard.denied.clear();
    const query = QUERY.replace('payment-service', 'ledger');
    const { status, body } = await scorecard.as('olaf').get(`/fixes?${query}`);
    expect([status, body.error.message]).toEqual([
      400,
      `'${ledger}' does not come from a repository`,
    ]);
  });

  it('show badges to everybody where the configuration says so', async () => {
    const { none } = mockCredentials;
    const badge = (path: string) =>
      scorecard.ask('get', `/badge/readiness/${path}`, none.header());
    const seen = await badge('component/default/ledger.svg');
    expect([seen.status, seen.headers['cache-control']]).toEqual([
      200,
      'public, max-age=300',
    ]);
    expect(seen.body.toString()).toContain('Production readiness: Gold');
    const unknown = await badge('component/default/none.svg');
    expect(unknown.body.toString()).toContain('scorecard: unknown');
    // Nothing else became public.
    expect((await scorecard.ask('get', '/results', none.header())).status).toBe(
      401,
    );
  });

  it('draw what people wrote as text', async () => {
    const [{ definition }] = await knex('scorecards').select('definition');
    definition.metadata.title = '"><script>alert(1)</script>&';
    await knex('scorecards').update({ definition: JSON.stringify(definition) });
    const { body } = await scorecard
      .as('priya')
      .get('/badge/readiness/component/default/ledger');
    expect(body.toString()).not.toContain('<script');
    expect(body.toString()).toContain('&lt;script&gt;');
  });
});
