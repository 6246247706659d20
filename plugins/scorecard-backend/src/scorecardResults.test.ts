import { openDatabase } from '@atrium/backend-common';
import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ledger,
  payments,
  teamOther,
  teamPayments,
} from './__testUtils__/samplePeople';
import { SEEDED_AT, seedResults } from './__testUtils__/seedResults';
import { startWithResults } from './__testUtils__/startWithResults';

const billing = 'system:default/billing';

describe('scorecardPlugin, results', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let scorecard: Awaited<ReturnType<typeof startWithResults>>;

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeAll(async () => {
    freezeTime(SEEDED_AT);
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    scorecard = await startWithResults({ knex, hiddenRefs: [ledger] });
    await seedResults(knex, [
      {
        ref: payments,
        title: 'Payments',
        owners: [teamPayments],
        systems: [billing],
        rank: 1,
        score: 0.75,
        outcomes: { 'has-docs': 'exempt', 'has-slo': 'unknown' },
      },
      { ref: ledger, owners: [teamOther] },
    ]);
    const [id] = await knex('entities')
      .where({ entity_ref: payments })
      .pluck('id');
    const observed = new Date(Date.now() - 3_600_000);
    await knex('facts').insert([
      {
        entity_id: id,
        provider: 'catalog',
        values: { hasOwner: true },
        urls: { hasOwner: 'https://git.acme.example/owner' },
        observed_at: observed,
      },
      {
        entity_id: id,
        provider: 'docs',
        values: { isPresent: false },
        observed_at: new Date(Date.now() - 48 * 3_600_000),
      },
    ]);
    await knex('results')
      .where({ entity_id: id })
      .update({ reasons: { 'has-slo': "'SLOs' is not known" } });
    await knex('exemptions').insert({
      scorecard: 'readiness',
      scorecard_title: 'Production readiness',
      check_name: 'has-docs',
      check_title: 'Has documentation',
      entity_ref: payments,
      owner_refs: [teamPayments],
      approver_ref: 'group:default/platform-team',
      reason: 'It is replaced in spring',
      days: 30,
      state: 'granted',
      requested_by: 'user:default/priya',
      granted_at: knex.fn.now(),
      until: '2099-01-01T00:00:00Z',
    });
    const week = 7 * 86_400_000;
    const change = (ref: string, weeksAgo: number, values: object) =>
      knex('result_changes').insert({
        scorecard: 'readiness',
        entity_id: knex('entities').where({ entity_ref: ref }).select('id'),
        from_at: new Date(Date.now() - weeksAgo * week),
        version: 1,
        changed: '{}',
        ...values,
      });
    await change(payments, 20, {
      to_at: new Date(Date.now() - 1.5 * week),
      rank: 2,
      score: 1,
    });
    await change(payments, 1.5, {
      rank: 1,
      score: 0.75,
      previous_rank: 2,
      is_rank_change: true,
      changed: JSON.stringify({ 'has-docs': 'fail' }),
    });
    await change(ledger, 2.5, { rank: 2, score: 1 });
  });

  const get = (path: string, name = 'jonas') => scorecard.as(name).get(path);

  it('say with one entity what decided, how old it is, and how to pass', async () => {
    const { status, body } = await get(`/results?entityRef=${payments}`);
    expect([status, body]).toMatchObject([
      200,
      {
        totalItems: 1,
        items: [
          {
            scorecard: 'readiness',
            scorecardTitle: 'Production readiness',
            entityRef: payments,
            entityTitle: 'Payments',
            ownerRefs: [teamPayments],
            systemRefs: [billing],
            level: 'bronze',
            rank: 1,
            score: 0.75,
            pass: 1,
            exempt: 1,
            unknown: 1,
          },
        ],
      },
    ]);
    expect(body.items[0].checks).toEqual([
      {
        check: 'has-owner',
        title: 'Has an owner',
        category: 'Ownership',
        level: 'bronze',
        weight: 2,
        effort: 'minutes',
        outcome: 'pass',
        isCounted: true,
        since: '2026-10-01T00:00:00.000Z',
        evidence: [
          {
            fact: 'catalog.hasOwner',
            title: 'Has an owner',
            type: 'boolean',
            state: 'fresh',
            value: true,
            provider: 'Catalog',
            observedAt: expect.any(String),
            url: 'https://git.acme.example/owner',
          },
        ],
        fix: {
          text: 'Say who owns `payment-service`.',
          file: '.github/CODEOWNERS',
        },
      },
      {
        check: 'has-docs',
        title: 'Has documentation',
        level: 'gold',
        weight: 1,
        effort: 'hours',
        outcome: 'exempt',
        isCounted: true,
        since: '2026-10-01T00:00:00.000Z',
        exemption: {
          id: expect.any(String),
          reason: 'It is replaced in spring',
          until: '2099-01-01T00:00:00.000Z',
        },
        evidence: [
          {
            fact: 'docs.isPresent',
            title: 'Is there',
            type: 'boolean',
            state: 'stale',
            value: false,
            provider: 'Documentation',
            observedAt: expect.any(String),
          },
        ],
      },
      {
        check: 'has-slo',
        title: 'Has an SLO',
        weight: 1,
        effort: 'hours',
        outcome: 'unknown',
        reason: "'SLOs' is not known",
        isCounted: false,
        countsFrom: '2027-03-01',
        since: '2026-10-01T00:00:00.000Z',
        evidence: [
          {
            fact: 'slo.count',
            title: 'SLOs',
            type: 'integer',
            unit: 'SLOs',
            state: 'missing',
            provider: 'Service levels',
          },
        ],
      },
    ]);
  });

  it('are summaries in lists, with filters that hold together', async () => {
    const refs = async (query: string, name?: string) => {
      const { body } = await get(`/results?${query}`, name);
      return body.items.map(
        ({ entityRef }: { entityRef: string }) => entityRef,
      );
    };
    const { body } = await get('/results');
    expect(body.totalItems).toBe(2);
    expect(body.items[0].checks).toBeUndefined();
    expect(await refs('scorecard=readiness&sort=-score')).toEqual([
      ledger,
      payments,
    ]);
    expect(await refs('scorecard=readiness&level=bronze')).toEqual([payments]);
    expect(await refs('ownerRef=user:default/priya')).toEqual([payments]);
    expect(await refs(`systemRef=${billing}&text=pay`)).toEqual([payments]);
    expect(
      await refs('scorecard=readiness&check=has-docs&outcome=exempt'),
    ).toEqual([payments]);
    expect(await refs('', 'priya')).toEqual([payments]);
    expect(
      await refs(`entityRef=${ledger}&entityRef=${payments}`, 'priya'),
    ).toEqual([payments]);
    const first = await get('/results?limit=1');
    const second = await get(
      `/results?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect([second.body.items[0].entityRef, second.body.nextCursor]).toEqual([
      payments,
      undefined,
    ]);
  });

  it.each<[string, number, string]>([
    ['/results?level=gold', 400, "'level' needs a 'scorecard'"],
    ['/results?scorecard=readiness&check=has-docs', 400, 'together'],
    ['/results?scorecard=readiness&level=none', 400, "no level 'none'"],
    ['/results?sort=name', 400, 'sort'],
    ['/results?cursor=x', 400, 'cursor'],
    ['/results?owner=x', 400, "'owner'"],
    ['/results?ownerRef=group:default/none', 404, 'group:default/none'],
    ['/results.csv?limit=3', 400, "'limit'"],
    ['/report', 400, 'scorecard'],
    ['/report?scorecard=none', 404, "'none'"],
    [`/history?entityRef=${payments}&scorecard=none`, 404, "'none'"],
    ['/history?entityRef=component:default/x&scorecard=readiness', 404, '/x'],
  ])('answer %s with %d', async (path, status, message) => {
    const { status: answered, body } = await get(path);
    expect([answered, body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('need a token', async () => {
    const header = mockCredentials.none.header();
    for (const path of [
      '/results',
      '/results.csv',
      '/scorecards.csv',
      '/checks.csv?scorecard=readiness',
      '/facts.csv',
      '/report?scorecard=readiness',
      `/history?entityRef=${payments}&scorecard=readiness`,
      '/badge/readiness/component/default/payment-service',
    ]) {
      expect((await scorecard.ask('get', path, header)).status).toBe(401);
    }
  });

  it('are a file for spreadsheets, with a column for each check', async () => {
    const { headers, text } = await get('/results.csv?scorecard=readiness');
    expect(headers['content-type']).toContain('text/csv');
    const [head, first, second] = text.split('\r\n');
    expect(head).toBe(
      'scorecard,entity,title,owners,systems,level,score,pass,fail,unknown,exempt,notApplicable,levelSince,evaluatedAt,Has an owner,Has documentation,Has an SLO',
    );
    expect(first).toContain(
      `readiness,${ledger},,${teamOther},,gold,1,3,0,0,0,0`,
    );
    expect(second).toMatch(
      /^readiness,component:default\/payment-service,Payments,.*,bronze,0\.75,1,0,1,1,0,.*,pass,exempt,unknown$/,
    );
    const { text: own } = await get('/results.csv', 'priya');
    expect(own.split('\r\n')).toHaveLength(3);
  });

  it('are reported over time, by team, without those that left the board', async () => {
    const { status, body } = await get('/report?scorecard=readiness&weeks=3');
    expect(status).toBe(200);
    expect(
      body.weeks.map(
        ({ averageScore, levelCounts }: Record<string, unknown>) => [
          averageScore,
          levelCounts,
        ],
      ),
    ).toEqual([
      [
        1,
        [
          { count: 0 },
          { level: 'bronze', count: 0 },
          { level: 'gold', count: 1 },
        ],
      ],
      [
        1,
        [
          { count: 0 },
          { level: 'bronze', count: 0 },
          { level: 'gold', count: 2 },
        ],
      ],
      [
        0.875,
        [
          { count: 0 },
          { level: 'bronze', count: 1 },
          { level: 'gold', count: 1 },
        ],
      ],
      [
        0.875,
        [
          { count: 0 },
          { level: 'bronze', count: 1 },
          { level: 'gold', count: 1 },
        ],
      ],
    ]);
    expect(body.groups).toEqual([
      {
        ref: teamPayments,
        entityCount: 1,
        levelCounts: [
          { count: 0 },
          { level: 'bronze', count: 1 },
          { level: 'gold', count: 0 },
        ],
        averageScore: 0.75,
        scoreChange: -0.25,
      },
    ]);
    expect(body.hiddenGroups).toBe(1);
    expect(body.movers).toMatchObject([
      {
        entityRef: payments,
        from: 'gold',
        to: 'bronze',
        direction: 'down',
        checks: ['Has documentation'],
      },
    ]);
    const own = await get(`/report?scorecard=readiness&ownerRef=${teamOther}`);
    expect(own.body).toMatchObject({
      groups: [{ ref: teamOther, entityCount: 1 }],
      hiddenGroups: 0,
    });
  });

  it('are reported as a file for spreadsheets, with a column for each level', async () => {
    const { body } = await get('/report?scorecard=readiness&weeks=3');
    const { headers, text } = await get(
      '/report.csv?scorecard=readiness&weeks=3',
    );
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...rows] = text.trimEnd().split('\r\n');
    expect(head).toMatch(
      /^Group,Services,Score,Change of score,No level,Bronze,/,
    );
    expect(rows.map((row: string) => row.split(',')[0])).toEqual(
      body.groups.map(({ ref = '' }) => ref),
    );
    expect((await get('/report.csv?scorecard=none')).status).toBe(404);
    const table = async (name: string) => {
      const answer = await get(
        `/report.csv?scorecard=readiness&weeks=3&table=${name}`,
      );
      const [first, ...lines] = answer.text.trimEnd().split('\r\n');
      return { first, count: lines.length };
    };
    expect(await table('weeks')).toEqual({
      first: 'At,Score,No level,Bronze,Gold',
      count: body.weeks.length,
    });
    expect(await table('movers')).toEqual({
      first: 'Entity,Owners,At,From,To,Direction,Checks',
      count: body.movers.length,
    });
    expect((await get('/report.csv?scorecard=readiness&table=x')).status).toBe(
      400,
    );
  });

  it('are added up as a file for spreadsheets, of what the reader sees', async () => {
    const rows = async (name?: string) => {
      const { headers, text } = await get('/scorecards.csv', name);
      expect(headers['content-type']).toContain('text/csv');
      const [head, row] = text.split('\r\n');
      expect(head).toBe(
        'Name,Title,Owner,Checks,Services,Levels,Score,Evaluated,Version,Published,Source',
      );
      return row;
    };
    expect(await rows()).toMatch(
      /^readiness,Production readiness,group:default\/platform-team,3,2,No level: 0; Bronze: 1; Gold: 1,0\.875,/,
    );
    expect(await rows('priya')).toContain(
      ',3,1,No level: 0; Bronze: 1; Gold: 0,0.75,',
    );
    expect((await get('/scorecards.csv?limit=3')).status).toBe(400);
  });

  it('are added up by check as a file for spreadsheets, of what the reader sees', async () => {
    const { headers, text } = await get('/checks.csv?scorecard=readiness');
    expect(headers['content-disposition']).toContain('readiness-checks.csv');
    const owner = 'group:default/platform-team';
    expect(text.split('\r\n')).toEqual([
      'Name,Title,Level,Weight,Category,Effort,Owner,Expression,Applies to,Counts from,Pass,Fail,Unknown,Exempt,Not applicable,Changes in 8 weeks,Verdict',
      `has-owner,Has an owner,bronze,2,Ownership,minutes,${owner},facts.catalog.hasOwner,,,2,0,0,0,0,0,`,
      `has-docs,Has documentation,gold,1,,hours,${owner},facts.docs.isPresent,,,1,0,0,1,0,1,`,
      `has-slo,Has an SLO,,1,,hours,${owner},facts.slo.count > 0,,2027-03-01,1,0,1,0,0,0,`,
      '',
    ]);
    const { text: own } = await get('/checks.csv?scorecard=readiness', 'priya');
    expect(own).toContain('facts.catalog.hasOwner,,,1,0,0,0,0,0,');
    expect((await get('/checks.csv')).status).toBe(400);
    expect((await get('/checks.csv?scorecard=none')).status).toBe(404);
  });

  it('have a history for each entity', async () => {
    const path = `/history?entityRef=${payments}&scorecard=readiness&weeks=2`;
    const { body } = await get(path);
    expect(body.items).toMatchObject([
      { level: 'gold', score: 1, changedChecks: [] },
      {
        level: 'bronze',
        score: 0.75,
        changedChecks: [
          { check: 'has-docs', title: 'Has documentation', outcome: 'fail' },
        ],
      },
    ]);
    const { text } = await get(path.replace('?', '.csv?'));
    expect(
      text.split('\r\n').map((line: string) => line.replace(/^[^,]*/, '')),
    ).toEqual([
      ',Rated,Level,Score,Changed checks',
      ',yes,gold,1,',
      ',yes,bronze,0.75,Has documentation: fail',
      '',
    ]);
    for (const list of ['history', 'history.csv']) {
      const hidden = await get(
        `/${list}?entityRef=${ledger}&scorecard=readiness`,
        'priya',
      );
      expect(hidden.status).toBe(404);
    }
  });

  it('have badges, which are the same for what is hidden and what is not there', async () => {
    const badge = (path: string, name = 'priya') =>
      get(`/badge/readiness/${path}`, name);
    const own = await badge('component/default/payment-service.svg');
    expect(own.status).toBe(200);
    expect(own.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const svg = own.body.toString();
    expect(svg).toContain('Production readiness: Bronze');
    const again = await badge('Component/DEFAULT/payment-service').set(
      'if-none-match',
      own.headers.etag,
    );
    expect(again.status).toBe(304);
    const seen = await badge('component/default/ledger', 'jonas');
    expect(seen.body.toString()).toContain('Gold');
    const unknown = await Promise.all([
      badge('component/default/ledger'),
      badge('component/default/none'),
      badge('component/default/%00'),
      badge('x%3Cscript%3E/default/none'),
      get('/badge/none/component/default/payment-service', 'priya'),
    ]);
    const bodies = unknown.map(({ body, status, headers }) =>
      JSON.stringify([status, body.toString(), headers.etag]),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('scorecard: unknown');
  });

  it('can be asked for by an agent', async () => {
    const { output } = await scorecard.actions.invoke({
      id: 'test:get-scorecard-results',
      input: { entityRef: payments },
      credentials: mockCredentials.user('user:default/priya'),
    });
    expect(output).toMatchObject({
      totalItems: 1,
      results: [
        {
          level: 'bronze',
          checks: [
            { check: 'has-owner', outcome: 'pass', facts: [{ value: true }] },
            { check: 'has-docs', outcome: 'exempt' },
            { check: 'has-slo', outcome: 'unknown', isCounted: false },
          ],
        },
      ],
    });
  });
});
