import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { strangerEntity } from './__testUtils__/sampleEntities';
import { sampleSlo } from './__testUtils__/sampleSlo';
import { startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payment-service';
const stranger = 'component:default/stranger-0';

const terms = {
  name: 'Payments for Umbrella',
  customer: 'Umbrella',
  entityRef: payments,
  sloName: 'availability',
  target: 0.95,
  timeZone: 'Europe/Berlin',
  isMaintenanceExcluded: true,
  credits: [
    { below: 0.95, creditPercent: 10 },
    { below: 0.5, creditPercent: 50 },
  ],
  validFrom: '2026-09-15',
};

/** It is 25 November 2026 here. */
describe('sloPlugin, what it reports', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    slo = await startSlo({
      knex: await openTestDatabase(databases, TEST_NOW),
      entities: [strangerEntity({ source: '', file: 'slo.yaml' }, 0)],
    });
  }, 60_000);

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await slo.clear();
  });

  const push = (minute: string, good: number, total: number) =>
    slo.push([{ series: 'payments', minute, good, total }]);

  /** Agrees on the terms, with counts around the edges of October. */
  async function agree(): Promise<string> {
    await slo.define();
    const created = await slo.ask('post', '/contracts').send(terms);
    expect(created).toMatchObject({
      status: 201,
      body: { ...terms, createdBy: 'user:default/mock' },
    });
    // October in Berlin begins two hours before it does in UTC, and ends one.
    await push('2026-09-30T21:59:00.000Z', 0, 1_000);
    await push('2026-09-30T22:00:00.000Z', 100, 100);
    await push('2026-10-10T12:00:00.000Z', 50, 100);
    await push('2026-10-20T12:00:00.000Z', 40, 100);
    await push('2026-10-31T22:59:00.000Z', 100, 100);
    await push('2026-10-31T23:00:00.000Z', 0, 1_000);
    await slo.runTask('slo-evaluation');
    return created.body.id;
  }

  it('reports a month by the clocks of the customer, and closes it for good', async () => {
    const id = await agree();
    await slo.ask('post', '/exclusions').send({
      entityRef: payments,
      from: '2026-10-20T11:00:00.000Z',
      to: '2026-10-20T13:00:00.000Z',
      kind: 'maintenance',
      reason: 'Move of the database',
    });
    const october = await slo.ask('get', `/reports/${id}/2026-10`);
    expect(october.body).toMatchObject({
      month: '2026-10',
      state: 'open',
      from: '2026-09-30T22:00:00.000Z',
      to: '2026-10-31T23:00:00.000Z',
      good: 250,
      total: 300,
      isTargetMet: false,
      creditPercent: 10,
      excludedMinutes: 120,
      exclusions: [{ kind: 'maintenance' }],
    });
    expect(october.body.sli).toBeCloseTo(250 / 300, 12);
    expect(october.body.days).toHaveLength(31);
    expect(october.body.days[0]).toMatchObject({
      day: '2026-10-01',
      total: 100,
    });
    expect(october.body.days[19]).toEqual({
      day: '2026-10-20',
      good: 0,
      total: 0,
      // Of 24 hours the two of the maintenance are taken out.
      countedMinutes: 1_320,
      measuredMinutes: 0,
      excludedMinutes: 120,
    });

    slo.denied.add('slo.report.close');
    const path = `/reports/${id}/2026-10/close`;
    expect((await slo.ask('post', path)).status).toBe(403);
    slo.denied.clear();
    const closed = await slo.ask('post', path);
    expect(closed.body).toMatchObject({
      state: 'closed',
      closedBy: 'user:default/mock',
      total: 300,
    });
    expect((await slo.ask('post', path)).status).toBe(409);
    expect((await slo.ask('post', `/reports/${id}/2026-11/close`)).status).toBe(
      409,
    );

    const [listed] = (await slo.ask('get', '/contracts')).body.items;
    // Nothing good was counted in November yet; September is to be closed.
    expect(listed).toMatchObject({
      id,
      latest: { month: '2026-11', state: 'running', creditPercent: 50 },
      openMonths: 1,
      lastClosedMonth: '2026-10',
    });
    expect(listed.latest).not.toHaveProperty('days');

    // Whatever comes later, also other terms and the end of the agreement.
    await slo
      .ask('put', `/contracts/${id}`)
      .send({ ...terms, target: 0.5, validFrom: '2026-11-10' });
    const months = await slo.ask('get', `/reports?contractId=${id}`);
    expect(
      months.body.items.map(({ month }: { month: string }) => month),
    ).toEqual(['2026-11', '2026-10']);
    expect((await slo.ask('get', `/reports/${id}/2026-10`)).body).toEqual(
      closed.body,
    );
    await push('2026-10-10T12:00:00.000Z', 100, 100);
    await slo.runTask('slo-evaluation');
    expect((await slo.ask('delete', `/contracts/${id}`)).status).toBe(200);
    const later = await slo.ask('get', `/reports/${id}/2026-10`);
    expect(later.body).toEqual(closed.body);

    // Nothing is left to change, and what was closed stays to be found.
    const gone = await slo.ask('get', `/contracts/${id}`);
    expect(gone.body).toMatchObject({
      id,
      removedAt: new Date().toISOString(),
    });
    expect((await slo.ask('delete', `/contracts/${id}`)).status).toBe(404);
    expect((await slo.ask('put', `/contracts/${id}`).send(terms)).status).toBe(
      404,
    );
    const kept = await slo.ask('get', `/reports?entityRef=${payments}`);
    expect(kept.body).toMatchObject({ totalItems: 1, items: [closed.body] });
    expect((await slo.ask('get', '/contracts')).body.totalItems).toBe(0);
    const removed = await slo.ask('get', '/contracts?state=removed');
    expect(removed.body.items).toMatchObject([
      { id, openMonths: 0, lastClosedMonth: '2026-10' },
    ]);
    expect((await slo.ask('get', `/reports/${id}/2026-11`)).status).toBe(404);
  });

  it('leaves nothing of a deleted agreement that had no closed month', async () => {
    const id = await agree();
    await slo.ask('delete', `/contracts/${id}`);
    const removed = await slo.ask('get', '/contracts?state=removed');
    expect(removed.body.totalItems).toBe(0);
    expect((await slo.ask('get', '/reports')).body.totalItems).toBe(0);
  });

  it('hands an agreement over only with both owners, and audits it once', async () => {
    slo.files.set(
      'https://git.acme.example/acme/stranger/src/branch/main/slo.yaml',
      sampleSlo(),
    );
    const id = await agree();
    const events: string[] = [];
    slo.auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
      success: async () => {
        events.push(`${eventId} of ${meta?.entityRef} succeeded`);
      },
      fail: async () => {
        events.push(`${eventId} of ${meta?.entityRef} failed`);
      },
    }));
    const handOver = () =>
      slo
        .ask('put', `/contracts/${id}`)
        .send({ ...terms, entityRef: stranger });
    slo.deniedOf.add(stranger);
    const refused = await handOver();
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      `You may not change the SLOs of '${stranger}': ask its owners`,
    );
    expect(events).toEqual([`contract-update of ${payments} failed`]);
    expect((await slo.ask('get', `/contracts/${id}`)).body.entityRef).toBe(
      payments,
    );
    slo.deniedOf.clear();
    expect((await handOver()).status).toBe(200);
    expect(events.slice(1)).toEqual([
      `contract-update of ${payments} succeeded`,
    ]);
  });

  it('lists months from the first to this one, and writes CSV', async () => {
    const id = await agree();
    const { body } = await slo.ask('get', `/reports?contractId=${id}`);
    expect(
      body.items.map((report: { month: string; state: string }) => [
        report.month,
        report.state,
      ]),
    ).toEqual([
      ['2026-11', 'running'],
      ['2026-10', 'open'],
      ['2026-09', 'open'],
    ]);
    // The agreement began on the 15th.
    expect(body.items[2].days.at(0).day).toBe('2026-09-15');
    expect(body.items[2].total).toBe(1_000);
    const csv = await slo.ask('get', `/reports/${id}/2026-09?format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      'day,good,total,sli,countedMinutes,measuredMinutes,excludedMinutes',
      '2026-09-15,0,0,,1440,0,0',
    ]);
    // Sixteen days of 1,440 minutes.
    expect(csv.text.trim().split('\r\n').at(-1)).toBe(
      '2026-09,0,1000,0,23040,1,0',
    );
    const page = await slo.ask('get', `/reports?entityRef=${payments}&limit=2`);
    const rest = await slo.ask(
      'get',
      `/reports?limit=2&cursor=${page.body.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([{ month: '2026-09' }]);
  });

  it('ends what its SLO has not outlived', async () => {
    const id = await agree();
    await slo.define(sampleSlo({ name: 'other' }));
    const other = { ...terms, sloName: 'latency' };
    const path = `/contracts/${id}`;
    expect((await slo.ask('put', path).send(other)).status).toBe(404);
    const ended = { ...terms, validTo: '2026-10-31' };
    expect((await slo.ask('put', path).send(ended)).status).toBe(200);
    const { body } = await slo.ask('get', `/reports?contractId=${id}`);
    // Nobody measures it any more, which is neither met nor missed.
    expect(body.items[0]).toMatchObject({ month: '2026-10', total: 0 });
    expect(body.items[0]).not.toHaveProperty('isTargetMet');
  });

  it('changes terms for who may, and answers 400, 401, 403 and 404', async () => {
    const id = await agree();
    const changed = await slo
      .ask('put', `/contracts/${id}`)
      .send({ ...terms, target: 0.9 });
    expect(changed.body).toMatchObject({ id, target: 0.9 });
    const list = await slo.ask('get', '/contracts');
    expect(list.body).toMatchObject({ totalItems: 1, items: [{ id }] });
    for (const [body, status] of [
      [{ ...terms, target: 1 }, 400],
      [{ ...terms, timeZone: 'Mars/Olympus' }, 400],
      [{ ...terms, validTo: '2026-09-01' }, 400],
      [{ ...terms, sloName: 'latency' }, 404],
      [{ ...terms, objectiveId: 'x' }, 404],
      [{ ...terms, entityRef: 'component:default/hidden' }, 404],
    ] as const) {
      const answer = await slo.ask('post', '/contracts').send(body);
      expect({ body, status: answer.status }).toEqual({ body, status });
    }
    // A program may keep agreements, but closing a month is for people.
    const service = mockCredentials.service.header();
    const kept = await slo.ask('post', '/contracts', service).send(terms);
    expect(kept.body).toMatchObject({ createdBy: 'external:test-service' });
    const closing = `/reports/${kept.body.id}/2026-10/close`;
    expect((await slo.ask('post', closing, service)).status).toBe(403);
    slo.denied.add('slo.contract.update');
    expect((await slo.ask('post', '/contracts').send(terms)).status).toBe(403);
    expect((await slo.ask('delete', `/contracts/${id}`)).status).toBe(403);
    for (const [path, status] of [
      [`/reports/${id}/2026-13`, 400],
      [`/reports/${id}/2026-08`, 404],
      ['/reports/00000000-0000-0000-0000-000000000000/2026-10', 404],
    ] as const) {
      expect((await slo.ask('get', path)).status).toBe(status);
    }
    const nobody = await slo.ask(
      'get',
      '/contracts',
      mockCredentials.none.header(),
    );
    expect(nobody.status).toBe(401);
  });
});
