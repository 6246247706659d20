import { hashJson } from '@atrium/backend-common';
import { eventually, freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fillSums, type SampleCost } from '../__testUtils__/fillSums';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  engineering,
  fillEntities,
  payments,
  sampleEntities,
  shop,
  teamPayments,
  teamShop,
} from '../__testUtils__/sampleOrganization';
import { startCost } from '../__testUtils__/startCost';
import { listDays } from '../calendar/days';

/** What a notification says of this budget in this month, the next one replaces. */
const budgetScope = `cost:${hashJson(`budget:${payments}:2027-03`)}`;

/** 2 euros on each day; on 14 March 62. */
const costs: SampleCost[] = listDays('2026-12-01', '2027-03-15').map(day => ({
  day,
  amount: day === '2027-03-14' ? '62' : '2',
  entityRef: payments,
}));

describe('costPlugin, budgets and unusual cost', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2027-03-16T10:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({
      knex,
      config: {
        metricSenders: ['external:test-service'],
        imports: { senders: ['external:billing'] },
      },
    });
    await fillEntities(knex);
    await fillSums(knex, costs);
  });

  afterAll(() => jest.useRealTimers());

  beforeEach(() => cost.forget());

  /** Waits until something wakes them, and not the second look a minute later. */
  const wokenBudgets = async () => {
    const since = performance.now();
    await eventually(() => cost.woken.has('cost-budgets'));
    expect(performance.now() - since).toBeLessThan(30_000);
  };

  /** Brings another day of what there is, at another cost. */
  const addDay = async (day: string, effective: string) => {
    for (const table of ['daily_target_costs', 'daily_dimension_costs']) {
      const [row] = await knex(table).where({ day: '2027-03-13' });
      await knex(table).insert({ ...row, day, effective });
    }
  };

  const get = async (path: string, name = 'manager') => {
    const { body, status } = await cost.as(name).get(path);
    return [status, body];
  };

  it('tell owners of budgets once, by what is most urgent', async () => {
    // The first time it waits whether the sums stay as they are.
    await cost.runTask('cost-budgets');
    expect(await knex('budget_alerts')).toEqual([]);
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-messages');
    expect(cost.notifications).toMatchObject([
      {
        recipients: { entityRef: [teamPayments] },
        payload: {
          title:
            'Payments is expected to use 122% of its budget for March 2027',
          // 13 × 2 + 62, and 17 × 2.
          description: '€122.00 of €100.00; €88.00 so far',
          link: '/catalog/default/component/payment-service/cost',
          severity: 'high',
          scope: budgetScope,
        },
      },
    ]);
    // What was told counts for this month only.
    const alerts = await knex('budget_alerts').orderBy(['basis', 'percent']);
    expect(alerts.map(({ basis, percent }) => [basis, percent])).toEqual([
      ['actual', 50],
      ['actual', 80],
      ['forecast', 50],
      ['forecast', 80],
      ['forecast', 100],
    ]);
  });

  it('say where spending stands against budgets, and which cannot be read', async () => {
    const budget = {
      entityRef: payments,
      ownerRef: teamPayments,
      amount: '100',
      source: 'atrium.dev/monthly-budget of Payments',
      month: '2027-03',
      monthToDate: '88',
      usedRatio: 0.88,
      forecastRatio: 1.22,
      forecast: { amount: '122' },
      state: 'at-risk',
      alerts: [
        { basis: 'actual', percent: 50, at: '2027-03-16T10:00:00.000Z' },
        { basis: 'forecast', percent: 50 },
        { basis: 'actual', percent: 80 },
        { basis: 'forecast', percent: 80 },
        { basis: 'forecast', percent: 100 },
      ],
    };
    expect(await get('/budgets')).toMatchObject([
      200,
      {
        currency: 'EUR',
        items: [budget],
        problems: [
          {
            entityRef: shop,
            message: expect.stringContaining(
              "'about 40 euros' is not a budget",
            ),
          },
        ],
      },
    ]);
    expect(await get(`/budgets?entityRef=${engineering}`)).toMatchObject([
      200,
      { items: [{ entityRef: payments }], problems: [] },
    ]);
    expect(await get(`/budgets?entityRef=${teamShop}`)).toMatchObject([
      200,
      { items: [], problems: [{ entityRef: shop }] },
    ]);
    expect(await get(`/summary?entityRef=${payments}`)).toMatchObject([
      200,
      { budget: { amount: '100', usedRatio: 0.88, state: 'at-risk' } },
    ]);
    expect(
      await get(`/summaries?entityRef=${payments}&entityRef=${shop}`),
    ).toMatchObject([
      200,
      {
        items: [{ entityRef: payments, budget: '100', budgetState: 'at-risk' }],
      },
    ]);
  });

  it('tell owners of what is unusual once, and end it when it is usual again', async () => {
    // The first time it waits whether the sums stay as they are.
    await cost.runTask('cost-anomalies');
    expect(await knex('anomalies')).toEqual([]);
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-messages');
    expect(cost.notifications).toMatchObject([
      {
        recipients: { entityRef: [teamPayments] },
        payload: {
          title: 'Payments cost €60.00 more than usual on 14 Mar 2027',
          topic: 'cost-anomaly',
        },
      },
    ]);
    const [status, page] = await get('/anomalies?state=open');
    expect([status, page]).toMatchObject([
      200,
      {
        totalItems: 1,
        items: [
          {
            entityRef: payments,
            currency: 'EUR',
            firstDay: '2027-03-14',
            lastDay: '2027-03-14',
            amount: '62',
            expected: '2',
            excess: '60',
            state: 'open',
          },
        ],
      },
    ]);
    expect(await get(`/summary?entityRef=${teamPayments}`)).toMatchObject([
      200,
      { openAnomalyCount: 1 },
    ]);

    const { id } = page.items[0];
    const acknowledge = (name: string, body: object, key = id) =>
      cost.as(name).post(`/anomalies/${key}/acknowledge`, body);
    const reason = 'A load test before the launch';
    expect((await acknowledge('payments-dev', { reason: '' })).status).toBe(
      400,
    );
    expect((await acknowledge('shop-dev', { reason })).status).toBe(403);
    for (const unknown of ['1', '00000000-0000-4000-8000-000000000000']) {
      const { status: none } = await acknowledge(
        'manager',
        { reason },
        unknown,
      );
      expect(none).toBe(404);
    }
    expect(
      (
        await cost
          .ask(
            'post',
            `/anomalies/${id}/acknowledge`,
            mockCredentials.none.header(),
          )
          .send({ reason })
      ).status,
    ).toBe(401);
    const { body } = await acknowledge('payments-dev', { reason });
    expect(body).toMatchObject({
      state: 'acknowledged',
      acknowledgement: {
        userRef: 'user:default/payments-dev',
        reason,
        at: '2027-03-16T10:00:00.000Z',
      },
    });
    expect(cost.audited).toEqual([
      'anomaly-acknowledge failed',
      'anomaly-acknowledge succeeded',
    ]);

    // The next day is usual.
    await addDay('2027-03-15', '2');
    freezeTime('2027-03-17T10:00:00Z');
    cost.forget();
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-anomalies');
    await cost.runTask('cost-messages');
    freezeTime('2027-03-16T10:00:00Z');
    expect(cost.notifications).toEqual([]);
    expect(await get(`/anomalies?entityRef=${engineering}`)).toMatchObject([
      200,
      { items: [{ id, state: 'over', acknowledgement: { reason } }] },
    ]);
    expect(await get(`/anomalies?entityRef=${teamShop}`)).toMatchObject([
      200,
      { totalItems: 0 },
    ]);
  });

  it('are looked at soon after a budget became another one', async () => {
    const { annotations = {} } = sampleEntities[0].metadata;
    const name = 'atrium.dev/monthly-budget';
    await cost.runTask('cost-entities');
    await wokenBudgets();
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-budgets');
    cost.forget();
    annotations[name] = 'EUR 80';
    // All entities are read again each hour.
    freezeTime('2027-03-16T11:00:00Z');
    await cost.runTask('cost-entities');
    await wokenBudgets();
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-messages');
    expect(cost.notifications).toMatchObject([
      {
        payload: {
          // 14 × 2 + 62 of 80.
          title: 'Payments has used 112.5% of its budget for March 2027',
          scope: budgetScope,
        },
      },
    ]);

    // What is not spent any more is taken back; what was expected was.
    annotations[name] = 'EUR 100';
    await cost.runTask('cost-budgets');
    await cost.runTask('cost-budgets');
    const alerts = await knex('budget_alerts').orderBy(['basis', 'percent']);
    expect(alerts.map(({ basis, percent }) => [basis, percent])).toEqual([
      ['actual', 50],
      ['actual', 80],
      ['forecast', 50],
      ['forecast', 80],
      ['forecast', 100],
    ]);
  });

  it('take how much work was done from those who may send it', async () => {
    const send = (
      count: number,
      authorization = mockCredentials.service.header(),
    ) =>
      cost.ask('post', '/metrics', authorization).send({
        entityRef: payments,
        unit: 'order',
        values: [{ day: '2027-03-01', count }],
      });
    expect((await send(120)).status).toBe(204);
    expect((await send(121.5)).status).toBe(204);
    expect(await knex('metric_counts')).toMatchObject([
      { entity_ref: payments, unit: 'order', count: '121.5' },
    ]);
    expect((await send(-1)).status).toBe(400);
    expect((await send(1, mockCredentials.user.header())).status).toBe(403);
    const unnamed = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:other'),
      targetPluginId: 'cost',
    });
    expect((await send(1, unnamed)).status).toBe(403);
  });

  it('show no rows of bills to who may send how much work was done', async () => {
    const as = (subject: string) =>
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(subject),
        targetPluginId: 'cost',
      });
    const statusesOf = async (subject: string) => {
      const asked = ['/rows', '/resources', '/unallocated', '/summary'].map(
        path => cost.ask('get', path, as(subject)),
      );
      const tried = cost
        .ask('post', '/rule-dry-runs', as(subject))
        .send({ content: '' });
      return (await Promise.all([...asked, tried])).map(({ status }) => status);
    };
    // What everybody reads, tokens read as well.
    expect(await statusesOf('external:test-service')).toEqual([
      403, 403, 403, 200, 403,
    ]);
    expect(await statusesOf('plugin:provisioning')).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(await statusesOf('external:billing')).toEqual([
      200, 200, 200, 200, 200,
    ]);
    const rows = await cost.ask('get', '/rows', as('external:test-service'));
    expect(rows.body.error.message).toBe(
      "'external:test-service' may not read this cost: 'cost.imports.senders' of the configuration does not name it",
    );
  });

  it('tell owners of the month before while its last bills come', async () => {
    const { annotations = {} } = sampleEntities[0].metadata;
    const lookAt = async (time: string) => {
      cost.forget();
      freezeTime(time);
      await cost.runTask('cost-budgets');
      await cost.runTask('cost-budgets');
      await cost.runTask('cost-messages');
    };
    const findSpent = () =>
      knex('budget_alerts')
        .where({ basis: 'actual' })
        .orderBy('percent')
        .pluck('percent');
    await fillSums(
      knex,
      listDays('2027-03-01', '2027-03-30').map(day => ({
        day,
        amount: '3',
        entityRef: payments,
      })),
    );
    await lookAt('2027-03-30T10:00:00Z');
    // 29 × 3 of 100.
    expect(await findSpent()).toEqual([50, 80]);

    // That of April is no budget for March.
    annotations['atrium.dev/monthly-budget'] = 'EUR 500';
    await addDay('2027-03-30', '3');
    await lookAt('2027-04-01T10:00:00Z');
    expect(cost.notifications).toEqual([]);
    expect(await findSpent()).toEqual([50, 80]);

    await addDay('2027-03-31', '12');
    await addDay('2027-04-01', '3');
    await lookAt('2027-04-11T10:00:00Z');
    expect(cost.notifications).toEqual([]);
    await lookAt('2027-04-10T10:00:00Z');
    expect(cost.notifications).toMatchObject([
      {
        payload: {
          title: 'Payments has used 102% of its budget for March 2027',
          description: '€102.00 of €100.00',
        },
      },
    ]);
    expect(await findSpent()).toEqual([50, 80, 100]);

    // By that of April, all of March is spent; in March there was none.
    annotations['atrium.dev/monthly-budget'] = 'EUR 60';
    await knex('month_budgets').where({ month: '2027-03-01' }).delete();
    await knex('budget_alerts').delete();
    await lookAt('2027-04-03T10:00:00Z');
    expect(await findSpent()).toEqual([]);
  });
});
