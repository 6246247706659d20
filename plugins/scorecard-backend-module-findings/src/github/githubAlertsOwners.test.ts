import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  codeAlert,
  dependabotAlert,
  secretAlert,
} from '../__testUtils__/sampleAlerts';
import { startFindings } from '../__testUtils__/startFindings';

const HELLO = 'octocat/hello-world';
const API = 'octocat/api';

/** Where a component lies, which a test may change. */
function place(entity: Entity, repository: string, folder: string): void {
  entity.metadata.annotations = {
    [ANNOTATION_LOCATION]: `url:https://github.com/${repository}/blob/main/${folder}catalog-info.yaml`,
  };
}

const [hello, api, late] = ['hello', 'api', 'late'].map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
  }),
);

describe('components with alerts of GitHub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const lists = new Map<string, object[]>();
  const requests: string[] = [];
  /** One that is not answered. */
  let failing: string | undefined;
  const msw = setupServer(
    http.get(
      'https://api.github.com/repos/:owner/:name/:feature/alerts',
      ({ params, request }) => {
        const list = `${params.owner}/${params.name} ${params.feature}`;
        const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
        requests.push(`${list} ${page}`);
        if (failing === `${list} ${page}`) {
          return HttpResponse.json({ message: 'Down' }, { status: 502 });
        }
        const all = lists.get(list);
        if (!all) {
          return HttpResponse.json(
            { message: 'It is disabled for this repository.' },
            { status: 403 },
          );
        }
        const etag = `W/"${JSON.stringify(all).length}-${page}"`;
        if (request.headers.get('if-none-match') === etag) {
          return new HttpResponse(null, { status: 304 });
        }
        // Two on a page.
        const next = new URL(request.url);
        next.searchParams.set('page', String(page + 1));
        return HttpResponse.json(all.slice(page * 2 - 2, page * 2), {
          headers: {
            ETag: etag,
            ...(all.length > page * 2 && { Link: `<${next}>; rel="next"` }),
          },
        });
      },
    ),
    http.get('https://api.github.com/repos/:owner/:name', ({ params }) =>
      HttpResponse.json({
        html_url: `https://github.com/${params.owner}/${params.name}`,
        default_branch: 'main',
        private: true,
      }),
    ),
    http.get(
      'https://api.github.com/repos/:owner/:name/code-scanning/analyses',
      () => HttpResponse.json({ message: 'Not found' }, { status: 404 }),
    ),
  );
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;
  let minutes = 0;

  beforeAll(async () => {
    msw.listen({ onUnhandledRequest: 'bypass' });
    freezeTime('2026-11-25T12:00:00Z');
    place(hello, HELLO, '');
    knex = await createTestDatabase(databases);
    portal = await startFindings({
      knex,
      entities: [hello, api, late],
      config: { github: { polling: { enabled: true } } },
    });
  });

  beforeEach(() => {
    place(hello, HELLO, '');
    place(api, HELLO, 'services/api/');
    place(late, 'octocat/elsewhere', '');
    lists.clear();
    failing = undefined;
    requests.length = 0;
  });

  afterEach(async () => {
    await portal.clear();
    await knex('findings_polls').delete();
  });

  afterAll(() => {
    msw.close();
    jest.useRealTimers();
  });

  /** So long that the catalog is asked again. */
  function passTime(): void {
    minutes += 5;
    jest.setSystemTime(Date.UTC(2026, 10, 25, 12, minutes));
  }

  async function poll(): Promise<string[]> {
    passTime();
    await portal.runTask('scorecard-findings-github-poll');
    return requests.splice(0);
  }

  async function pollDependabot(): Promise<string[]> {
    const lines = await poll();
    return lines.filter(line => line.startsWith(`${HELLO} dependabot`));
  }

  async function listed(query = '') {
    const { body } = await portal.ask(
      'get',
      `/findings?state=open&state=suppressed&state=fixed${query}`,
    );
    return body.items
      .map((item: Record<string, unknown>) => [
        item.entityRef,
        item.ruleId,
        item.state,
      ])
      .sort();
  }

  /** An alert of Dependabot about a vulnerability of its own. */
  const vulnerability = (number: number, more = {}) => ({
    ...dependabotAlert,
    number,
    security_advisory: {
      ...dependabotAlert.security_advisory,
      cve_id: `CVE-2026-000${number}`,
      ghsa_id: `GHSA-aaaa-bbbb-cc0${number}`,
    },
    ...more,
  });
  /** Has alerts be stored under their number alone, as they once were. */
  async function nameByNumber(): Promise<void> {
    await knex.raw(
      `UPDATE finding_sightings SET category = split_part(category, ' of ', 1);
       UPDATE finding_places SET category = split_part(category, ' of ', 1),
         mark = split_part(mark, ' of ', 1);
       UPDATE findings_polls SET etag = NULL`,
    );
  }

  const of = (entity: Entity) => stringifyEntityRef(entity);
  // Of the spring, when nobody asked yet.
  const old = {
    created_at: '2026-04-01T00:00:00Z',
    updated_at: '2026-04-02T00:00:00Z',
  };

  it('have all open ones, however old, before there are said to be none', async () => {
    lists.set(`${HELLO} dependabot`, [
      vulnerability(4),
      vulnerability(3, { ...old, state: 'fixed' }),
      vulnerability(2, old),
      vulnerability(1, { ...old, state: 'dismissed' }),
    ]);
    failing = `${HELLO} dependabot 2`;
    await poll();
    expect(await portal.collect(of(hello))).toBeUndefined();

    failing = undefined;
    await poll();
    expect(await listed()).toEqual([
      [of(api), 'CVE-2026-0002', 'open'],
      [of(api), 'CVE-2026-0004', 'open'],
    ]);
    expect(await portal.collect(of(api))).toMatchObject({ openCritical: 2 });
    expect(await portal.collect(of(hello))).toMatchObject({ openCritical: 0 });

    // What is known is not read again.
    expect(await pollDependabot()).toEqual([`${HELLO} dependabot 1`]);
    lists.set(`${HELLO} dependabot`, [
      vulnerability(5, { updated_at: '2026-11-25T12:10:00Z' }),
      ...(lists.get(`${HELLO} dependabot`) ?? []),
    ]);
    expect(await pollDependabot()).toEqual([
      `${HELLO} dependabot 1`,
      `${HELLO} dependabot 2`,
    ]);
    expect(await portal.collect(of(api))).toMatchObject({ openCritical: 3 });
  });

  it('have those from before they came into the repository', async () => {
    lists.set(`${HELLO} secret-scanning`, [
      { ...secretAlert, ...old },
      { ...secretAlert, ...old, number: 41 },
      { ...secretAlert, ...old, number: 40 },
    ]);
    await poll();
    expect(await portal.collect(of(hello))).toMatchObject({ leakedSecrets: 3 });
    place(late, HELLO, '');
    await poll();
    expect(await portal.collect(of(late))).toMatchObject({ leakedSecrets: 3 });
    expect(await portal.collect(of(hello))).toMatchObject({ leakedSecrets: 3 });
  });

  it('pass them on to a component that comes into their folder', async () => {
    place(api, 'octocat/elsewhere', '');
    const list = `${HELLO} dependabot`;
    lists.set(list, [vulnerability(7)]);
    await poll();
    expect(await listed()).toEqual([[of(hello), 'CVE-2026-0007', 'open']]);
    place(api, HELLO, 'services/api/');
    await poll();
    expect(await listed()).toEqual([
      [of(api), 'CVE-2026-0007', 'open'],
      [of(hello), 'CVE-2026-0007', 'fixed'],
    ]);
    // And back.
    place(api, 'octocat/elsewhere', '');
    place(late, HELLO, 'late/');
    await poll();
    expect(await listed('&entityRef=component:default/hello')).toEqual([
      [of(hello), 'CVE-2026-0007', 'open'],
    ]);
  });

  it('close those of a file that moved with them', async () => {
    const list = `${HELLO} dependabot`;
    lists.set(list, [vulnerability(7)]);
    await poll();
    expect(await listed()).toEqual([[of(api), 'CVE-2026-0007', 'open']]);
    place(api, HELLO, 'apps/api/');
    // GitHub closes the alert of the file that is gone, and opens another one.
    lists.set(list, [
      vulnerability(8, {
        updated_at: '2026-11-25T12:00:00Z',
        dependency: {
          ...dependabotAlert.dependency,
          manifest_path: 'apps/api/pom.xml',
        },
      }),
      vulnerability(7, { updated_at: '2026-11-25T12:00:00Z', state: 'fixed' }),
    ]);
    await poll();
    expect(await listed()).toEqual([
      [of(api), 'CVE-2026-0007', 'fixed'],
      [of(api), 'CVE-2026-0008', 'open'],
    ]);
  });

  it('tell alerts of two repositories apart where a component moves', async () => {
    const code = { ...codeAlert, state: 'open', number: 6 };
    place(hello, 'octocat/elsewhere', '');
    place(api, HELLO, '');
    lists.set(`${HELLO} dependabot`, [vulnerability(5)]);
    lists.set(`${HELLO} code-scanning`, [code]);
    lists.set(`${HELLO} secret-scanning`, [secretAlert]);
    await poll();
    place(api, API, '');
    lists.set(`${API} dependabot`, [
      { ...vulnerability(9), ...old, number: 5 },
    ]);
    lists.set(`${API} code-scanning`, []);
    lists.set(`${API} secret-scanning`, [
      { ...secretAlert, ...old, secret_type: 'stripe_api_key' },
    ]);
    await poll();
    await portal.runTask('scorecard-findings-moved-alerts');
    expect(await listed()).toEqual([
      [of(api), 'CVE-2026-0005', 'fixed'],
      [of(api), 'CVE-2026-0009', 'open'],
      [of(api), 'js/zipslip', 'fixed'],
      [of(api), 'mailchimp_api_key', 'fixed'],
      [of(api), 'stripe_api_key', 'open'],
    ]);
    // And back, where nothing was asked for meanwhile.
    place(api, HELLO, '');
    await poll();
    await portal.runTask('scorecard-findings-moved-alerts');
    expect(await listed('&kind=vulnerability')).toEqual([
      [of(api), 'CVE-2026-0005', 'open'],
      [of(api), 'CVE-2026-0009', 'fixed'],
    ]);
  });

  it('go on to have those that were stored by number alone', async () => {
    const code = { ...codeAlert, state: 'open' };
    lists.set(`${HELLO} dependabot`, [vulnerability(5)]);
    lists.set(`${HELLO} code-scanning`, [code]);
    lists.set(`${HELLO} secret-scanning`, [secretAlert]);
    await poll();
    const ids = await knex('findings').orderBy('id').pluck('id');
    expect(ids).toHaveLength(3);
    await nameByNumber();
    await poll();
    expect(await knex('findings').orderBy('id').pluck('id')).toEqual(ids);
    const categories = await knex('finding_sightings').pluck('category');
    expect(categories.sort()).toEqual([
      'GitHub alert 4 of github.com/octocat/hello-world',
      'GitHub alert 42 of github.com/octocat/hello-world',
      'GitHub alert 5 of github.com/octocat/hello-world',
    ]);
  });

  it('follow a repository with a new name, where they were stored by number alone', async () => {
    const alert = (repository: string, more = {}) =>
      vulnerability(5, {
        html_url: `https://github.com/${repository}/security/dependabot/5`,
        ...more,
      });
    place(api, HELLO, '');
    place(hello, 'octocat/elsewhere', '');
    lists.set(`${HELLO} dependabot`, [alert(HELLO)]);
    await poll();
    await nameByNumber();
    place(api, API, '');
    for (const [updated_at, state] of [
      ['2026-11-25T12:00:00Z', 'open'],
      ['2026-11-25T12:10:00Z', 'open'],
      ['2026-11-25T12:20:00Z', 'fixed'],
    ]) {
      lists.set(`${API} dependabot`, [alert(API, { updated_at, state })]);
      await poll();
      expect(await listed()).toEqual([[of(api), 'CVE-2026-0005', state]]);
    }
    expect(await knex('finding_sightings').pluck('category')).toEqual([
      'GitHub alert 5 of github.com/octocat/api',
    ]);
  });
});
