import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import {
  openTestDatabase,
  testRetention,
} from './__testUtils__/openTestDatabase';
import { startSlo } from './__testUtils__/startSlo';
import { dropExpiredCounts } from './database/countTables';

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
  let knex: Knex;
  let slo: Awaited<ReturnType<typeof startSlo>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openTestDatabase(databases, TEST_NOW);
    slo = await startSlo({ knex });
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

  it('answers 200, 400, 401 and 404', async () => {
    for (const [query, status] of [
      [{ ...october, lastDay: '2026-09-30' }, 400],
      [{ ...october, lastDay: '2027-12-31' }, 400],
      [{ ...october, firstDay: '2999-12-31', lastDay: '2999-12-31' }, 200],
      [{ ...october, firstDay: '2999-12-31', lastDay: '3000-01-01' }, 400],
      [{ ...october, firstDay: '9999-12-31', lastDay: '9999-12-31' }, 400],
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

  it('has no counts of days that minutes are missing of', async () => {
    for (const [minute, good, total] of [
      // In Kolkata it is ten minutes past midnight of the 10th.
      ['2026-10-09T18:40:00.000Z', 0, 1_000],
      ['2026-10-10T12:00:00.000Z', 50, 100],
      // In Berlin it is 13:10.
      ['2026-10-20T11:10:00.000Z', 40, 100],
      ['2026-10-21T11:10:00.000Z', 30, 100],
    ] as const) {
      await slo.push([{ series: 'payments', minute, good, total }]);
    }
    // The one begins within an hour, the other takes out whole ones.
    for (const from of ['2026-10-20T11:30:00Z', '2026-10-21T12:00:00Z']) {
      await slo.ask('post', '/exclusions').send({
        entityRef: payments,
        from,
        to: `${from.slice(0, 10)}T13:00:00Z`,
        kind: 'exclusion',
        reason: 'Fault of the customer',
      });
    }
    await slo.runTask('slo-evaluation');
    const daysIn = async (timeZone: string) => {
      const { body } = await ask({ ...october, timeZone });
      return body.items[0].days
        .filter((day: Day) => day.total > 0 || 'hasLostMinutes' in day)
        .map((day: Day & { hasLostMinutes?: boolean }) => [
          day.day,
          day.hasLostMinutes ? 'lost' : [day.good, day.total],
        ]);
    };
    expect(await daysIn('Asia/Kolkata')).toEqual([
      ['2026-10-10', [50, 1_100]],
      ['2026-10-20', [40, 100]],
      ['2026-10-21', [30, 100]],
    ]);

    // A hundred days later the minutes of October are gone.
    await dropExpiredCounts(
      knex,
      testRetention,
      new Date('2027-02-15T00:00:00Z'),
    );
    expect(await daysIn('Asia/Kolkata')).toEqual([
      // Nobody knows any more which of both days had the minutes of that hour.
      ['2026-10-09', 'lost'],
      ['2026-10-10', 'lost'],
      ['2026-10-20', 'lost'],
      ['2026-10-21', [30, 100]],
    ]);
    expect(await daysIn('Europe/Berlin')).toEqual([
      ['2026-10-09', [0, 1_000]],
      ['2026-10-10', [50, 100]],
      ['2026-10-20', 'lost'],
      ['2026-10-21', [30, 100]],
    ]);
  });
});
