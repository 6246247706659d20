import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { fillSums, type SampleCost } from '../__testUtils__/fillSums';
import {
  billing,
  engineering,
  fillEntities,
  ledger,
  payments,
  shop,
  teamLedger,
  teamPayments,
} from '../__testUtils__/sampleOrganization';
import { startCost } from '../__testUtils__/startCost';

/*
 * Complete until 5 March 2027: both sources have charges for the 4th. So February
 * is compared by its first four days.
 */
const costs: SampleCost[] = [
  // Payments: February 10 + 10 + 10 + 10 and 5 on the 20th; March 12 + 12 + 12 + 12.
  ...['01', '02', '03', '04'].flatMap(day => [
    { day: `2027-02-${day}`, amount: '10', entityRef: payments },
    { day: `2027-03-${day}`, amount: '12', entityRef: payments },
  ]),
  { day: '2027-02-20', amount: '5', entityRef: payments, service: 'Storage' },
  // Its part of the cluster, and what the cluster gives away and keeps.
  {
    day: '2027-03-02',
    amount: '3.30',
    billed: '60',
    list: '4',
    entityRef: payments,
    pool: 'cluster',
  },
  { day: '2027-03-02', amount: '10', pool: 'cluster' },
  { day: '2027-03-02', amount: '-3.30', pool: 'cluster' },
  // Gives all of it away, so that nothing is left to show.
  { day: '2027-03-03', amount: '5', pool: 'staging' },
  { day: '2027-03-03', amount: '-5', pool: 'staging' },
  // Ledger is billed in dollars.
  {
    day: '2027-03-01',
    amount: '100.10',
    entityRef: ledger,
    currency: 'USD',
    service: 'Storage',
    region: 'eu-west-1',
  },
  // Nobody's, from another source, which is also the only one with the 5th.
  {
    day: '2027-03-04',
    amount: '20.000001',
    source: 'other',
    provider: 'Other',
  },
  { day: '2027-03-05', amount: '7', source: 'other', provider: 'Other' },
  { day: '2027-03-03', amount: '1', entityRef: shop, billed: '2' },
];

describe('costPlugin, answers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2027-03-06T10:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({ knex, hiddenRefs: [ledger] });
    await fillEntities(knex);
    await fillSums(knex, costs);
    // The rate of February counts for March, which has none.
    await knex('exchange_rates').insert({
      currency: 'USD',
      month: '2027-02-01',
      rate: '0.9',
      source: 'test',
    });
  });

  afterAll(() => jest.useRealTimers());

  const get = async (path: string, name = 'manager') => {
    const { body, status } = await cost.as(name).get(path);
    return [status, body];
  };

  it('say what an entity cost so far, and in the same days of the month before', async () => {
    expect(await get(`/summary?entityRef=${payments}`)).toEqual([
      200,
      {
        currency: 'EUR',
        metric: 'effective',
        period: { from: '2027-03-01', to: '2027-03-05' },
        freshness: {
          completeUntil: '2027-03-05',
          silentSources: [],
          unconverted: [],
          rates: [
            {
              currency: 'USD',
              month: '2027-03',
              rate: '0.9',
              rateMonth: '2027-02',
            },
          ],
        },
        entityRef: payments,
        month: '2027-03',
        isMeasured: true,
        // 4 × 12 and 3.30 of the cluster.
        monthToDate: '51.3',
        sameDaysLastMonth: '40',
        lastMonth: '45',
        direct: '48',
        shared: '3.3',
        // Of 48 + 10 + 90.09 + 20.000001 + 1.
        unallocated: '20.000001',
        coverage: 0.8817,
        forecast: {
          // Most days of the weeks before cost nothing: so will those to come.
          amount: '51.3',
          low: '51.3',
          high: '51.3',
          basis: expect.stringContaining('27 days'),
        },
        budget: {
          amount: '100',
          usedRatio: 0.513,
          forecastRatio: 0.513,
          state: 'within',
          source: 'atrium.dev/monthly-budget of Payments',
        },
        openAnomalyCount: 0,
      },
    ]);
  });

  it.each([
    // 4 × 12, and 60 or 4 of the cluster: more than the budget of 100, or less.
    ['billed', '108'],
    ['list', '52'],
  ])('compare a budget with effective cost beside %s', async (metric, sum) => {
    const [, effective] = await get(`/summary?entityRef=${payments}`);
    expect(
      await get(`/summary?entityRef=${payments}&metric=${metric}`),
    ).toMatchObject([
      200,
      { metric, monthToDate: sum, budget: effective.budget },
    ]);
    // 100.10 dollars are noted once.
    await knex('exchange_rates').update({ month: '2027-04-01' });
    const [, body] = await get(`/summary?entityRef=${billing}&metric=billed`);
    await knex('exchange_rates').update({ month: '2027-02-01' });
    expect(body.freshness.unconverted).toEqual([
      { currency: 'USD', amount: '100.1' },
    ]);
  });

  it('compare a whole month with a whole month, however long', async () => {
    const [, february] = await get(
      `/summary?entityRef=${payments}&month=2027-02`,
    );
    expect(february).toMatchObject({
      period: { from: '2027-02-01', to: '2027-03-01' },
      monthToDate: '45',
      noForecastReason: 'The month is over',
    });
    // Nothing is known of the time before: it is not zero.
    expect(february).not.toHaveProperty('lastMonth');
    expect(february).not.toHaveProperty('sameDaysLastMonth');
  });

  it('expect nothing of a month that has not begun', async () => {
    const [, april] = await get(`/summary?entityRef=${payments}&month=2027-04`);
    expect(april).toMatchObject({
      period: { from: '2027-04-01', to: '2027-04-01' },
      monthToDate: '0',
      noForecastReason:
        'A forecast needs the bills for all days before the month',
      budget: { usedRatio: 0, state: 'within' },
    });
    expect(april).not.toHaveProperty('forecast');
    expect(april.budget).not.toHaveProperty('forecastRatio');
  });

  it('tell nothing measured from zero', async () => {
    const [status, body] = await get(
      `/summary?entityRef=${teamLedger}&month=2027-01`,
    );
    expect([status, body]).toMatchObject([
      200,
      {
        isMeasured: true,
        monthToDate: '0',
        noForecastReason: 'The month is over',
      },
    ]);
    expect(
      await get('/summary?entityRef=user:default/shop-dev&metric=billed'),
    ).toMatchObject([200, { isMeasured: true, monthToDate: '2' }]);
  });

  it('stand for what a system consists of, and for what is below a group', async () => {
    // 51.30 and 100.10 × 0.9.
    for (const ref of [billing, engineering, 'user:default/manager']) {
      expect(await get(`/summary?entityRef=${ref}`)).toMatchObject([
        200,
        { monthToDate: '141.39' },
      ]);
    }
    expect(
      await get(`/breakdown?entityRef=${engineering}&groupBy=team`),
    ).toMatchObject([
      200,
      {
        total: '141.39',
        items: [
          { key: teamLedger, label: 'team-ledger', amount: '90.09' },
          { key: teamPayments, amount: '51.3' },
        ],
      },
    ]);
  });

  it('take the organisation apart, with nobody as a line of its own', async () => {
    expect(await get('/breakdown?groupBy=entity')).toMatchObject([
      200,
      {
        period: { from: '2027-03-01', to: '2027-03-05' },
        total: '169.090001',
        items: [
          { key: ledger, entityRef: ledger, amount: '90.09' },
          { key: payments, label: 'Payments', amount: '51.3' },
          { key: 'unallocated', label: 'Unallocated', amount: '20.000001' },
          { key: 'pool:cluster', label: 'cluster', amount: '6.7' },
          { key: shop, amount: '1' },
        ],
      },
    ]);
    expect(await get('/breakdown?groupBy=origin')).toMatchObject([
      200,
      {
        items: [
          { key: 'direct', label: 'Direct', amount: '139.09' },
          { key: 'unallocated', amount: '20.000001' },
          { key: 'pool:cluster', amount: '10' },
        ],
      },
    ]);
    expect(
      await get(
        '/breakdown?groupBy=provider&from=2027-03-01&to=2027-04-01&limit=1',
      ),
    ).toMatchObject([
      200,
      {
        total: '176.090001',
        items: [{ key: 'Cloud', amount: '149.09' }],
        rest: { count: 1, amount: '27.000001' },
      },
    ]);
  });

  it('call pools by their titles', async () => {
    const pools = [{ name: 'cluster', title: 'Production cluster', among: {} }];
    await knex('allocations').insert({
      version: 1,
      definition: JSON.stringify({
        apiVersion: 'atrium.dev/v1',
        kind: 'CostAllocation',
        metadata: { name: 'acme' },
        spec: { rules: [], pools },
      }),
      content: '',
      hash: '',
      source: 'rules.yaml',
      changes: [],
      line: 1,
      published_at: new Date(),
    });
    const [, body] = await get('/breakdown?groupBy=origin');
    const [, resources] = await get(
      `/resources?entityRef=${payments}`,
      'payments-dev',
    );
    const [, movers] = await get(`/movers?entityRef=${payments}`);
    await knex('allocations').delete();
    for (const { items } of [resources, movers]) {
      expect(items).toContainEqual(
        expect.objectContaining({
          entityRef: payments,
          pool: 'Production cluster',
          amount: '3.3',
        }),
      );
    }
    expect(body.items).toContainEqual({
      key: 'pool:cluster',
      label: 'Production cluster',
      amount: '10',
    });
  });

  it('explain what changed for everybody without what pools hand on', async () => {
    const [status, { items }] = await get('/movers');
    expect(status).toBe(200);
    const pooled: { origin: string; pool?: string }[] = items.filter(
      ({ pool }: { pool?: string }) => pool !== undefined,
    );
    expect(pooled.map(({ origin, pool }) => [origin, pool])).toEqual([
      ['pool', 'cluster'],
    ]);
  });

  it('compare two periods, and leave only what is asked for', async () => {
    expect(
      await get(
        `/breakdown?entityRef=${payments}&from=2027-03-01&to=2027-03-03&compareFrom=2027-02-19&compareTo=2027-02-21`,
      ),
    ).toMatchObject([
      200,
      {
        comparison: { from: '2027-02-19', to: '2027-02-21' },
        total: '27.3',
        comparisonTotal: '5',
        items: [
          { key: 'Compute', amount: '27.3', comparisonAmount: '0' },
          { key: 'Storage', amount: '0', comparisonAmount: '5' },
        ],
      },
    ]);
    expect(
      await get(
        '/breakdown?groupBy=region&service=Storage&region=none&from=2027-02-01&to=2027-04-01',
      ),
    ).toMatchObject([
      200,
      { items: [{ key: 'none', label: 'No region', amount: '5' }] },
    ]);
  });

  it('keep the names of hidden entities', async () => {
    const [, body] = await get('/breakdown?groupBy=entity', 'shop-dev');
    expect(body.total).toBe('169.090001');
    expect(body.items[0]).toEqual({
      key: 'hidden',
      label: 'Not visible to you',
      amount: '90.09',
    });
    expect(JSON.stringify(body)).not.toContain('ledger');
    expect(await get(`/summary?entityRef=${ledger}`, 'shop-dev')).toMatchObject(
      [404, { error: { message: `No entity '${ledger}'` } }],
    );
    const [, series] = await get('/series?groupBy=entity&limit=1', 'shop-dev');
    expect(series.series).toMatchObject([
      { key: payments },
      { key: 'other', label: 'Other' },
    ]);
  });

  it('draw the largest entities, and all others as one', async () => {
    const period = 'from=2027-03-01&to=2027-03-06';
    const [, everybody] = await get(`/series?groupBy=entity&limit=2&${period}`);
    expect(everybody).toMatchObject({
      total: '176.090001',
      series: [
        {
          key: ledger,
          amounts: ['90.09', '0', '0', '0', null],
          total: '90.09',
        },
        {
          key: payments,
          amounts: ['12', '15.3', '12', '12', null],
          total: '51.3',
        },
        // What the cluster keeps, the shop, and what nobody has.
        {
          key: 'other',
          amounts: ['0', '6.7', '1', '20.000001', '7'],
          total: '34.700001',
        },
      ],
    });
    const [, department] = await get(
      `/series?entityRef=${engineering}&groupBy=entity&limit=1&${period}`,
    );
    expect(department.series).toMatchObject([
      { key: ledger, total: '90.09' },
      { key: 'other', amounts: ['12', '15.3', '12', '12', null] },
    ]);
  });

  it('draw cost over time, and leave open what is not there yet', async () => {
    expect(
      await get(
        `/series?groupBy=service&limit=1&from=2027-03-01&to=2027-03-07`,
      ),
    ).toMatchObject([
      200,
      {
        starts: [
          '2027-03-01',
          '2027-03-02',
          '2027-03-03',
          '2027-03-04',
          '2027-03-05',
          '2027-03-06',
        ],
        series: [
          {
            key: 'Storage',
            amounts: ['90.09', '0', '0', '0', null, null],
            total: '90.09',
          },
          {
            key: 'other',
            amounts: ['12', '22', '13', '32.000001', '7', null],
          },
        ],
        total: '176.090001',
      },
    ]);
    expect(
      await get(
        `/series?entityRef=${payments}&granularity=month&from=2027-01-15&to=2027-04-01`,
      ),
    ).toMatchObject([
      200,
      {
        starts: ['2027-01-01', '2027-02-01', '2027-03-01'],
        series: [{ key: 'all', amounts: ['0', '45', '51.3'] }],
      },
    ]);
  });

  it('draw the days of one entity by what was used, with its part of a pool', async () => {
    const of = (entityRef: string, from: string, to: string) =>
      get(
        `/series?entityRef=${entityRef}&groupBy=service&from=${from}&to=${to}`,
      );
    const [, march] = await of(payments, '2027-02-20', '2027-03-06');
    expect(march).toMatchObject({
      total: '56.3',
      series: [
        // On the 2nd it has 12 of its own and 3.30 of the cluster.
        { key: 'Compute', total: '51.3' },
        { key: 'Storage', total: '5' },
      ],
    });
    expect(march.series[0].amounts.slice(-5)).toEqual([
      '12',
      '15.3',
      '12',
      '12',
      null,
    ]);
    expect(march.series[1].amounts.slice(0, 2)).toEqual(['5', '0']);
    // 100.10 dollars at 0.9.
    expect(await of(ledger, '2027-03-01', '2027-03-02')).toMatchObject([
      200,
      { series: [{ key: 'Storage', amounts: ['90.09'], total: '90.09' }] },
    ]);
  });

  it('show what has no rate beside the sum', async () => {
    await knex('exchange_rates').update({ month: '2027-04-01' });
    const [, body] = await get(`/summary?entityRef=${ledger}`);
    await knex('exchange_rates').update({ month: '2027-02-01' });
    expect(body).toMatchObject({
      monthToDate: '0',
      freshness: { unconverted: [{ currency: 'USD' }], rates: [] },
    });
  });

  it('say what many entities cost', async () => {
    const refs = [
      payments,
      shop,
      billing,
      teamLedger,
      'component:default/none',
    ];
    const path = `/summaries?${refs.map(ref => `entityRef=${ref}`).join('&')}`;
    expect(await get(path)).toMatchObject([
      200,
      {
        items: [
          { entityRef: payments, monthToDate: '51.3', sameDaysLastMonth: '40' },
          { entityRef: shop, monthToDate: '1' },
          {
            entityRef: billing,
            monthToDate: '141.39',
            sameDaysLastMonth: '40',
          },
          { entityRef: teamLedger, monthToDate: '90.09' },
        ],
      },
    ]);
  });

  it('come as CSV and as a workbook', async () => {
    const { headers, text } = await cost
      .as('manager')
      .get('/breakdown.csv?groupBy=entity');
    expect(headers['content-type']).toContain('text/csv');
    expect(text.split('\r\n')).toEqual([
      'Entity,Key,EUR 2027-03-01 to 2027-03-04',
      `ledger,${ledger},90.09`,
      `Payments,${payments},51.3`,
      'Unallocated,unallocated,20.000001',
      'cluster,pool:cluster,6.7',
      `shop,${shop},1`,
      '',
    ]);
    const workbook = await cost
      .as('manager')
      .get('/breakdown.xlsx?groupBy=entity')
      .buffer();
    expect(workbook.status).toBe(200);
    expect(workbook.headers['content-disposition']).toContain(
      'cost-by-entity.xlsx',
    );
  });

  it.each([
    ['/summary?month=2027-13', "must be a month such as '2026-11'"],
    ['/summary?entity=a', "Unknown query parameter 'entity'"],
    ['/series?from=2027-03-02&to=2027-03-02', "'to' must be after 'from'"],
    ['/series?from=2020-01-01&to=2027-03-02', 'A period may have 1,100 days'],
    ['/breakdown?compareFrom=2027-03-02', 'belong together'],
    ['/summaries', 'entityRef'],
  ])('refuse %s', async (path, message) => {
    expect(await get(path)).toMatchObject([
      400,
      { error: { message: expect.stringContaining(message) } },
    ]);
  });

  it('are for people and plugins with a token', async () => {
    const none = await cost.ask(
      'get',
      '/summary',
      mockCredentials.none.header(),
    );
    expect(none.status).toBe(401);
    const service = await cost.ask(
      'get',
      `/summary?entityRef=${payments}`,
      mockCredentials.service.header(),
    );
    expect(service.status).toBe(200);
  });
});
