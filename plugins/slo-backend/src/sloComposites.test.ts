import { TestDatabases } from '@backstage/backend-test-utils';
import { freezeTime, TEST_NOW } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { sampleJourney } from './__testUtils__/sampleJourney';
import { startSlo } from './__testUtils__/startSlo';

const slices = (target: number, window: string) =>
  `target: ${target}
      timeSliceTarget: 0.9
      timeSliceWindow: ${window}`;

/** It is 12:00 on 25 November 2026 here. */
describe('sloPlugin, of objectives together', () => {
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
  });

  const push = (series: string, time: string, good: number, total = 100) =>
    slo.push([{ series, minute: `2026-11-25T${time}:00.000Z`, good, total }]);

  async function compositeNow(id: string) {
    await slo.runTask('slo-evaluation');
    const { body } = await slo.ask('get', `/slos/${id}`);
    return body.composite;
  }

  async function hoursFromTen(id: string) {
    const { body } = await slo.ask(
      'get',
      `/slos/${id}/series?from=2026-11-25T10:00:00Z&to=2026-11-25T12:00:00Z&step=hour`,
    );
    return body;
  }

  it('takes a slice for bad if it is for any of them', async () => {
    const id = await slo.define(
      sampleJourney({
        method: 'Timeslices',
        cart: slices(0.5, '10m'),
        pay: slices(0.7, '10m'),
      }),
    );
    // Slices begin at 11:50, 11:40 and so on.
    await push('cart', '11:50', 100);
    await push('pay', '11:51', 100);
    await push('cart', '11:40', 100);
    await push('pay', '11:41', 80);
    // Bad for one and unknown for the other, then good and unknown.
    await push('cart', '10:30', 0);
    await push('cart', '09:30', 100);
    expect(await compositeNow(id)).toMatchObject({
      target: 0.7,
      good: 1,
      total: 3,
      state: 'breached',
    });
    const { body } = await slo.ask(
      'get',
      '/statuses?entityRef=component:default/payment-service',
    );
    // Two of three are bad where 0.9 may be: worse than cart (0.5) and pay (-2/3) alone.
    expect(body.items[0].budgetRemaining).toBeCloseTo(1 - 2 / 0.9, 9);
    await push('pay', '11:41', 95);
    await push('pay', '09:35', 99);
    expect(await compositeNow(id)).toMatchObject({
      good: 3,
      total: 4,
      sli: 0.75,
    });
    const series = await hoursFromTen(id);
    expect(series).toMatchObject({
      objectiveId: 'composite',
      target: 0.7,
      points: [
        { good: 0, total: 1, ratio: 0, measuredMinutes: 0, isGap: false },
        { good: 2, total: 2, ratio: 1, measuredMinutes: 2 },
      ],
    });
    // Half of what there was by 11:00 was bad, where three tenths may be.
    expect(series.points[0].budgetRemaining).toBeCloseTo(1 - 0.5 / 0.3, 9);
    expect(series.points[1].budgetRemaining).toBeCloseTo(1 - 0.25 / 0.3, 9);
  });

  it('judges slices of several lengths piece by piece', async () => {
    const id = await slo.define(
      sampleJourney({
        method: 'Timeslices',
        cart: slices(0.5, '30m'),
        pay: slices(0.7, '20m'),
      }),
    );
    // Pieces are ten minutes long. From 10:00 on: cart is good until 10:30 and
    // bad until 11:00; pay is good until 10:20, unknown until 10:40, and good
    // until 11:00.
    await push('cart', '10:00', 100);
    await push('cart', '10:30', 0);
    await push('pay', '10:00', 100);
    await push('pay', '10:40', 100);
    // Good, good, unknown, bad, bad, bad.
    expect(await compositeNow(id)).toMatchObject({
      target: 0.7,
      good: 2,
      total: 5,
      state: 'breached',
    });
    // Late, at the end of a slice of which the beginning was bad.
    await push('cart', '10:59', 10_000, 10_000);
    await push('pay', '10:20', 50);
    // Good, good, bad, bad, good, good.
    expect(await compositeNow(id)).toMatchObject({ good: 4, total: 6 });
    // Of the slice of 30 minutes that is not over nothing counts yet: it is
    // 12:10, and pieces end at 12:00.
    jest.setSystemTime(new Date('2026-11-25T12:10:00.000Z'));
    await push('cart', '12:00', 0);
    expect(await compositeNow(id)).toMatchObject({ good: 4, total: 6 });
    jest.setSystemTime(TEST_NOW);
    // What is taken out takes the slices with it that it touches: of cart until
    // 10:30, of pay until 10:20.
    await slo.ask('post', '/exclusions').send({
      entityRef: 'component:default/payment-service',
      from: '2026-11-25T10:05:00.000Z',
      to: '2026-11-25T10:06:00.000Z',
      kind: 'exclusion',
      reason: 'Test',
    });
    // Bad, good, good.
    expect(await compositeNow(id)).toMatchObject({ good: 2, total: 3 });
  });

  it('weighs events, of which only budgets add up', async () => {
    const id = await slo.define(
      sampleJourney({
        method: 'Occurrences',
        cart: 'target: 0.9',
        pay: `target: 0.8
      compositeWeight: 2`,
      }),
    );
    await push('cart', '10:30', 950, 1_000);
    await push('pay', '11:30', 940, 1_000);
    await slo.runTask('slo-evaluation');
    // Half a budget and twice three tenths are more than there is.
    expect((await slo.ask('get', `/slos/${id}`)).body).toMatchObject({
      state: 'breached',
      objectives: [{ state: 'ok' }, { state: 'ok' }],
    });
    const gate = '/gates/component%3Adefault%2Fpayment-service';
    expect((await slo.ask('get', gate)).body).toMatchObject({
      state: 'closed',
      reasons: [{ sloId: id, objectiveId: 'composite' }],
    });
    const { points } = await hoursFromTen(id);
    // By 11:00 only cart has burnt something.
    expect(points[0].budgetRemaining).toBeCloseTo(0.5, 9);
    expect(points[1].budgetRemaining).toBeCloseTo(-0.1, 9);
    expect(points[0]).not.toHaveProperty('ratio');
    expect(points[0]).not.toHaveProperty('total');
  });
});
