import { freezeTime } from '@atrium/backend-common/testUtils';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fillSums } from '../__testUtils__/fillSums';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  fillEntities,
  payments,
  teamPayments,
} from '../__testUtils__/sampleOrganization';
import { startCost } from '../__testUtils__/startCost';
import { listDays } from '../calendar/days';

const cache = 'resource:default/cache';

/** Used by the day, with a commitment for a part of it that is not all used. */
const costs = listDays('2027-02-13', '2027-03-15').flatMap(day => [
  {
    day,
    entityRef: payments,
    // More on one day is no use of every day.
    amount: day === '2027-03-01' ? '25' : '10',
    pricing: 'Standard',
  },
  {
    day,
    entityRef: payments,
    amount: '6',
    list: '10',
    commitment: 'Used' as const,
  },
  {
    day,
    entityRef: payments,
    amount: '1',
    commitment: 'Unused' as const,
  },
  { day, entityRef: cache, amount: '2', service: 'Cache' },
]);

const resources: Partial<ProvisionedResource>[] = [
  {
    id: '1',
    name: 'orders',
    type: 'postgres',
    providerName: 'orders-db',
    catalogRef: 'resource:default/orders',
    state: 'expiring',
    isSuspended: true,
    lease: {
      endsAt: '2027-03-01T12:00:00Z',
      removedAt: '2027-04-01T12:00:00Z',
      maximumDays: 90,
    },
    monthlyPrice: { amount: '40', currency: 'EUR' },
  },
  {
    id: '2',
    name: 'cache',
    type: 'redis',
    providerName: 'cache-1',
    catalogRef: cache,
    state: 'ready',
    isSuspended: true,
    monthlyPrice: { amount: '99', currency: 'EUR' },
  },
  { id: '3', name: 'used', state: 'ready', isSuspended: false },
];

describe('costPlugin, savings and unit costs', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const getResources = jest.fn(async () => ({
    items: resources,
    totalItems: 3,
  }));
  const getDefinitions = jest.fn(async () => ({
    types: [{ name: 'postgres', title: 'PostgreSQL database' }],
  }));
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2027-03-16T10:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({
      knex,
      features: [
        createServiceFactory({
          service: provisioningServiceRef,
          deps: {},
          factory: () => ({ getDefinitions, getResources } as never),
        }),
      ],
    });
    await fillEntities(knex);
    await fillSums(knex, costs);
  });

  afterAll(() => jest.useRealTimers());

  it('list what could be saved, with the evidence, the largest first', async () => {
    const { body, status } = await cost
      .as('manager')
      .get(`/savings?entityRef=${teamPayments}`);
    expect([status, body]).toMatchObject([
      200,
      {
        currency: 'EUR',
        total: '250',
        items: [
          {
            // 10 on each of 30 days, at 60 % of list prices.
            kind: 'list-price',
            title: 'Compute of Cloud at list prices',
            evidence: expect.stringContaining('40% less'),
            messages: {
              evidence: [
                {
                  key: 'cost.saving.usedAtListPrice',
                  values: { days: 30, share: { ratio: 0.4 } },
                },
              ],
            },
            monthly: '120',
          },
          {
            // By the bill, not by its price.
            kind: 'idle-resource',
            // No definition has its type any more.
            title: 'cache (redis)',
            monthly: '60',
            url: '/provisioning/resources/2',
          },
          {
            // No bill has it.
            kind: 'expired-lease',
            title: 'orders (PostgreSQL database)',
            evidence:
              'Its lease ended on 1 Mar 2027; it is removed on 1 Apr 2027',
            monthly: '40',
          },
          {
            kind: 'unused-commitment',
            title: 'Compute of Cloud',
            entityRef: payments,
            monthly: '30',
          },
        ],
      },
    ]);
    expect(getResources).toHaveBeenCalledWith(
      expect.objectContaining({ ownerRef: teamPayments }),
      expect.anything(),
    );
  });

  it('say what one order cost, in months that are counted', async () => {
    await knex('metric_counts').insert(
      [
        ...listDays('2027-02-01', '2027-03-01'),
        ...listDays('2027-03-01', '2027-03-06'),
      ].map(day => ({ entity_ref: payments, unit: 'order', day, count: 100 })),
    );
    const { body } = await cost
      .as('manager')
      .get(`/unit-costs?entityRef=${payments}`);
    expect(body).toEqual({
      items: [
        {
          currency: 'EUR',
          unit: 'order',
          per: 1,
          source: 'Sent to the portal',
          messages: { source: [{ key: 'cost.unit.sent' }] },
          months: [
            {
              month: '2027-02',
              // 16 days of 17, for 2,800 orders.
              amount: '272',
              count: '2800',
              unitCost: '0.097143',
            },
            // 14 days of 17 and 15 more, of which 5 are counted.
            { month: '2027-03', amount: '253' },
          ],
        },
      ],
    });
    const { status } = await cost.as('manager').get('/unit-costs');
    expect(status).toBe(400);
  });

  it('answer agents as people are answered', async () => {
    const { output } = await cost.actions.invoke({
      id: 'test:get-cost-summary',
      input: { entityRef: payments },
    });
    expect(output).toMatchObject({
      currency: 'EUR',
      month: '2027-03',
      from: '2027-03-01',
      to: '2027-03-15',
      monthToDate: '253',
    });
    const breakdown = await cost.actions.invoke({
      id: 'test:get-cost-breakdown',
      input: { groupBy: 'service' },
    });
    expect(breakdown.output).toMatchObject({
      total: '281',
      items: [
        { key: 'Compute', amount: '253' },
        { key: 'Cache', amount: '28' },
      ],
    });
    const anomalies = await cost.actions.invoke({
      id: 'test:list-cost-anomalies',
      input: { state: 'open' },
    });
    expect(anomalies.output).toEqual({ totalItems: 0, anomalies: [] });
  });
});
