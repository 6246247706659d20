import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startSla } from './__testUtils__/startSla';

const payments = 'component:default/payment-service';
const stranger = 'component:default/stranger';

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

const maintenance = {
  id: 'e-1',
  entityRef: payments,
  from: '2026-10-20T11:00:00.000Z',
  to: '2026-10-20T13:00:00.000Z',
  kind: 'maintenance' as const,
  reason: 'Move of the database',
  createdBy: 'user:default/mock',
  createdAt: '2026-10-19T08:00:00.000Z',
};

/** It is 25 November 2026 here. */
describe('slaPlugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let sla: Awaited<ReturnType<typeof startSla>>;

  beforeAll(async () => {
    freezeTime(new Date('2026-11-25T12:00:30Z'));
    sla = await startSla({ knex: await databases.init('POSTGRES_18') });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await sla.clear();
  });

  /** Agrees on the terms, with counts on some days. */
  async function agree(): Promise<string> {
    sla.slos.set(payments, ['availability']);
    sla.counts
      .set('2026-09-30', { total: 1_000, measuredMinutes: 1 })
      .set('2026-10-01', { good: 100, total: 100 })
      .set('2026-10-10', { good: 50, total: 100 })
      .set('2026-10-20', { countedMinutes: 1_320, excludedMinutes: 120 })
      .set('2026-10-31', { good: 100, total: 100 })
      .set('2026-11-01', { total: 1_000 });
    const created = await sla.ask('post', '/agreements').send(terms);
    expect(created).toMatchObject({
      status: 201,
      body: { ...terms, createdBy: 'user:default/mock' },
    });
    return created.body.id;
  }

  it('reports a month by the clocks of the customer, and closes it for good', async () => {
    const id = await agree();
    sla.exclusions.push(maintenance);
    const october = await sla.ask('get', `/reports/${id}/2026-10`);
    expect(sla.queries).toEqual([
      {
        entityRef: payments,
        sloName: 'availability',
        timeZone: 'Europe/Berlin',
        firstDay: '2026-10-01',
        lastDay: '2026-10-31',
        excludedKinds: ['exclusion', 'maintenance'],
      },
    ]);
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
      exclusions: [maintenance],
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

    sla.denied.add('sla.report.close');
    const path = `/reports/${id}/2026-10/close`;
    expect((await sla.ask('post', path)).status).toBe(403);
    sla.denied.clear();
    const closed = await sla.ask('post', path);
    expect(closed.body).toMatchObject({
      state: 'closed',
      closedBy: 'user:default/mock',
      total: 300,
    });
    expect((await sla.ask('post', path)).status).toBe(409);
    expect((await sla.ask('post', `/reports/${id}/2026-11/close`)).status).toBe(
      409,
    );

    const [listed] = (await sla.ask('get', '/agreements')).body.items;
    // Nothing good was counted in November yet; September is to be closed.
    expect(listed).toMatchObject({
      id,
      latest: { month: '2026-11', state: 'running', creditPercent: 50 },
      openMonths: 1,
      lastClosedMonth: '2026-10',
    });
    expect(listed.latest).not.toHaveProperty('days');

    // Whatever comes later, also other terms and the end of the agreement.
    await sla
      .ask('put', `/agreements/${id}`)
      .send({ ...terms, target: 0.5, validFrom: '2026-11-10' });
    const months = await sla.ask('get', `/reports?agreementId=${id}`);
    expect(
      months.body.items.map(({ month }: { month: string }) => month),
    ).toEqual(['2026-11', '2026-10']);
    expect((await sla.ask('get', `/reports/${id}/2026-10`)).body).toEqual(
      closed.body,
    );
    sla.counts.set('2026-10-10', { good: 100, total: 100 });
    expect((await sla.ask('delete', `/agreements/${id}`)).status).toBe(200);
    const later = await sla.ask('get', `/reports/${id}/2026-10`);
    expect(later.body).toEqual(closed.body);

    // Nothing is left to change, and what was closed stays to be found.
    const gone = await sla.ask('get', `/agreements/${id}`);
    expect(gone.body).toMatchObject({
      id,
      removedAt: new Date().toISOString(),
    });
    expect((await sla.ask('delete', `/agreements/${id}`)).status).toBe(404);
    expect((await sla.ask('put', `/agreements/${id}`).send(terms)).status).toBe(
      404,
    );
    const kept = await sla.ask('get', `/reports?entityRef=${payments}`);
    expect(kept.body).toMatchObject({ totalItems: 1, items: [closed.body] });
    expect((await sla.ask('get', '/agreements')).body.totalItems).toBe(0);
    const removed = await sla.ask('get', '/agreements?state=removed');
    expect(removed.body.items).toMatchObject([
      { id, openMonths: 0, lastClosedMonth: '2026-10' },
    ]);
    expect((await sla.ask('get', `/reports/${id}/2026-11`)).status).toBe(404);
  });

  it('neither judges nor closes a month whose minutes are no longer kept', async () => {
    const id = await agree();
    sla.counts.set('2026-10-10', { hasLostMinutes: true });
    const { body } = await sla.ask('get', `/reports/${id}/2026-10`);
    // The two days that are left would meet the target, and owe nothing.
    expect(body).toMatchObject({ state: 'open', hasLostMinutes: true });
    expect(body).not.toHaveProperty('sli');
    expect(body).not.toHaveProperty('isTargetMet');
    const closing = await sla.ask('post', `/reports/${id}/2026-10/close`);
    expect(closing.status).toBe(409);
    expect(closing.body.error.message).toContain(
      'was not closed. It can no longer be measured: its counts by the minute have been deleted',
    );
    const [, october] = (await sla.ask('get', `/reports?agreementId=${id}`))
      .body.items;
    expect(october).toMatchObject({ month: '2026-10', state: 'open' });
    // Nothing in a spreadsheet reads as a day without failures.
    const csv = await sla.ask('get', `/reports/${id}/2026-10?format=csv`);
    const lines = csv.text.trim().split('\r\n');
    expect(lines.find(line => line.startsWith('2026-10-10'))).toMatch(
      /^2026-10-10,,,,\d+,,\d+$/,
    );
    expect(lines.at(-1)).toMatch(/^2026-10,,,,\d+,,\d+$/);
  });

  it('leaves nothing of a deleted agreement that had no closed month', async () => {
    const id = await agree();
    await sla.ask('delete', `/agreements/${id}`);
    const removed = await sla.ask('get', '/agreements?state=removed');
    expect(removed.body.totalItems).toBe(0);
    expect((await sla.ask('get', '/reports')).body.totalItems).toBe(0);
  });

  it('hands an agreement over only with both owners, and audits it once', async () => {
    const id = await agree();
    sla.slos.set(stranger, ['availability']);
    const events: string[] = [];
    sla.auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
      success: async () => {
        events.push(`${eventId} of ${meta?.entityRef} succeeded`);
      },
      fail: async () => {
        events.push(`${eventId} of ${meta?.entityRef} failed`);
      },
    }));
    const handOver = () =>
      sla
        .ask('put', `/agreements/${id}`)
        .send({ ...terms, entityRef: stranger });
    sla.denied.add(stranger);
    const refused = await handOver();
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'Only the owners of stranger can change its agreements: ask the administrators of the portal',
    );
    expect(events).toEqual([`agreement-update of ${payments} failed`]);
    expect((await sla.ask('get', `/agreements/${id}`)).body.entityRef).toBe(
      payments,
    );
    sla.denied.clear();
    expect((await handOver()).status).toBe(200);
    expect(events.slice(1)).toEqual([
      `agreement-update of ${payments} succeeded`,
    ]);
  });

  it('takes maintenance out only where that was agreed', async () => {
    const id = await agree();
    await sla
      .ask('put', `/agreements/${id}`)
      .send({ ...terms, isMaintenanceExcluded: false });
    await sla.ask('get', `/reports/${id}/2026-10`);
    expect(sla.queries).toMatchObject([{ excludedKinds: ['exclusion'] }]);
  });

  it('lists months from the first to this one, and writes CSV', async () => {
    const id = await agree();
    const { body } = await sla.ask('get', `/reports?agreementId=${id}`);
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
    const csv = await sla.ask('get', `/reports/${id}/2026-09?format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      'day,good,total,sli,countedMinutes,measuredMinutes,excludedMinutes',
      '2026-09-15,0,0,,1440,0,0',
    ]);
    // Sixteen days of 1,440 minutes.
    expect(csv.text.trim().split('\r\n').at(-1)).toBe(
      '2026-09,0,1000,0,23040,1,0',
    );
    const page = await sla.ask('get', `/reports?entityRef=${payments}&limit=2`);
    const rest = await sla.ask(
      'get',
      `/reports?limit=2&cursor=${page.body.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([{ month: '2026-09' }]);
  });

  it('ends what its SLO has not outlived', async () => {
    const id = await agree();
    sla.slos.set(payments, ['other']);
    const other = { ...terms, sloName: 'latency' };
    const path = `/agreements/${id}`;
    expect((await sla.ask('put', path).send(other)).status).toBe(404);
    const ended = { ...terms, validTo: '2026-10-31' };
    expect((await sla.ask('put', path).send(ended)).status).toBe(200);
    const { body } = await sla.ask('get', `/reports?agreementId=${id}`);
    // Nobody measures it any more, which is neither met nor missed.
    expect(body.items[0]).toMatchObject({ month: '2026-10', total: 0 });
    expect(body.items[0]).not.toHaveProperty('isTargetMet');
  });

  it('changes terms for who may, and answers 400, 401, 403 and 404', async () => {
    const id = await agree();
    const changed = await sla
      .ask('put', `/agreements/${id}`)
      .send({ ...terms, target: 0.9 });
    expect(changed.body).toMatchObject({ id, target: 0.9 });
    const list = await sla.ask('get', '/agreements');
    expect(list.body).toMatchObject({ totalItems: 1, items: [{ id }] });
    for (const [body, status] of [
      [{ ...terms, target: 1 }, 400],
      [{ ...terms, timeZone: 'Mars/Olympus' }, 400],
      [{ ...terms, validTo: '2026-09-01' }, 400],
      [{ ...terms, sloName: 'latency' }, 404],
      [{ ...terms, objectiveId: 'x' }, 404],
      [{ ...terms, entityRef: 'component:default/hidden' }, 404],
    ] as const) {
      const answer = await sla.ask('post', '/agreements').send(body);
      expect({ body, status: answer.status }).toEqual({ body, status });
    }
    // A program may keep agreements, but closing a month is for people.
    const service = mockCredentials.service.header();
    const kept = await sla.ask('post', '/agreements', service).send(terms);
    expect(kept.body).toMatchObject({ createdBy: 'external:test-service' });
    const closing = `/reports/${kept.body.id}/2026-10/close`;
    expect((await sla.ask('post', closing, service)).status).toBe(403);
    sla.denied.add('sla.agreement.update');
    expect((await sla.ask('post', '/agreements').send(terms)).status).toBe(403);
    expect((await sla.ask('delete', `/agreements/${id}`)).status).toBe(403);
    for (const [path, status] of [
      [`/reports/${id}/2026-13`, 400],
      [`/reports/${id}/2026-08`, 404],
      ['/reports/00000000-0000-0000-0000-000000000000/2026-10', 404],
      ['/reports/nope/2026-10', 404],
      ['/agreements/nope', 404],
    ] as const) {
      expect((await sla.ask('get', path)).status).toBe(status);
    }
    for (const path of ['/agreements', `/agreements/${id}`, '/reports']) {
      const { status } = await sla.ask('get', `${path}?entitiRef=x`);
      expect({ path, status }).toEqual({ path, status: 400 });
    }
    const hidden = 'component:default/hidden';
    for (const path of [
      `/agreements?systemRef=${hidden}`,
      `/reports?entityRef=${hidden}`,
    ]) {
      expect((await sla.ask('get', path)).body).toEqual({
        items: [],
        totalItems: 0,
        skipped: { count: 1, entityRefs: [hidden] },
      });
    }
    const nobody = mockCredentials.none.header();
    expect((await sla.ask('get', '/agreements', nobody)).status).toBe(401);
  });
});
