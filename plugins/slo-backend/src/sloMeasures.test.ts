import type { SloCollectResult, SloSource } from '@atrium/plugin-slo-node';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { minutesAgo, range, sampleCounts } from './__testUtils__/sampleCounts';
import { SAMPLE_FILE } from './__testUtils__/sampleEntities';
import { sampleSlo } from './__testUtils__/sampleSlo';
import { startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payment-service';

describe('sloPlugin, what it measures', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const collect = jest.fn<
    ReturnType<SloSource['collect']>,
    Parameters<SloSource['collect']>
  >();
  const source: SloSource = {
    type: 'test',
    description: {
      title: 'Test',
      measures: ['ratio'],
      hasCounters: false,
      fields: [],
    },
    historyMinutes: 60,
    settleMinutes: 2,
    maxRangeMinutes: 30,
    validate: ({ spec }) =>
      spec.series === 'wrong'
        ? [{ message: 'is wrong', path: ['series'] }]
        : [],
    collect,
  };
  let knex: Knex;
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openTestDatabase(databases, TEST_NOW);
    slo = await startSlo({
      knex,
      sources: [source],
      config: {
        evaluation: { minimumEvents: 50 },
      },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    jest.setSystemTime(TEST_NOW);
    collect.mockReset();
    await slo.clear();
  });

  describe('definitions', () => {
    it('runs what is valid, and says what is wrong by line', async () => {
      expect(await slo.ask('get', '/slos')).toMatchObject({
        status: 200,
        body: { items: [], totalItems: 0 },
      });
      const id = await slo.define();
      const { body } = await slo.ask('get', `/slos/${id}`);
      expect(body).toMatchObject({
        name: 'availability',
        entityRef: payments,
        ownerRef: 'group:default/team-payments',
        systemRef: 'system:default/billing',
        state: 'no-data',
        isStale: false,
        sourceTypes: ['push'],
        origin: { url: SAMPLE_FILE },
      });

      // Target 1 is no target; the SLO runs on as it was.
      await slo.define(sampleSlo({ target: 1 }));
      const definitions = await slo.ask(
        'get',
        `/definitions?entityRef=${payments}`,
      );
      expect(definitions.body).toMatchObject({
        files: [
          {
            url: SAMPLE_FILE,
            problems: [{ path: 'spec.objectives[0].target', line: 19 }],
          },
        ],
        slos: [{ id, name: 'availability', isStale: true }],
      });
      const stale = await slo.ask('get', `/slos/${id}`);
      expect(stale.body).toMatchObject({
        isStale: true,
        definition: { objectives: [{ target: 0.99 }] },
      });

      // Repaired with another target: the same SLO. Then it goes.
      expect(await slo.define(sampleSlo({ target: 0.95 }))).toBe(id);
      await slo.define(sampleSlo({ name: 'other' }));
      expect((await slo.ask('get', `/slos/${id}`)).status).toBe(404);
    });

    it('keeps what it has when a file goes away or cannot be read', async () => {
      const id = await slo.define();
      slo.files.clear();
      await knex('definitions').update({ due_at: new Date(0) });
      await slo.runTask('slo-definitions');
      const { body } = await slo.ask(
        'get',
        `/definitions?entityRef=${payments}`,
      );
      expect(body).toMatchObject({
        files: [{ problems: [{ message: 'The file does not exist' }] }],
        slos: [{ id, isStale: true }],
      });
    });

    it('saves nothing again of files that are as they were', async () => {
      const id = await slo.define();
      const later = new Date(TEST_NOW.getTime() + 600_000);
      jest.setSystemTime(later);
      const statements: string[] = [];
      const note = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', note);
      await slo.runTask('slo-definitions');
      knex.off('query', note);
      expect(statements.filter(sql => /INTO slos|series/.test(sql))).toEqual(
        [],
      );
      const { body } = await slo.ask(
        'get',
        `/definitions?entityRef=${payments}`,
      );
      expect(body).toMatchObject({
        files: [{ readAt: later.toISOString(), problems: [] }],
        slos: [{ id, isStale: false }],
      });
      // What another replica has saved meanwhile is not what this one knows.
      await knex('definitions').update({ files: '[]', due_at: new Date(0) });
      await slo.runTask('slo-definitions');
      expect(await slo.ask('get', `/slos/${id}`)).toMatchObject({
        body: { isStale: false },
      });
      const [{ files }] = await knex('definitions').select('files');
      expect(files).toMatchObject([{ url: SAMPLE_FILE }]);
    });

    it('reads again at once what was pushed, and only that', async () => {
      await slo.define();
      slo.files.set(SAMPLE_FILE, sampleSlo({ target: 0.5 }));
      const targetNow = async () => {
        await slo.runTask('slo-definitions');
        const { body } = await slo.ask('get', '/slos');
        const { body: details } = await slo.ask(
          'get',
          `/slos/${body.items[0].id}`,
        );
        return details.definition.objectives[0].target;
      };
      const push = (repository: string) =>
        slo.announcePush({
          ref: 'refs/heads/main',
          repository: {
            html_url: `https://git.acme.example/acme/${repository}`,
          },
        });
      await push('payment');
      expect(await targetNow()).toBe(0.99);
      await push('payment-service');
      expect(await targetNow()).toBe(0.5);
    });

    it('says what no source can answer', async () => {
      await slo.define(sampleSlo({ type: 'elsewhere' }));
      const { body } = await slo.ask(
        'get',
        `/definitions?entityRef=${payments}`,
      );
      expect(body.slos).toEqual([]);
      expect(body.files[0].problems[0].message).toContain(
        "'elsewhere', which this portal has no source for; it has push, test",
      );
    });
  });

  describe('counts', () => {
    it('come in again and again without harm, from services only', async () => {
      await slo.define();
      const batch = [
        ...sampleCounts([1, 2, 3], { good: 90, total: 100 }),
        { ...sampleCounts([1], { good: 1, total: 1 })[0], series: 'nobody' },
      ];
      const first = await slo.push(batch);
      expect(first).toMatchObject({
        status: 200,
        body: { stored: 4, unchanged: 0, unknownSeries: ['nobody'] },
      });
      expect((await slo.push(batch)).body).toMatchObject({
        stored: 0,
        unchanged: 4,
      });
      const corrected = await slo.push(
        sampleCounts([3], { good: 100, total: 100 }),
      );
      expect(corrected.body).toEqual({
        stored: 1,
        unchanged: 0,
        unknownSeries: [],
      });
      const asUser = await slo.ask('post', '/counts').send({ counts: batch });
      expect(asUser.status).toBe(403);
      const asNobody = await slo
        .ask('post', '/counts', mockCredentials.none.header())
        .send({ counts: batch });
      expect(asNobody.status).toBe(401);
      for (const wrong of [
        [],
        sampleCounts([1], { good: 2, total: 1 }),
        sampleCounts([-60], { good: 1, total: 1 }),
        sampleCounts([200 * 1440], { good: 1, total: 1 }),
      ]) {
        expect((await slo.push(wrong)).status).toBe(400);
      }
    });

    it('fill the past of any objective by its id', async () => {
      const id = await slo.define(sampleSlo({ type: 'test' }));
      const details = await slo.ask('get', `/slos/${id}`);
      const [objective] = details.body.definition.objectives;
      const [count] = sampleCounts([5], { good: 9, total: 10 });
      const { body } = await slo.push([
        { ...count, series: `slo:${id}/${objective.id}` },
        { ...count, series: `slo:${id}/nothing` },
        { ...count, series: 'slo:nonsense' },
      ]);
      expect(body).toEqual({
        stored: 1,
        unchanged: 0,
        unknownSeries: [`slo:${id}/nothing`, 'slo:nonsense'],
      });
      await slo.runTask('slo-evaluation');
      const { body: after } = await slo.ask('get', `/slos/${id}`);
      expect(after.objectives[0]).toMatchObject({ good: 9, total: 10 });
    });

    it('are collected from sources, gaps left open and problems told', async () => {
      await slo.define(sampleSlo({ type: 'test' }));
      collect.mockImplementation(async ({ queries, to }) => {
        const last = new Date(Date.parse(to) - 60_000).toISOString();
        return new Map(
          queries.map(({ key, part, state }) => [
            key,
            {
              minutes: [{ minute: last, value: part === 'good' ? 95 : 100 }],
              state: Number(state ?? 0) + 1,
            },
          ]),
        );
      });
      await slo.runTask('slo-collect');
      // An hour back in steps of at most 30 minutes.
      const spans = collect.mock.calls.map(
        ([{ from, to }]) => (Date.parse(to) - Date.parse(from)) / 60_000,
      );
      expect(Math.max(...spans)).toBe(30);
      expect(collect.mock.calls[0][0].queries).toMatchObject([
        { entityRef: payments, part: 'good', isCounter: true },
        { entityRef: payments, part: 'total', isCounter: true },
      ]);
      expect(collect.mock.calls[1][0].queries[0].state).toBe(1);
      await slo.runTask('slo-evaluation');
      const { body } = await slo.ask('get', '/slos');
      expect(body.items[0].objectives[0]).toMatchObject({
        state: 'breached',
        sli: 0.95,
      });

      collect.mockRejectedValue(new Error('connection refused'));
      await slo.runTask('slo-collect');
      const failed = await slo.ask('get', '/slos');
      expect(failed.body.items[0].sourceProblem).toContain(
        "The source 'test' is not available",
      );
      const sources = await slo.ask('get', '/sources');
      expect(sources.body.items).toMatchObject([
        { type: 'test', queries: 2, failing: 2 },
      ]);
      slo.denied.add('slo.source.read');
      expect((await slo.ask('get', '/sources')).status).toBe(403);
    });

    it('are saved, whatever else the database refuses', async () => {
      await slo.define(
        ['payments', 'halves', 'ancient']
          .map(series => sampleSlo({ name: series, series, type: 'test' }))
          .join('---\n'),
      );
      collect.mockImplementation(async ({ queries, to }) => {
        const minute = new Date(Date.parse(to) - 60_000).toISOString();
        const minutes = [{ minute, value: 100 }];
        const results: Record<string, SloCollectResult> = {
          payments: { minutes },
          halves: { minutes: [], problem: 'Half of it: \ud83d' },
          // No source says so, and no database has a place for it.
          ancient: { minutes, changedSince: '-200000-01-01T00:00:00.000Z' },
        };
        return new Map(
          queries.map(({ key, query }) => [
            key,
            results[String(query.spec.series)],
          ]),
        );
      });
      await slo.runTask('slo-collect');
      // An hour in three steps that overlap, beside two of which the others are
      // asked for again.
      expect(collect).toHaveBeenCalledTimes(5);
      await slo.runTask('slo-evaluation');
      const { body } = await slo.ask('get', '/slos');
      const slos = body.items.map(
        (one: { name: string; state: string; sourceProblem?: string }) => [
          one.name,
          [one.state, one.sourceProblem],
        ],
      );
      expect(Object.fromEntries(slos)).toEqual({
        payments: ['ok', undefined],
        halves: ['no-data', 'The good query: Half of it: \ufffd'],
        ancient: ['no-data', 'The database refused what its sources answered'],
      });
    });
  });

  describe('status', () => {
    it('is the sum of what was counted, and follows late corrections', async () => {
      const id = await slo.define();
      // 20 of the 1,440 minutes: 2,000 requests of which 10 were bad.
      await slo.push(sampleCounts(range(1, 21), { good: 100, total: 100 }));
      await slo.push(sampleCounts([1000], { good: 90, total: 100 }));
      await slo.runTask('slo-evaluation');
      const { body } = await slo.ask('get', `/slos/${id}`);
      const [objective] = body.objectives;
      expect(objective).toMatchObject({
        state: 'ok',
        good: 2090,
        total: 2100,
        sli: 2090 / 2100,
        excludedMinutes: 0,
        coverage: 21 / 1440,
        lastDataAt: minutesAgo(1),
        alert: { state: 'none' },
      });
      // A budget of 21 bad requests, of which 10 are spent.
      expect(objective.budgetRemaining).toBeCloseTo(11 / 21, 12);
      expect(objective.burnRates).toContainEqual({
        windowMinutes: 60,
        burnRate: 0,
      });

      await slo.push(sampleCounts([1000], { good: 70, total: 100 }));
      await slo.runTask('slo-evaluation');
      const later = await slo.ask('get', `/slos/${id}`);
      expect(later.body.state).toBe('breached');
      expect(later.body.objectives[0].budgetRemaining).toBeCloseTo(-9 / 21, 12);
    });

    it('counts whole slices where the definition says so', async () => {
      const id = await slo.define(
        sampleSlo({
          method: 'Timeslices',
          target: 0.9,
          objective: '      timeSliceTarget: 0.95\n      timeSliceWindow: 10m',
        }),
      );
      const now = Math.floor(Date.now() / 60_000);
      // Minutes of whole slices that are over: four good ones and a bad one.
      const slice = (back: number) => now - (now % 10) - back * 10;
      const pushSlice = (back: number, good: number) =>
        slo.push(
          range(0, 10).map(offset => ({
            series: 'payments',
            minute: new Date((slice(back) + offset) * 60_000).toISOString(),
            good,
            total: 100,
          })),
        );
      for (const [back, good] of [
        [1, 100],
        [2, 94],
        [3, 95],
        [4, 99],
        [9, 100],
      ]) {
        await pushSlice(back, good);
      }
      await slo.runTask('slo-evaluation');
      const { body } = await slo.ask('get', `/slos/${id}`);
      expect(body.objectives[0]).toMatchObject({
        good: 4,
        total: 5,
        sli: 0.8,
        state: 'breached',
      });
    });

    it('says no data and not enough traffic as such', async () => {
      const id = await slo.define();
      const stateNow = async () => {
        await slo.runTask('slo-evaluation');
        const { body } = await slo.ask('get', `/slos/${id}`);
        return body.state;
      };
      expect(await stateNow()).toBe('no-data');
      await slo.push(sampleCounts([1], { good: 0, total: 0 }));
      expect(await stateNow()).toBe('not-enough-traffic');
      await slo.push(sampleCounts([1], { good: 0, total: 10 }));
      expect(await stateNow()).toBe('not-enough-traffic');
      const gate = await slo.ask(
        'get',
        `/gates/${encodeURIComponent(payments)}`,
      );
      expect(gate.body).toMatchObject({ state: 'unknown', isAllowed: false });
    });
  });

  describe('alerts', () => {
    it('page once when the budget burns fast, and once when that is over', async () => {
      const id = await slo.define();
      await slo.push(sampleCounts(range(1, 61), { good: 80, total: 100 }));
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-alerts');
      await slo.runTask('slo-alerts');
      const pages = slo.notifications.filter(
        ({ payload }) => payload.severity === 'critical',
      );
      expect(pages).toMatchObject([
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/team-payments'],
          },
          payload: {
            title:
              'Error budget burns fast: Payments succeed of Payment Service',
            topic: 'slo-alert',
          },
        },
      ]);
      const firing = await slo.ask('get', `/alerts?sloId=${id}&severity=page`);
      expect(firing.body).toMatchObject({
        totalItems: 1,
        items: [
          {
            state: 'firing',
            reason: 'burn-rate',
            entityRef: payments,
            longWindowMinutes: 60,
            shortWindowMinutes: 5,
            deliveries: [
              { target: 'owners', state: 'firing', isDelivered: true },
            ],
          },
        ],
      });
      expect(firing.body.items[0].longBurnRate).toBeCloseTo(20, 9);

      slo.notifications.length = 0;
      await slo.push(sampleCounts(range(1, 61), { good: 100, total: 100 }));
      await slo.runTask('slo-evaluation');
      jest.setSystemTime(TEST_NOW.getTime() + 5 * 60_000);
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-alerts');
      const over = await slo.ask('get', `/alerts?sloId=${id}&severity=page`);
      expect(over.body.items).toMatchObject([{ state: 'resolved' }]);
      expect(slo.notifications.map(({ payload }) => payload.title)).toContain(
        'Resolved: Payments succeed of Payment Service',
      );
    });

    it('page of an outage right after a calendar window began', async () => {
      // Twelve minutes into a month, with one event a minute and 50 needed.
      jest.setSystemTime(new Date('2026-12-01T00:12:30Z'));
      const id = await slo.define(
        sampleSlo({
          window: `duration: 1M
      isRolling: false
      calendar: { startTime: '2026-01-01 00:00:00', timeZone: UTC }`,
        }),
      );
      const alertNow = async () => {
        await slo.runTask('slo-evaluation');
        const { body } = await slo.ask('get', `/slos/${id}`);
        const [{ state, total, alert }] = body.objectives;
        return [state, total, alert.state];
      };
      // Ten of 60 minutes burn a budget of 1% 16.7 times as fast as allowed, the
      // last five 100 times; 14.4 times would do.
      await slo.push(sampleCounts(range(1, 11), { good: 0, total: 1 }));
      await slo.push(sampleCounts(range(11, 50), { good: 1, total: 1 }));
      expect(await alertNow()).toEqual(['not-enough-traffic', 12, 'none']);
      // The 50th event in a month, though not of this month.
      await slo.push(sampleCounts([50], { good: 1, total: 1 }));
      expect(await alertNow()).toEqual(['not-enough-traffic', 12, 'firing']);
    });

    it('tell of missing data where the policy wants that', async () => {
      await slo.define(
        sampleSlo({
          extra: `  alertPolicies:
    - metadata: { name: silence }
      spec:
        alertWhenNoData: true
        alertWhenBreaching: true
        conditions:
          - metadata: { name: fast }
            spec:
              severity: page
              condition: { kind: burnrate, op: gt, threshold: 14, lookbackWindow: 1h }
`,
        }),
      );
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-alerts');
      // It has not been looked at for long enough to say that.
      expect(slo.notifications).toEqual([]);
      await slo.ask('post', '/exclusions').send({
        entityRef: payments,
        from: minutesAgo(0),
        to: minutesAgo(-30),
        kind: 'maintenance',
        reason: 'Nobody has to hear of this',
      });
      jest.setSystemTime(TEST_NOW.getTime() + 3_600_000);
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-alerts');
      expect(slo.notifications).toEqual([]);
      jest.setSystemTime(TEST_NOW.getTime() + 5_400_000);
      await slo.runTask('slo-evaluation');
      await slo.runTask('slo-alerts');
      expect(slo.notifications).toMatchObject([
        { payload: { title: 'No data: Payments succeed of Payment Service' } },
      ]);
    });
  });
});
