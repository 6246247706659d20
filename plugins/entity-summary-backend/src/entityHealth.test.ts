import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { CostDueStore } from './database/CostDueStore';
import { startSummary } from './__testUtils__/startSummary';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const service = 'component:default/payment-service';

describe('the health of rows', () => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startSummary>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startSummary(knex);
    await portal.readCatalog();
  });

  beforeEach(() => freezeTime('2026-11-28T12:00:00Z'));

  afterEach(() => {
    jest.useRealTimers();
    portal.forget();
    portal.plugins.clear();
  });

  afterAll(() => portal.server.stop());

  async function rows(query: string): Promise<Record<string, EntityRow>> {
    const { body } = await portal
      .ask('get', `/entities?${query}`, mockCredentials.user.header())
      .expect(200);
    return Object.fromEntries(
      body.items.map((row: EntityRow) => [row.name, row]),
    );
  }

  it('keeps what the plugins say, and sums it up for systems, domains and teams', async () => {
    const { plugins } = portal;
    plugins.delivery.set(service, {
      status: 'incident',
      openIncidents: 2,
      lastProductionDeployment: {
        id: '1',
        kind: 'deployed',
        service: 'payment-service',
        source: 'ci',
        environment: 'production',
        tier: 'production',
        version: '2.1.0',
        at: '2026-11-28T11:00:00.000Z',
      },
    });
    plugins.slo.set(service, { slos: 2, state: 'ok', budgetRemaining: 0.4 });
    plugins.slo.set('component:default/order-service', {
      slos: 1,
      state: 'at-risk',
      budgetRemaining: 0.1,
    });
    plugins.scorecards = [
      { name: 'security', title: 'Security', checkCount: 9, levels: [] },
      {
        name: 'ready',
        title: 'Production readiness',
        checkCount: 3,
        levels: [
          { name: 'bronze', title: 'Bronze', color: 'gray' },
          { name: 'gold', title: 'Gold', color: 'gray' },
        ],
      },
    ];
    plugins.results.set(service, [
      { scorecard: 'security', pass: 2, fail: 0, scorecardTitle: 'Security' },
      {
        scorecard: 'ready',
        scorecardTitle: 'Production readiness',
        level: 'gold',
        rank: 2,
        score: 0.9,
        pass: 1,
        fail: 1,
      },
    ]);
    plugins.costs.set(service, { monthToDate: '120.50', budgetState: 'over' });
    plugins.costs.set('system:default/checkout', { monthToDate: '300' });
    await portal.refreshAll();

    const components = await rows('kind=component&sort=health');
    expect(Object.keys(components)).toEqual([
      'payment-service',
      'order-service',
      'Eclair',
    ]);
    expect(components['payment-service']).toMatchObject({
      health: 'bad',
      healthReason: 'incident',
      openIncidents: 2,
      version: '2.1.0',
      deployedAt: '2026-11-28T11:00:00.000Z',
      budgetRemaining: 0.4,
      level: {
        scorecard: 'ready',
        scorecardTitle: 'Production readiness',
        level: 'Gold',
        color: 'gray',
        rank: 2,
        levels: 2,
        score: 0.9,
      },
      cost: { amount: '120.50', currency: 'EUR', month: '2026-11' },
    });
    expect(components['order-service']).toMatchObject({
      health: 'warning',
      healthReason: 'slo',
    });
    // Nobody says anything of it.
    expect(components.Eclair).toMatchObject({ health: 'unknown' });

    const { checkout } = await rows('kind=system');
    expect(checkout).toMatchObject({
      health: 'bad',
      healthReason: 'incident',
      openIncidents: 2,
      budgetRemaining: 0.1,
      cost: { amount: '300', currency: 'EUR' },
    });
    expect((await rows('kind=domain')).commerce.health).toBe('bad');
    const groups = await rows('kind=group');
    expect([
      groups.payments.health,
      groups.orders.health,
      groups.retail.health,
      groups.retail.openIncidents,
    ]).toEqual(['bad', 'warning', 'bad', 2]);
    expect(portal.signals.flatMap(({ channel }) => channel)).not.toContain(
      'slo',
    );
  });

  it('keeps how what the portal made is, as its provider says', async () => {
    const resource = {
      id: 'r1',
      catalogRef: 'resource:default/payment-db',
      state: 'ready',
      isSuspended: false,
      drift: { differences: ['Its owner is another'] },
    };
    const made = async (part: object) => {
      portal.plugins.pages.set('resources', [{ ...resource, ...part }]);
      await portal.refreshAll();
      const { 'payment-db': row } = await rows('kind=resource');
      const { body: summary } = await portal.ask(
        'get',
        '/entities/resource/default/payment-db',
        mockCredentials.user.header(),
      );
      return { row, part: summary.parts.provisioning };
    };
    const well = await made({ health: { status: 'ok' } });
    expect(well.row).toMatchObject({ health: 'good' });
    expect(well.part).toEqual({
      state: 'ready',
      value: {
        health: 'good',
        resourceId: 'r1',
        state: 'ready',
        isSuspended: false,
        differences: 1,
      },
    });
    const ill = await made({
      health: { status: 'degraded', message: 'No connections are left' },
    });
    expect(ill.row).toMatchObject({
      health: 'bad',
      healthReason: 'provisioning',
    });
    expect(ill.part.value).toMatchObject({
      health: 'bad',
      reason: 'No connections are left',
    });
  });

  it('keeps what a plugin said before where it does not answer, and asks again soon', async () => {
    portal.plugins.slo.set(service, { slos: 1, state: 'breached' });
    await portal.refreshAll();
    expect((await rows('kind=component'))['payment-service']).toMatchObject({
      health: 'bad',
      healthReason: 'slo',
    });
    portal.plugins.trouble.set('slo', 'down');
    await portal.refreshAll();
    const kept = await rows('kind=component');
    expect(kept['payment-service'].health).toBe('bad');
    const { rows: due } = await knex.raw(
      `SELECT due_at < now() + interval '6 minutes' AS is_soon
       FROM entities WHERE entity_ref = ?`,
      [service],
    );
    expect(due).toEqual([{ is_soon: true }]);
  });

  it('keeps what ran before only of what no cluster that answers runs', async () => {
    const other = 'component:default/order-service';
    const well = {
      workloads: 1,
      desiredPods: 2,
      readyPods: 2,
      degraded: 0,
      down: 0,
      stopped: 0,
    };
    portal.plugins.runtime.set(service, well);
    portal.plugins.runtime.set(other, well);
    await portal.refreshAll();
    expect((await rows('kind=component'))['payment-service'].health).toBe(
      'good',
    );
    portal.plugins.unreadClusters = ['old-staging'];
    portal.plugins.runtime.set(service, {
      ...well,
      readyPods: 0,
      degraded: 1,
      down: 1,
    });
    portal.plugins.runtime.delete(other);
    await portal.refreshAll();
    const known = await rows('kind=component');
    expect(known['payment-service']).toMatchObject({
      health: 'bad',
      healthReason: 'runtime',
    });
    expect(known['order-service'].health).toBe('good');
    const page = async (name: string) => {
      const { body } = await portal.ask(
        'get',
        `/entities/component/default/${name}`,
        mockCredentials.user.header(),
      );
      return body.parts.runtime.state;
    };
    expect(await page('payment-service')).toBe('ready');
    expect(await page('order-service')).toBe('unavailable');
  });

  it('asks ever later of what still does not answer, and soon again once it did', async () => {
    // In minutes; Eclair runs nothing that anybody knows of.
    const waitFor = async () => {
      await portal.refreshAll();
      const { rows: due } = await knex.raw(
        `SELECT round(extract(epoch FROM due_at - asked_at) / 60)::int AS minutes
         FROM entities WHERE name = 'Eclair'`,
      );
      return due[0].minutes;
    };
    await waitFor();
    portal.plugins.unreadClusters = ['old-staging'];
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      waits.push(await waitFor());
    }
    expect(waits).toEqual([5, 10, 20, 40]);
    portal.plugins.unreadClusters = [];
    expect(await waitFor()).toBeGreaterThanOrEqual(240);
    portal.plugins.unreadClusters = ['old-staging'];
    expect(await waitFor()).toBe(5);
  });

  it('asks only of what is due', async () => {
    await portal.refreshAll();
    portal.plugins.asked.length = 0;
    await portal.refresh();
    expect(portal.plugins.asked).toEqual([]);
  });

  describe('when other sums of cost are in force', () => {
    const costsDue = () => new CostDueStore(knex);

    beforeEach(async () => {
      portal.plugins.slo.set(service, { slos: 1, state: 'breached' });
      portal.plugins.costs.set(service, { monthToDate: '100' });
      await portal.refreshAll();
      portal.plugins.asked.length = 0;
    });

    it('asks for cost alone, and keeps what the others said', async () => {
      await costsDue().markAllDue();
      portal.plugins.costs.set(service, { monthToDate: '250' });
      portal.plugins.slo.clear();
      await portal.refresh();
      expect(new Set(portal.plugins.asked)).toEqual(
        new Set(['cost getSummaries']),
      );
      expect((await rows('kind=component'))['payment-service']).toMatchObject({
        health: 'bad',
        healthReason: 'slo',
        cost: { amount: '250', currency: 'EUR' },
      });
      portal.plugins.asked.length = 0;
      await portal.refresh();
      expect(portal.plugins.asked).toEqual([]);
    });

    it('asks again some minutes after cost did not answer', async () => {
      await costsDue().markAllDue();
      portal.plugins.trouble.set('cost', 'down');
      await portal.refresh();
      portal.plugins.trouble.clear();
      portal.plugins.costs.set(service, { monthToDate: '250' });
      await portal.refresh();
      expect(
        (await rows('kind=component'))['payment-service'].cost,
      ).toMatchObject({ amount: '100' });
      await knex('entities')
        .whereNotNull('cost_due_at')
        .update({ cost_due_at: new Date(0) });
      await portal.refresh();
      expect(
        (await rows('kind=component'))['payment-service'].cost,
      ).toMatchObject({ amount: '250' });
    });

    it('keeps nothing of an entity that was asked of meanwhile, or told of again', async () => {
      await costsDue().markAllDue();
      const due = await costsDue().takeDue(1_000);
      const asked = due.map(entity => ({
        ...entity,
        parts: {},
        health: 'good' as const,
        healthReason: undefined,
        isIncomplete: false,
      }));
      await knex('entities')
        .where({ entity_ref: service })
        .update({ asked_at: new Date(0) });
      await costsDue().markAllDue();
      await costsDue().save(asked);
      expect((await rows('kind=component'))['payment-service']).toMatchObject({
        health: 'bad',
        cost: { amount: '100' },
      });
      // All are due once more, since they were told of while they were asked.
      expect(await costsDue().takeDue(1_000)).toHaveLength(due.length);
    });
  });
});
