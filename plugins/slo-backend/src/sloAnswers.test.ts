import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { minutesAgo, range, sampleCounts } from './__testUtils__/sampleCounts';
import { startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payment-service';

describe('sloPlugin, what it answers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openTestDatabase(databases, TEST_NOW);
    slo = await startSlo({
      knex,
      config: {
        evaluation: { minimumEvents: 50 },
      },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await slo.clear();
  });

  describe('exclusions and gates', () => {
    it('take a time out and back in, on record', async () => {
      const id = await slo.define();
      await slo.push(sampleCounts(range(100, 200), { good: 100, total: 100 }));
      await slo.push(sampleCounts([50], { good: 0, total: 1000 }));
      const exclusion = {
        entityRef: payments,
        sloName: 'availability',
        from: minutesAgo(60),
        to: minutesAgo(40),
        kind: 'maintenance',
        reason: 'Upgrade of the database',
      };
      const created = await slo.ask('post', '/exclusions').send(exclusion);
      expect(created).toMatchObject({
        status: 201,
        body: { ...exclusion, createdBy: 'user:default/mock' },
      });
      await slo.runTask('slo-evaluation');
      const without = await slo.ask('get', `/slos/${id}`);
      expect(without.body.objectives[0]).toMatchObject({
        sli: 1,
        excludedMinutes: 20,
      });
      const removed = await slo.ask('delete', `/exclusions/${created.body.id}`);
      expect(removed.body).toMatchObject({ deletedBy: 'user:default/mock' });
      await slo.runTask('slo-evaluation');
      const again = await slo.ask('get', `/slos/${id}`);
      expect(again.body.objectives[0].sli).toBeCloseTo(10 / 11, 12);

      const list = await slo.ask('get', `/exclusions?entityRef=${payments}`);
      expect(list.body).toMatchObject({
        totalItems: 1,
        items: [{ id: created.body.id, deletedBy: 'user:default/mock' }],
      });
      expect(
        slo.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
      ).toEqual(['exclusion-create', 'exclusion-delete']);

      slo.denied.add('slo.exclusion.create');
      for (const [body, status] of [
        [exclusion, 403],
        [{ ...exclusion, to: exclusion.from }, 400],
        [{ ...exclusion, entityRef: 'component:default/hidden' }, 404],
      ] as const) {
        const answer = await slo.ask('post', '/exclusions').send(body);
        expect(answer.status).toBe(status);
      }
      expect(
        (await slo.ask('delete', `/exclusions/${created.body.id}`)).status,
      ).toBe(409);
    });

    it('close when the budget is spent, until somebody opens them', async () => {
      const path = `/gates/${encodeURIComponent(payments)}`;
      await slo.define();
      await slo.push(sampleCounts([10], { good: 100, total: 100 }));
      await slo.runTask('slo-evaluation');
      expect((await slo.ask('get', path)).body).toMatchObject({
        state: 'open',
        isAllowed: true,
        closesBelow: 0,
        reasons: [],
      });
      await slo.push(sampleCounts([10], { good: 90, total: 100 }));
      await slo.runTask('slo-evaluation');
      expect((await slo.ask('get', path)).body).toMatchObject({
        state: 'closed',
        isAllowed: false,
        reasons: [{ sloName: 'availability', budgetRemaining: -9 }],
      });
      const override = { reason: 'Fixes the cause', until: minutesAgo(-60) };
      const opened = await slo.ask('post', `${path}/override`).send(override);
      expect(opened.body).toMatchObject({
        state: 'overridden',
        isAllowed: true,
        override: { ...override, createdBy: 'user:default/mock' },
      });
      slo.denied.add('slo.gate.override');
      for (const [body, status] of [
        [override, 403],
        [{ reason: 'x', until: override.until }, 400],
      ] as const) {
        const answer = await slo.ask('post', `${path}/override`).send(body);
        expect(answer.status).toBe(status);
      }
    });
  });

  describe('reads', () => {
    it('draw a series with its gaps, and weeks', async () => {
      const id = await slo.define();
      await slo.push(sampleCounts([3], { good: 99, total: 100 }));
      await slo.runTask('slo-evaluation');
      const { body } = await slo.ask(
        'get',
        `/slos/${id}/series?from=${minutesAgo(4)}&to=${minutesAgo(1)}`,
      );
      expect(body).toMatchObject({
        step: 'minute',
        target: 0.99,
        points: [
          { at: minutesAgo(4), isGap: true, measuredMinutes: 0 },
          {
            at: minutesAgo(3),
            isGap: false,
            good: 99,
            total: 100,
            ratio: 0.99,
            budgetRemaining: 0,
          },
          { at: minutesAgo(2), isGap: true, budgetRemaining: 0 },
        ],
      });
      expect(body.points[0].budgetRemaining).toBeUndefined();

      const weeks = await slo.ask('get', '/heat-map?weeks=2');
      expect(weeks.body).toMatchObject({
        totalItems: 1,
        items: [
          {
            sloName: 'availability',
            displayName: 'Payments succeed',
            ownerRef: 'group:default/team-payments',
          },
        ],
      });
      // 25 November 2026 is a Wednesday: 2 days and 12 hours have passed.
      expect(weeks.body.items[0].objectives[0].cells).toEqual([
        { weekStart: '2026-11-16', coverage: 0 },
        {
          weekStart: '2026-11-23',
          sli: 0.99,
          isTargetMet: true,
          coverage: 1 / 3_600,
        },
      ]);
    });

    it('list by scope and state, sum up entities, and export', async () => {
      const id = await slo.define();
      await slo.push(sampleCounts([10], { good: 90, total: 100 }));
      await slo.runTask('slo-evaluation');
      for (const [query, found] of [
        ['', 1],
        ['ownerRef=group:default/team-payments&state=breached', 1],
        ['systemRef=system:default/billing&service=payments', 1],
        ['state=ok&state=at-risk', 0],
        ['name=latency', 0],
        ['entityRef=component:default/notebook', 0],
      ] as const) {
        const { body } = await slo.ask('get', `/slos?${query}`);
        expect({ query, found: body.totalItems }).toEqual({ query, found });
      }
      const statuses = await slo.ask(
        'get',
        `/statuses?entityRef=component:default/hidden&entityRef=${payments}`,
      );
      expect(statuses.body.items).toMatchObject([
        { entityRef: 'component:default/hidden', slos: 0, state: 'no-data' },
        {
          entityRef: payments,
          slos: 1,
          state: 'breached',
          states: { breached: 1 },
          budgetRemaining: -9,
          fileProblems: 0,
        },
      ]);
      const yaml = await slo.ask('get', `/slos/${id}/openslo`);
      expect(yaml.headers['content-type']).toContain('yaml');
      expect(yaml.text).toContain('kind: SLO');
      const rules = await slo.ask('get', `/slos/${id}/prometheus-rules`);
      expect(rules.body.notConverted.length).toBeGreaterThan(0);
    });

    it('answer 400, 401 and 404', async () => {
      const id = await slo.define();
      for (const [path, status] of [
        ['/slos?limit=0', 400],
        ['/slos?cursor=x', 400],
        ['/slos?state=great', 400],
        ['/slos/not-an-id', 400],
        ['/slos/00000000-0000-0000-0000-000000000000', 404],
        [`/slos/${id}/series?from=${minutesAgo(-1)}`, 400],
        [
          `/slos/${id}/series?from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z&step=minute`,
          400,
        ],
        [
          `/slos/${id}/series?from=${minutesAgo(9)}&to=${minutesAgo(
            1,
          )}&objectiveId=x`,
          404,
        ],
        ['/definitions?entityRef=component:default/hidden', 404],
        ['/statuses', 400],
        ['/exclusions?entityRef=component:default/hidden', 404],
        ['/gates/component:default%2Fhidden', 404],
      ] as const) {
        const answer = await slo.ask('get', path);
        expect({ path, status: answer.status }).toEqual({ path, status });
      }
      const nobody = await slo.ask(
        'get',
        '/slos',
        mockCredentials.none.header(),
      );
      expect(nobody.status).toBe(401);
    });

    it('return 400 for a parameter that the route does not know', async () => {
      const id = await slo.define();
      for (const path of [
        '/slos',
        `/slos/${id}`,
        `/slos/${id}/series`,
        `/slos/${id}/openslo`,
        `/slos/${id}/prometheus-rules`,
        '/statuses',
        '/heat-map',
        '/alerts',
        '/definitions',
        '/sources',
        '/exclusions',
        '/proposals',
        `/gates/${encodeURIComponent(payments)}`,
      ]) {
        const { status, body } = await slo.ask('get', `${path}?entitiRef=x`);
        expect({ path, status }).toEqual({ path, status: 400 });
        expect(body.error.message).toContain(
          "Unknown query parameter 'entitiRef'",
        );
      }
    });

    it('take the last 30 days where no period is given', async () => {
      const id = await slo.define();
      const { body } = await slo.ask('get', `/slos/${id}/series`);
      expect(body).toMatchObject({
        step: 'hour',
        from: minutesAgo(30 * 1_440),
      });
    });

    it('skip and count entities that do not exist, in every list', async () => {
      await slo.define();
      const hidden = 'component:default/hidden';
      const skipped = { count: 1, entityRefs: [hidden] };
      const some = await slo.ask(
        'get',
        `/slos?entityRef=${hidden}&entityRef=${payments}`,
      );
      expect(some.body).toMatchObject({
        totalItems: 1,
        items: [{ entityRef: payments }],
        skipped,
      });
      for (const path of [
        `/slos?entityRef=${hidden}`,
        `/slos?entityRef=${payments}&ownerRef=${hidden}`,
        `/alerts?entityRef=${hidden}`,
        `/heat-map?ownerRef=${hidden}`,
      ]) {
        const { body } = await slo.ask('get', path);
        expect({ path, ...body }).toMatchObject({
          path,
          items: [],
          totalItems: 0,
          skipped,
        });
      }
      const all = await slo.ask('get', '/slos');
      expect(all.body.skipped).toEqual({ count: 0, entityRefs: [] });
    });

    it('answer agents', async () => {
      await slo.define();
      await slo.push(sampleCounts([10], { good: 90, total: 100 }));
      await slo.runTask('slo-evaluation');
      const status = await slo.actions.invoke({
        id: 'test:get-slo-status',
        input: { entityRef: payments },
        credentials: mockCredentials.user(),
      });
      expect(status.output).toMatchObject({
        gate: 'closed',
        slos: [{ name: 'availability', state: 'breached' }],
      });
      const alerts = await slo.actions.invoke({
        id: 'test:list-slo-alerts',
        input: {},
        credentials: mockCredentials.user(),
      });
      expect(alerts.output).toMatchObject({ totalItems: expect.any(Number) });
    });
  });
});
