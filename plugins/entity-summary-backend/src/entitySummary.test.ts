import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startSummary } from './__testUtils__/startSummary';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const service = 'component:default/payment-service';
const priya = mockCredentials.user.header('user:default/priya');
const mina = mockCredentials.user.header('user:default/mina');

describe('the summary of an entity', () => {
  let portal: Awaited<ReturnType<typeof startSummary>>;

  beforeAll(async () => {
    portal = await startSummary(await createTestDatabase(databases));
    await portal.readCatalog();
  });

  beforeEach(() => freezeTime('2026-11-28T12:00:00Z'));

  afterEach(() => {
    jest.useRealTimers();
    portal.forget();
    portal.plugins.clear();
    portal.hidden.clear();
  });

  afterAll(() => portal.server.stop());

  async function summarize(path: string, who = priya): Promise<EntitySummary> {
    const { body } = await portal
      .ask('get', `/entities/${path}`, who)
      .expect(200);
    return body;
  }

  it('says how each part is, what is open and what changed, newest first', async () => {
    const { plugins } = portal;
    plugins.delivery.set(service, { status: 'incident', openIncidents: 1 });
    plugins.runtime.set(service, {
      workloads: 1,
      desiredPods: 2,
      readyPods: 1,
      degraded: 1,
      down: 0,
      stopped: 0,
      reason: '1 of 2 pods are ready.',
    });
    plugins.deployments = [
      {
        id: 'd2',
        kind: 'deployed',
        service: 'payment-service',
        entityRef: service,
        environment: 'production',
        tier: 'production',
        version: '2.1.0',
        at: '2026-11-28T10:00:00.000Z',
        url: 'https://ci.acme.example/2',
      },
      {
        id: 'd1',
        kind: 'rolledback',
        service: 'payment-service',
        entityRef: service,
        environment: 'staging',
        tier: 'staging',
        version: '2.0.0',
        at: '2026-11-27T10:00:00.000Z',
      },
    ];
    plugins.incidents = [
      {
        id: 'i1',
        incidentId: 'INC-7',
        entityRef: service,
        description: 'Cards are refused',
        environment: 'production',
        tier: 'production',
        detectedAt: '2026-11-28T11:00:00.000Z',
        url: 'https://ops.acme.example/7',
      },
    ];
    plugins.alerts = [
      {
        id: 'a1',
        sloId: 's1',
        sloName: 'availability',
        sloDisplayName: 'Availability',
        severity: 'page',
        state: 'firing',
        firedAt: '2026-11-28T10:50:00.000Z',
      },
      // At the same time, so that it is no change of its own.
      {
        id: 'a2',
        sloId: 's1',
        sloName: 'availability',
        sloDisplayName: 'Availability',
        severity: 'ticket',
        state: 'firing',
        firedAt: '2026-11-28T10:55:00.000Z',
      },
    ];
    plugins.results.set(service, [
      {
        scorecard: 'ready',
        scorecardTitle: 'Readiness',
        level: 'gold',
        rank: 1,
        pass: 1,
        fail: 0,
        levelSince: '2026-10-01T00:00:00.000Z',
      },
    ]);
    const summary = await summarize('component/default/payment-service');

    expect(summary.entity).toMatchObject({
      name: 'payment-service',
      ownerTitle: 'Payments',
      health: 'bad',
      healthReason: 'incident',
    });
    expect(summary.parts.delivery).toMatchObject({
      state: 'ready',
      value: { health: 'bad', openIncidents: 1 },
    });
    expect(summary.parts.runtime).toEqual({
      state: 'ready',
      value: {
        health: 'warning',
        workloads: 1,
        desiredPods: 2,
        readyPods: 1,
        reason: '1 of 2 pods are ready.',
        readAt: '2026-11-28T11:59:00.000Z',
      },
    });
    expect(summary.parts.slo).toEqual({ state: 'absent' });
    expect(summary.incidents).toEqual([
      {
        id: 'i1',
        entityRef: service,
        description: 'Cards are refused',
        environment: 'production',
        since: '2026-11-28T11:00:00.000Z',
        url: 'https://ops.acme.example/7',
        suspect: {
          deploymentId: 'd2',
          version: '2.1.0',
          deployedAt: '2026-11-28T10:00:00.000Z',
          url: 'https://ci.acme.example/2',
        },
      },
    ]);
    // All of them are its own.
    expect(summary.changes.flatMap(({ entityRef }) => entityRef ?? [])).toEqual(
      [],
    );
    expect(
      summary.changes.map(({ kind, title }) => `${kind} ${title}`),
    ).toEqual([
      'incident-opened Cards are refused',
      'alert Availability',
      'deployment 2.1.0',
      'rollback 2.0.0',
    ]);
    expect(summary.changesUnavailable).toEqual([]);
    const { neighbours } = summary;
    expect(neighbours.dependsOn.map(({ name }) => name)).toEqual([
      'payment-db',
    ]);
    expect(neighbours.usedBy.map(({ name }) => name)).toEqual([
      'order-service',
    ]);
    expect(neighbours.partsTotal).toBe(0);
  });

  it('is held up by nobody who fails, is late or refuses', async () => {
    const { plugins } = portal;
    plugins.delivery.set(service, { status: 'passed', finishedRuns: 1 });
    plugins.trouble.set('slo', 'down');
    plugins.trouble.set('workloads', 'never');
    plugins.trouble.set('cost', 'refuses');
    const start = performance.now();
    const { parts, changesUnavailable } = await summarize(
      'component/default/payment-service',
    );
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(parts.slo).toEqual({ state: 'unavailable', reason: 'failed' });
    expect(parts.runtime).toEqual({ state: 'unavailable', reason: 'late' });
    expect(parts.cost).toEqual({ state: 'hidden' });
    expect(parts.delivery.state).toBe('ready');
    expect(changesUnavailable).toEqual(['slo']);
  });

  it('sums up what a system and a department consist of', async () => {
    const { plugins } = portal;
    plugins.slo.set(service, { slos: 2, state: 'ok', budgetRemaining: 0.5 });
    plugins.slo.set('component:default/order-service', {
      slos: 1,
      state: 'breached',
      budgetRemaining: -0.2,
      firingAlerts: 1,
    });
    plugins.costs.set('group:default/retail', { monthToDate: '99' });
    plugins.alerts = [
      {
        entityRef: 'component:default/order-service',
        sloId: 's1',
        sloName: 'orders',
        firedAt: '2026-11-28T10:50:00.000Z',
      },
    ];
    plugins.pages.set('resources', [
      {
        id: 'r1',
        name: 'ledger',
        environment: 'dev',
        state: 'ready',
        createdAt: '2026-11-28T10:00:00.000Z',
      },
    ]);
    await portal.refreshAll();
    const system = await summarize('system/default/checkout');
    expect(system.parts.slo).toEqual({
      state: 'ready',
      value: {
        health: 'bad',
        slos: 3,
        state: 'breached',
        budgetRemaining: -0.2,
        firingAlerts: 1,
      },
    });
    expect(system.neighbours.parts.map(({ name }) => name)).toEqual([
      'order-service',
      'payment-service',
    ]);
    expect(system.neighbours.partsHealth).toEqual({ bad: 1, good: 1 });

    const group = await summarize('group/default/retail');
    expect(group.neighbours.partsTotal).toBe(3);
    expect(
      group.changes.map(({ entityRef, kind, title }) => [
        `${kind} ${title}`,
        entityRef,
      ]),
    ).toEqual([
      ['alert orders', 'component:default/order-service'],
      ['provisioning ledger (dev)', undefined],
    ]);
    expect(group.parts.cost).toMatchObject({
      state: 'ready',
      value: {
        month: '2026-11',
        monthToDate: { amount: '99', currency: 'EUR' },
      },
    });
    portal.hidden.add(service);
    const seen = await summarize('group/default/retail', mina);
    expect(seen.neighbours.partsTotal).toBe(2);
  });

  it('tells cost that is hidden from cost that is none', async () => {
    const path = 'component/default/order-service';
    expect((await summarize(path)).parts.cost).toEqual({ state: 'absent' });
    portal.denied.add('cost.total.read');
    portal.denied.add('cost.entity.read');
    expect((await summarize(path)).parts.cost).toEqual({ state: 'hidden' });
    // It is hers, by her team.
    const own = await summarize('component/default/payment-service');
    expect(own.parts.cost).toEqual({ state: 'absent' });
  });

  it('answers 404 for what is not there or hidden', async () => {
    const statusOf = async (path: string, who = mina) =>
      (await portal.ask('get', `/entities/${path}`, who)).status;
    portal.hidden.add(service);
    expect(await statusOf('component/default/payment-service')).toBe(404);
    expect(await statusOf('component/default/nothing')).toBe(404);
    expect(
      await statusOf(
        'component/default/order-service',
        mockCredentials.none.header(),
      ),
    ).toBe(401);
  });
});
