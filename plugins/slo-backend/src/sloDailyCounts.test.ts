import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startSlo } from './__testUtils__/startSlo';

const payments = 'component:default/payment-service';

const october = {
  entityRef: payments,
  sloName: 'availability',
  firstDay: '2026-10-01',
  lastDay: '2026-10-31',
  timeZone: 'Europe/Berlin',
  excludedKinds: ['exclusion', 'maintenance'],
};

interface Day {
  day: string;
  good: number;
  total: number;
}

/** It is 25 November 2026 here. */
describe('sloPlugin, what it counted by day', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    slo = await startSlo({ knex: await openTestDatabase(databases, TEST_NOW) });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await slo.clear();
    await slo.define();
  });

  const ask = (query: object, authorization?: string) =>
    slo
      .ask('post', '/daily-counts/by-query', authorization)
      .send({ queries: [query] });

  /** Counts around the edges of October, and what happened in it. */
  async function count() {
    for (const [minute, good, total] of [
      // October in Berlin begins two hours before it does in UTC, and ends one.
      ['2026-09-30T21:59:00.000Z', 0, 1_000],
      ['2026-09-30T22:00:00.000Z', 100, 100],
      ['2026-10-10T12:00:00.000Z', 50, 100],
      ['2026-10-20T12:00:00.000Z', 40, 100],
      ['2026-10-31T22:59:00.000Z', 100, 100],
      ['2026-10-31T23:00:00.000Z', 0, 1_000],
    ] as const) {
      await slo.push([{ series: 'payments', minute, good, total }]);
    }
    await slo.ask('post', '/exclusions').send({
      entityRef: payments,
      from: '2026-10-20T11:00:00.000Z',
      to: '2026-10-20T13:00:00.000Z',
      kind: 'maintenance',
      reason: 'Move of the database',
    });
    await slo.runTask('slo-evaluation');
  }

  const sumOf = (days: Day[]) =>
    days.reduce(
      (sum, { good, total }) => [sum[0] + good, sum[1] + total],
      [0, 0],
    );

  it('goes by the clocks of a time zone, without what was taken out', async () => {
    await count();
    const { body } = await ask(october);
    const [{ unit, days, exclusions }] = body.items;
    expect(unit).toBe(1);
    expect(days).toHaveLength(31);
    expect(sumOf(days)).toEqual([250, 300]);
    expect(days[0]).toEqual({
      day: '2026-10-01',
      good: 100,
      total: 100,
      countedMinutes: 1_440,
      measuredMinutes: 1,
      excludedMinutes: 0,
    });
    // Of 24 hours the two of the maintenance are taken out.
    expect(days[19]).toEqual({
      day: '2026-10-20',
      good: 0,
      total: 0,
      countedMinutes: 1_320,
      measuredMinutes: 0,
      excludedMinutes: 120,
    });
    // The clocks go back an hour.
    expect(days[24]).toMatchObject({
      day: '2026-10-25',
      countedMinutes: 1_500,
    });
    expect(exclusions).toMatchObject([{ kind: 'maintenance' }]);

    const whole = await ask({ ...october, excludedKinds: ['exclusion'] });
    expect(sumOf(whole.body.items[0].days)).toEqual([290, 400]);
    expect(whole.body.items[0].exclusions).toEqual([]);
  });

  it('counts a day as far as it is over', async () => {
    const { body } = await ask({
      ...october,
      firstDay: '2026-11-25',
      lastDay: '2026-11-26',
    });
    expect(body.items[0].days).toMatchObject([
      // It is one in the afternoon in Berlin.
      { day: '2026-11-25', countedMinutes: 780 },
      { day: '2026-11-26', countedMinutes: 0 },
    ]);
  });

  it('is zero for what nobody measures', async () => {
    await count();
    for (const other of [{ sloName: 'latency' }, { objectiveId: 'x' }]) {
      const { body } = await ask({ ...october, ...other });
      expect(sumOf(body.items[0].days)).toEqual([0, 0]);
    }
  });

  it('answers 400, 401 and 404', async () => {
    for (const [query, status] of [
      [{ ...october, lastDay: '2026-09-30' }, 400],
      [{ ...october, lastDay: '2027-12-31' }, 400],
      [{ ...october, timeZone: 'Mars/Olympus' }, 400],
      [{ ...october, excludedKinds: ['weekend'] }, 400],
      [{ ...october, entityRef: 'component:default/hidden' }, 404],
    ] as const) {
      const answer = await ask(query);
      expect({ query, status: answer.status }).toEqual({ query, status });
    }
    const nobody = await ask(october, mockCredentials.none.header());
    expect(nobody.status).toBe(401);
  });
});
