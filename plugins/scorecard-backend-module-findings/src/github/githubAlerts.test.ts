import { isDeepStrictEqual } from 'node:util';
import {
  createTestDatabase,
  eventually,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import examples from '@octokit/webhooks-examples';
import type { Knex } from 'knex';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createHmac, randomUUID } from 'node:crypto';
import { sarif, trivyReport } from '../__testUtils__/documents';
import {
  CANARY,
  codeAlert,
  dependabotAlert,
  secretAlert,
} from '../__testUtils__/sampleAlerts';
import { startFindings } from '../__testUtils__/startFindings';

const SECRET = 'secret-of-the-organisation';

function component(name: string, path: string, annotations = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:https://github.com/octocat/hello-world/blob/main/${path}catalog-info.yaml`,
        ...annotations,
      },
    },
  };
}

const entities = [
  component('hello', ''),
  component('api', 'services/api/'),
  // It says so, and lies elsewhere.
  component('thief', '', {
    'backstage.io/managed-by-location':
      'url:https://github.com/eve/thief/blob/main/catalog-info.yaml',
    'github.com/project-slug': 'octocat/hello-world',
    'backstage.io/source-location':
      'url:https://github.com/octocat/hello-world/tree/main/',
  }),
];

describe('alerts of GitHub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const requests: string[] = [];
  const lists: Record<string, object[] | undefined> = {};
  let analysisAt: string | undefined;
  const msw = setupServer(
    http.get(
      'https://api.github.com/repos/:owner/:name/:feature/alerts',
      ({ params, request }) => {
        const { owner, feature } = params;
        const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
        // Nobody but a portal that does not want the secrets gets an answer.
        const isAllowed =
          owner === 'octocat' && request.url.includes('hide_secret=true');
        const all = isAllowed ? lists[String(feature)] : undefined;
        const etag = `"${JSON.stringify(all ?? []).length}-${page}"`;
        const isSame = request.headers.get('if-none-match') === etag;
        const present = isSame ? 304 : 200;
        const status = all ? present : 403;
        requests.push(`${owner} ${String(feature)} ${page} ${status}`);
        if (!all) {
          return HttpResponse.json(
            {
              message: `${String(
                feature,
              )} alerts are disabled for this repository.`,
            },
            { status },
          );
        }
        if (isSame) {
          return new HttpResponse(null, { status });
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
    http.get('https://api.github.com/repos/:owner/:name', () =>
      HttpResponse.json({
        html_url: 'https://github.com/octocat/hello-world',
        default_branch: 'main',
        private: true,
      }),
    ),
    http.get(
      'https://api.github.com/repos/:owner/:name/code-scanning/analyses',
      ({ request }) => {
        const { searchParams } = new URL(request.url);
        if (!analysisAt || searchParams.get('ref') !== 'refs/heads/main') {
          return HttpResponse.json(
            { message: 'Resource not accessible by integration' },
            { status: 403 },
          );
        }
        return HttpResponse.json([{ created_at: analysisAt }]);
      },
    ),
  );
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startFindings>>;

  beforeAll(async () => {
    msw.listen({ onUnhandledRequest: 'bypass' });
    freezeTime('2026-11-25T12:00:00Z');
    knex = await createTestDatabase(databases);
    portal = await startFindings({
      knex,
      entities,
      events: {
        knex: await createTestDatabase(databases),
        webhookSecret: SECRET,
      },
      config: { github: { polling: { enabled: true } } },
    });
  });

  beforeEach(() => {
    requests.length = 0;
    analysisAt = undefined;
    lists.dependabot = [dependabotAlert];
    lists['code-scanning'] = [codeAlert];
    lists['secret-scanning'] = [secretAlert];
  });

  afterEach(async () => {
    await portal.clear();
    await knex('findings_polls').delete();
  });

  afterAll(() => {
    msw.close();
    jest.useRealTimers();
  });

  async function poll(): Promise<string[]> {
    await portal.runTask('scorecard-findings-github-poll');
    return requests.splice(0).filter(line => line.startsWith('octocat'));
  }

  async function listed(query = '') {
    const { body } = await portal.ask(
      'get',
      `/findings?state=open&state=suppressed&state=fixed${query}`,
    );
    return body.items.map((item: Record<string, unknown>) => [
      item.entityRef,
      item.ruleId,
      item.severity,
      item.state,
      item.tools,
    ]);
  }

  async function send(event: string, body: object, key = SECRET) {
    const text = JSON.stringify(body);
    const signature = createHmac('sha256', key).update(text).digest('hex');
    const response = await fetch(
      `http://127.0.0.1:${portal.server.port()}/api/events/http/github`,
      {
        method: 'POST',
        body: text,
        headers: {
          'Content-Type': 'application/json',
          'X-GitHub-Event': event,
          'X-GitHub-Delivery': randomUUID(),
          'X-Hub-Signature-256': `sha256=${signature}`,
        },
      },
    );
    return response.status;
  }

  /** Webhooks are worked off after the answer. */
  const becomes = <T>(read: () => Promise<T>, expected: T) =>
    eventually(read, answer => isDeepStrictEqual(answer, expected));

  const repository = {
    full_name: 'octocat/hello-world',
    html_url: 'https://github.com/octocat/hello-world',
    default_branch: 'main',
  };
  const log4shell = [
    'component:default/api',
    'CVE-2021-44228',
    'critical',
    'open',
    ['Dependabot'],
  ];
  const mailchimp = [
    'component:default/hello',
    'mailchimp_api_key',
    'unknown',
    'open',
    ['GitHub secret scanning'],
  ];
  const zipslip = [
    'component:default/hello',
    'js/zipslip',
    'high',
    'suppressed',
    ['CodeQL'],
  ];

  it('are read page by page, once, and belong to whoever lies there', async () => {
    lists.dependabot = [
      dependabotAlert,
      ...[3, 4].map(number => ({
        ...dependabotAlert,
        number,
        updated_at: '2026-11-10T00:00:00Z',
        security_advisory: {
          ...dependabotAlert.security_advisory,
          cve_id: `CVE-2026-000${number}`,
          ghsa_id: `GHSA-aaaa-bbbb-cc0${number}`,
        },
      })),
    ];
    expect(await poll()).toEqual([
      'octocat dependabot 1 200',
      'octocat dependabot 2 200',
      'octocat code-scanning 1 200',
      'octocat secret-scanning 1 200',
    ]);
    const found = await listed();
    expect(found).toHaveLength(5);
    expect(found).toEqual(
      expect.arrayContaining([
        log4shell,
        ['component:default/api', 'CVE-2026-0003', ...log4shell.slice(2)],
        ['component:default/api', 'CVE-2026-0004', ...log4shell.slice(2)],
        zipslip,
        mailchimp,
      ]),
    );
    expect(await poll()).toEqual([
      'octocat dependabot 1 304',
      'octocat code-scanning 1 304',
      'octocat secret-scanning 1 304',
    ]);
    expect(await listed()).toEqual(found);
    // Its time runs from when GitHub found it.
    const { body } = await portal.ask('get', '/findings?cve=CVE-2021-44228');
    expect(body.items[0]).toMatchObject({
      dueAt: '2026-11-08T07:43:03.000Z',
      isOverdue: true,
      fixedIn: ['2.15.0'],
      purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
    });
    expect(await portal.collect('component:default/hello')).toMatchObject({
      leakedSecrets: 1,
      openCritical: 0,
    });
    expect(await portal.collect('component:default/thief')).toBeUndefined();
    const rows = await Promise.all(
      [
        'findings',
        'finding_sightings',
        'finding_changes',
        'findings_polls',
      ].map(table => knex(table)),
    );
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  it('are the same findings as those of scanners, and follow what happens', async () => {
    await portal.upload(trivyReport, { entityRef: 'component:default/api' });
    await poll();
    const [both] = await listed('&cve=CVE-2021-44228');
    expect(both).toEqual([...log4shell.slice(0, 4), ['Dependabot', 'Trivy']]);
    lists['secret-scanning'] = [
      {
        ...secretAlert,
        state: 'resolved',
        resolution: 'revoked',
        updated_at: '2026-11-25T10:00:00Z',
      },
    ];
    await poll();
    expect(await portal.collect('component:default/hello')).toMatchObject({
      leakedSecrets: 0,
    });
  });

  it('say that code was looked at when a scanner ran, not when it was asked', async () => {
    const hello = 'component:default/hello';
    lists.dependabot = undefined;
    lists['code-scanning'] = [];
    lists['secret-scanning'] = undefined;
    const scans = async () => {
      const { body } = await portal.ask(
        'get',
        `/findings/scans?entityRef=${hello}`,
      );
      return body.items.map((item: { tool: string; scannedAt?: string }) => [
        item.tool,
        item.scannedAt,
      ]);
    };
    // The portal may not know.
    analysisAt = undefined;
    await poll();
    expect(await scans()).toEqual([['GitHub code scanning', undefined]]);
    const facts = await portal.collect(hello);
    expect(facts).toMatchObject({ openHigh: 0 });
    expect(facts).not.toHaveProperty('lastScanAt');

    // Nothing is new but that it ran.
    const ran = '2026-11-24T03:00:00.000Z';
    analysisAt = ran;
    await poll();
    expect(await scans()).toEqual([['GitHub code scanning', ran]]);
    expect(await portal.collect(hello)).toMatchObject({ lastScanAt: ran });

    // Somebody dismisses an alert.
    lists['code-scanning'] = [codeAlert];
    await poll();
    await send('code_scanning_alert', {
      action: 'closed_by_user',
      ref: 'refs/heads/main',
      repository,
      alert: { ...codeAlert, number: 5 },
    });
    await becomes(async () => (await knex('finding_sightings')).length, 2);
    expect(await scans()).toEqual([
      ['CodeQL', undefined],
      ['GitHub code scanning', ran],
    ]);
    expect(await portal.collect(hello)).toMatchObject({ lastScanAt: ran });

    // A run finds something.
    await send('code_scanning_alert', {
      action: 'created',
      ref: 'refs/heads/main',
      repository,
      alert: { ...codeAlert, number: 6 },
    });
    await becomes(scans, [
      ['CodeQL', '2026-11-25T12:00:00.000Z'],
      ['GitHub code scanning', ran],
    ]);
  });

  it('say nothing where a feature is off', async () => {
    lists.dependabot = undefined;
    lists['code-scanning'] = undefined;
    lists['secret-scanning'] = [];
    await poll();
    expect(await portal.collect('component:default/hello')).toMatchObject({
      scanners: ['GitHub secret scanning'],
      leakedSecrets: 0,
    });
    const { body } = await portal.ask(
      'get',
      '/findings/scans?entityRef=component:default/hello',
    );
    expect(body.items).toHaveLength(1);
  });

  describe('told by a webhook, a poll and an upload', () => {
    const place = { path: 'config/app.env', start_line: 3 };
    const leaked = { ...secretAlert, first_location_detected: place };
    const open = { ...codeAlert, state: 'open', dismissed_reason: null };
    const ways = {
      async webhook() {
        const created = {
          action: 'created',
          ref: 'refs/heads/main',
          repository,
        };
        await send('code_scanning_alert', { ...created, alert: open });
        await send('secret_scanning_alert', { ...created, alert: leaked });
        await becomes(
          async () =>
            (
              await knex('finding_sightings').where('is_alert', true)
            ).length,
          2,
        );
      },
      async poll() {
        lists.dependabot = [];
        lists['code-scanning'] = [open];
        lists['secret-scanning'] = [leaked];
        await poll();
      },
      async upload() {
        const of = { entityRef: 'component:default/hello' };
        const code = {
          ruleId: 'js/zipslip',
          file: 'lib/ab12-gen.js',
          line: 917,
          snippet: 'entry.pipe(createWriteStream(name))',
          partialFingerprints: {
            primaryLocationLineHash: '39fa2ee980eb94b0:1',
          },
        };
        await portal.upload(sarif([code], { tool: 'CodeQL' }), of).expect(200);
        const secret = {
          ruleId: 'mailchimp-api-key',
          file: 'config/app.env',
          line: 3,
          snippet: CANARY,
        };
        await portal
          .upload(sarif([secret], { tool: 'gitleaks' }), of)
          .expect(200);
      },
    };
    type Way = keyof typeof ways;
    const orders: Way[][] = [
      ['webhook', 'poll', 'upload'],
      ['webhook', 'upload', 'poll'],
      ['poll', 'webhook', 'upload'],
      ['poll', 'upload', 'webhook'],
      ['upload', 'webhook', 'poll'],
      ['upload', 'poll', 'webhook'],
    ];

    it.each(orders)('(%s, %s, %s) are found once', async (...order) => {
      for (const way of order) {
        await ways[way]();
      }
      const { body } = await portal.ask('get', '/findings?limit=200');
      expect(
        body.items.map(
          ({ kind, file, line, tools }: Record<string, unknown>) => [
            kind,
            file,
            line,
            tools,
          ],
        ),
      ).toEqual(
        expect.arrayContaining([
          ['code', 'lib/ab12-gen.js', 917, ['CodeQL']],
          [
            'secret',
            'config/app.env',
            3,
            ['GitHub secret scanning', 'gitleaks'],
          ],
        ]),
      );
      expect(body.totalItems).toBe(2);
      expect(await knex('finding_changes').pluck('change')).toEqual([
        'found',
        'found',
      ]);
      expect(await portal.collect('component:default/hello')).toMatchObject({
        leakedSecrets: 1,
        openHigh: 1,
      });
      // And goes on to be one when its line moves, told by either.
      const id = body.items.find(
        (item: { kind: string }) => item.kind === 'code',
      )?.id;
      const moved = { path: 'lib/ab12-gen.js', start_line: 920 };
      lists['code-scanning'] = [
        {
          ...open,
          updated_at: '2026-11-25T11:00:00Z',
          most_recent_instance: {
            ...open.most_recent_instance,
            location: moved,
          },
        },
      ];
      await poll();
      await ways.upload();
      const { body: after } = await portal.ask('get', '/findings?kind=code');
      expect(after.items.map((item: { id: string }) => item.id)).toEqual([id]);
    });
  });

  it('keep a vulnerability open while one alert of it is', async () => {
    const inOther = (number: number, more = {}) => ({
      ...dependabotAlert,
      number,
      dependency: {
        ...dependabotAlert.dependency,
        manifest_path: `services/api/part-${number}/pom.xml`,
      },
      ...more,
    });
    lists.dependabot = [inOther(2), inOther(3)];
    await poll();
    expect(await listed('&kind=vulnerability')).toEqual([log4shell]);
    const fixed = { state: 'fixed', updated_at: '2026-11-25T10:00:00Z' };
    lists.dependabot = [inOther(3, fixed), inOther(2)];
    await poll();
    expect(await listed('&kind=vulnerability')).toEqual([log4shell]);
    lists.dependabot = [inOther(2, fixed), inOther(3, fixed)];
    await poll();
    expect(await listed('&kind=vulnerability')).toEqual([
      [...log4shell.slice(0, 3), 'fixed', ['Dependabot']],
    ]);
  });

  it('stay with their component where a webhook does not say the file', async () => {
    const location = { path: 'services/api/a.js', start_line: 7 };
    const alert = {
      ...codeAlert,
      state: 'open',
      most_recent_instance: { ...codeAlert.most_recent_instance, location },
    };
    lists['code-scanning'] = [alert];
    await poll();
    const { most_recent_instance: _, ...placeless } = alert;
    const status = await send('code_scanning_alert', {
      action: 'fixed',
      alert: {
        ...placeless,
        state: 'fixed',
        updated_at: '2026-11-25T10:00:00Z',
      },
      ref: 'refs/heads/main',
      repository,
    });
    expect(status).toBe(202);
    await becomes(
      () => listed('&kind=code'),
      [['component:default/api', ...zipslip.slice(1, 3), 'fixed', ['CodeQL']]],
    );
  });

  it('come by signed webhooks, in any order', async () => {
    const secret = { action: 'created', alert: secretAlert, repository };
    expect(await send('secret_scanning_alert', secret, 'guess')).toBe(403);
    expect(await send('secret_scanning_alert', secret)).toBe(202);
    await becomes(listed, [mailchimp]);
    const resolved = {
      ...secretAlert,
      state: 'resolved',
      resolution: 'false_positive',
      updated_at: '2026-11-24T00:00:00Z',
    };
    await send('secret_scanning_alert', {
      action: 'resolved',
      alert: resolved,
      repository,
    });
    const suppressed = [...mailchimp.slice(0, 3), 'suppressed', mailchimp[4]];
    await becomes(listed, [suppressed]);
    // An older one comes late.
    await send('secret_scanning_alert', secret);
    const code = {
      action: 'created',
      alert: { ...codeAlert, state: 'open', number: 5 },
      ref: 'refs/heads/feature',
      repository,
    };
    await send('code_scanning_alert', code);
    await send('code_scanning_alert', { ...code, ref: 'refs/heads/main' });
    await becomes(listed, [
      [...zipslip.slice(0, 3), 'open', ['CodeQL']],
      suppressed,
    ]);
  });

  it('come as GitHub documents them', async () => {
    const documented = examples
      .filter(({ name }) => name === 'dependabot_alert')
      .flatMap(({ examples: all }) => all)
      .filter(
        one =>
          'repository' in one &&
          one.repository?.full_name === 'octocat/hello-world',
      );
    expect(await send('dependabot_alert', documented[0])).toBe(202);
    await becomes(listed, [
      [
        'component:default/hello',
        'CVE-2021-20191',
        'medium',
        'fixed',
        ['Dependabot'],
      ],
    ]);
  });
});
