import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import type { Attention } from '@atrium/plugin-entity-summary-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startSummary } from './__testUtils__/startSummary';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const service = 'component:default/payment-service';
const priya = mockCredentials.user.header('user:default/priya');
const elena = mockCredentials.user.header('user:default/elena');

/** What the reason of a degraded workload is made of. */
const ready = [
  { key: 'workloads.health.ready', values: { ready: 1, desired: 2 } },
];

describe('what is somebody’s own', () => {
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
  });

  afterAll(() => portal.server.stop());

  async function attention(who = priya): Promise<Attention> {
    return (await portal.ask('get', '/attention', who).expect(200)).body;
  }

  it('says what waits for a person, the most urgent first', async () => {
    const { plugins } = portal;
    plugins.incidents = [
      {
        id: 'i1',
        incidentId: 'INC-7',
        entityRef: service,
        tier: 'production',
        detectedAt: '2026-11-28T11:00:00.000Z',
      },
    ];
    plugins.alerts = [
      {
        sloId: 's1',
        sloName: 'availability',
        entityRef: service,
        firedAt: '2026-11-28T10:00:00.000Z',
      },
    ];
    plugins.runtime.set(service, {
      workloads: 1,
      desiredPods: 2,
      readyPods: 1,
      degraded: 1,
      down: 0,
      reason: '1 of 2 pods are ready.',
      messages: { reason: ready },
    });
    plugins.findings.set(service, { overdue: 3, overdueCritical: 1 });
    plugins.pages
      .set('slos', [
        // Its alert says it already.
        { id: 's1', name: 'availability', entityRef: service },
        { id: 's2', name: 'latency', entityRef: service },
      ])
      .set('overview', [
        {
          entityRef: service,
          runs: [
            {
              id: 'r1',
              pipeline: 'build',
              outcome: 'failure',
              finishedAt: '2026-11-28T09:00:00.000Z',
            },
            { id: 'r2', pipeline: 'lint', outcome: 'success' },
            // It could not even start.
            { id: 'r3', pipeline: 'scan', outcome: 'error' },
          ],
        },
      ])
      .set('resources', [
        {
          id: 'p1',
          name: 'orders-db',
          entityRefs: [service],
          updatedAt: '2026-11-28T08:00:00.000Z',
          lease: { endsAt: '2026-11-30T00:00:00.000Z' },
        },
      ])
      .set('requests', [
        {
          id: 'q1',
          createdAt: '2026-11-28T07:00:00.000Z',
          resource: { name: 'queue', entityRefs: [service] },
        },
      ])
      .set('exemptions', [
        { id: 'e1', checkTitle: 'Has docs', entityRef: service },
      ])
      .set('initiatives', [
        {
          id: 'n1',
          title: 'Docs',
          ownedRemaining: 1,
          dueOn: '2027-02-01',
        },
        {
          id: 'n2',
          title: 'Done',
          total: 3,
          done: 2,
          ownedRemaining: 0,
          dueOn: '2026-12-01',
        },
      ])
      .set('breaking', [
        {
          version: {
            id: 'v1',
            entityRef: 'api:default/payments',
            number: 4,
            createdAt: '2026-11-27T00:00:00.000Z',
            counts: { breaking: 2 },
          },
        },
      ])
      .set('problems', [
        {
          id: 'b1',
          repository: 'acme/shop',
          path: 'catalog-info.yaml',
          ownerRef: 'group:default/payments',
          severity: 'error',
          firstSeenAt: '2026-11-26T00:00:00.000Z',
        },
        { id: 'b2', ownerRef: 'group:default/orders', severity: 'error' },
      ]);
    const { items, totalItems, unavailable } = await attention();
    expect(
      items.map(({ kind, severity, title }) => `${severity} ${kind}: ${title}`),
    ).toEqual([
      'bad incident: INC-7',
      'bad slo-alert: availability',
      'bad slo-breached: latency',
      'warning pipeline-failed: build',
      'warning workload-degraded: 1 of 2 pods are ready.',
      'warning finding-overdue: Payment service',
      'warning approval: queue',
      'warning resource-attention: orders-db',
      'warning lease-expiring: orders-db',
      'warning breaking-change: 4',
      'warning catalog-problem: acme/shop/catalog-info.yaml',
      'info exemption-request: Has docs',
      'info initiative-due: Docs',
    ]);
    expect(items[0].entityTitle).toBe('Payment service');
    expect(items[3].count).toBe(2);
    expect(items[4].messages).toEqual({ title: ready });
    expect(items[5].count).toBe(3);
    expect(totalItems).toBe(13);
    expect(unavailable).toEqual([]);
  });

  it('names who fails, and says the rest', async () => {
    portal.plugins.trouble.set('slo', 'down');
    portal.plugins.trouble.set('provisioning', 'never');
    portal.plugins.incidents = [
      { id: 'i1', incidentId: 'INC-7', entityRef: service },
    ];
    const { items, unavailable } = await attention();
    expect(items).toHaveLength(1);
    expect(unavailable).toEqual(['provisioning', 'slo']);
  });

  it('keeps views for a person and for their teams', async () => {
    const save = (body: object, who = priya) =>
      portal.ask('post', '/views', who).send(body);
    const titlesOf = async (who: string) => {
      const { body } = await portal.ask('get', '/views', who).expect(200);
      return body.items.map(({ title }: { title: string }) => title);
    };
    const own = await save({ title: 'Mine', query: 'kind=api' }).expect(201);
    expect(own.body).toMatchObject({
      title: 'Mine',
      query: 'kind=api',
      authorRef: 'user:default/priya',
      canDelete: true,
    });
    const teamRef = 'group:default/payments';
    const team = await save({ title: 'Team', query: '', teamRef }).expect(201);
    expect(await titlesOf(priya)).toEqual(['Mine', 'Team']);
    // A manager is no member of the teams below.
    expect(await titlesOf(elena)).toEqual([]);
    const refused = await save({ title: 'T', query: '', teamRef }, elena);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      'Only members of Payments may change the views of the team',
    ]);
    expect(refused.body.error.messages).toEqual({
      message: [
        { key: 'common.views.membersOnly', values: { name: 'Payments' } },
      ],
    });
    const remove = async (id: string, who: string) =>
      (await portal.ask('delete', `/views/${id}`, who)).status;
    expect(await remove(team.body.id, elena)).toBe(403);
    expect(await remove(own.body.id, elena)).toBe(404);
    expect(await remove(own.body.id, priya)).toBe(204);
    expect(await remove(team.body.id, priya)).toBe(204);
    expect(await remove('1', priya)).toBe(404);
    expect(await titlesOf(priya)).toEqual([]);
    expect((await save({ title: ' ', query: '' })).status).toBe(400);
    expect(
      (await save({ title: 'T', query: '' }, mockCredentials.none.header()))
        .status,
    ).toBe(401);
    expect(portal.audited).toEqual([
      'view-save succeeded',
      'view-save succeeded',
      'view-save failed',
      'view-delete failed',
      'view-delete failed',
      'view-delete succeeded',
      'view-delete succeeded',
    ]);
  });
});
