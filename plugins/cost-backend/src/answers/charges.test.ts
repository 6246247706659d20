import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  billing,
  fillEntities,
  ledger,
  payments,
} from '../__testUtils__/sampleOrganization';
import { type SampleCharge, seedImport } from '../__testUtils__/seedImport';
import { startAllocationParts } from '../__testUtils__/startAllocationParts';
import { startCost } from '../__testUtils__/startCost';

const db = { resource: 'db-1', service: 'RDS' };
const alike = ['disk-1', 'disk-2', 'disk-3', 'disk-4'];
const charges: SampleCharge[] = [
  // 10 and 2 on each day of October.
  { ...db, day: '2026-10-01', days: 31, billed: '310' },
  {
    resource: 'bucket-1',
    service: 'S3',
    day: '2026-10-01',
    days: 31,
    billed: '62',
  },
  ...['10', '10', '30', '30'].map((billed, index) => ({
    ...db,
    day: `2026-11-0${index + 1}`,
    billed,
  })),
  ...['2', '3', '4'].map(day => ({
    resource: 'vm-1',
    day: `2026-11-0${day}`,
    billed: '5',
  })),
  { resource: 'ledger-db', service: 'RDS', day: '2026-11-02', billed: '9' },
  { resource: 'nobody', day: '2026-11-04', billed: '7' },
  ...alike.map(resource => ({ resource, day: '2026-08-01', billed: '4' })),
];

const owners: Record<string, string[]> = {
  [payments]: ['db-1', 'bucket-1', 'vm-1', ...alike],
  [ledger]: ['ledger-db'],
};

describe('costPlugin, rows behind a cost', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2026-11-06T10:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({ knex });
    await fillEntities(knex);
    const { importId, months } = await seedImport(knex, { charges });
    for (const [ref, resources] of Object.entries(owners)) {
      await knex.raw(
        `WITH target AS (INSERT INTO targets (kind, ref) VALUES ('entity', ?) RETURNING id)
         INSERT INTO key_targets (version, key_id, target_id, rule)
         SELECT 0, k.id, target.id, 'by-resource' FROM keys k, target
         WHERE k.resource_id = ANY(?::text[])`,
        [ref, resources],
      );
    }
    await startAllocationParts(knex).activation.activate(importId, months);
  });

  afterAll(() => jest.useRealTimers());

  const get = async (path: string, name = 'payments-dev') => {
    const { body, status } = await cost.as(name).get(path);
    return [status, body];
  };

  it('explain a change by resources, since when each is what it is', async () => {
    expect(await get(`/movers?entityRef=${payments}`)).toMatchObject([
      200,
      {
        period: { from: '2026-11-01', to: '2026-11-05' },
        comparison: { from: '2026-10-01', to: '2026-10-05' },
        // 80 + 15 - 40 - 8.
        change: '47',
        items: [
          {
            serviceName: 'RDS',
            resourceId: 'db-1',
            entityRef: payments,
            amount: '80',
            comparisonAmount: '40',
            change: '40',
            kind: 'rise',
            since: '2026-11-03',
          },
          {
            resourceId: 'vm-1',
            change: '15',
            kind: 'new',
            since: '2026-11-02',
          },
          {
            serviceName: 'S3',
            resourceId: 'bucket-1',
            change: '-8',
            kind: 'gone',
            since: '2026-11-01',
          },
        ],
      },
    ]);
  });

  it('name services only to those who may not read the rows', async () => {
    const [status, body] = await get(
      `/movers?entityRef=${payments}`,
      'shop-dev',
    );
    expect([status, body]).toMatchObject([
      200,
      {
        change: '47',
        items: [
          { serviceName: 'RDS', change: '40', since: '2026-11-03' },
          { serviceName: 'EC2', change: '15', kind: 'new' },
          { serviceName: 'S3', change: '-8', kind: 'gone' },
        ],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('db-1');
  });

  it('list resources with what their days in a period cost', async () => {
    expect(await get(`/resources?entityRef=${payments}`)).toMatchObject([
      200,
      {
        totalItems: 2,
        items: [
          {
            resourceId: 'db-1',
            provider: 'AWS',
            serviceName: 'RDS',
            amount: '80',
            entityRef: payments,
            rule: 'by-resource',
          },
          { resourceId: 'vm-1', amount: '15' },
        ],
      },
    ]);
    const path = `/resources?entityRef=${payments}&from=2026-10-30&to=2026-11-02&limit=1`;
    const [, first] = await get(path);
    expect(first).toMatchObject({
      totalItems: 2,
      // Two days of October and one of November.
      items: [{ resourceId: 'db-1', amount: '30' }],
    });
    const [, second] = await get(`${path}&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({
      items: [{ resourceId: 'bucket-1', amount: '4' }],
    });
    expect(second).not.toHaveProperty('nextCursor');
  });

  it('list resources that cost the same once each, page by page', async () => {
    const path = `/resources?entityRef=${payments}&from=2026-08-01&to=2026-08-02&limit=1`;
    const listed: string[] = [];
    let cursor = '';
    for (const _ of alike) {
      const [, page] = await get(`${path}${cursor}`);
      listed.push(page.items[0].resourceId);
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(listed.toSorted()).toEqual(alike);
  });

  it('list rows page by page, as the provider has them', async () => {
    const path = `/rows?entityRef=${payments}&limit=6`;
    const [status, first] = await get(path);
    expect([status, first]).toMatchObject([200, { totalItems: 7 }]);
    const [, second] = await get(`${path}&cursor=${first.nextCursor}`);
    expect(
      [...first.items, ...second.items].map(row => [
        row.chargeStart.slice(0, 10),
        row.resourceId,
        row.effective,
        row.currency,
      ]),
    ).toEqual([
      ['2026-11-04', 'vm-1', '5', 'EUR'],
      ['2026-11-04', 'db-1', '30', 'EUR'],
      ['2026-11-03', 'vm-1', '5', 'EUR'],
      ['2026-11-03', 'db-1', '30', 'EUR'],
      ['2026-11-02', 'vm-1', '5', 'EUR'],
      ['2026-11-02', 'db-1', '10', 'EUR'],
      ['2026-11-01', 'db-1', '10', 'EUR'],
    ]);
    expect(
      await get(`/rows?entityRef=${payments}&resourceId=vm-1&service=EC2`),
    ).toMatchObject([200, { totalItems: 3 }]);
  });

  it('are those of the bill that somebody owns, or all for finance', async () => {
    // The ledger is part of the system, and of another team.
    expect(await get(`/rows?entityRef=${billing}`)).toMatchObject([
      200,
      { totalItems: 7 },
    ]);
    expect(await get(`/rows?entityRef=${billing}`, 'manager')).toMatchObject([
      200,
      { totalItems: 8 },
    ]);
    expect(await get('/rows?isUnallocated=true', 'controller')).toMatchObject([
      200,
      { totalItems: 1, items: [{ resourceId: 'nobody' }] },
    ]);
  });

  it.each([
    ['1', 2 ** 31, '1', 1],
    ['1', 1, '9223372036854775808', 1],
    ['1', 1, 1, 1],
  ])('refuse a place that no list has', async (...position) => {
    const cursor = Buffer.from(JSON.stringify(position)).toString('base64url');
    expect(
      await get(`/resources?entityRef=${payments}&cursor=${cursor}`),
    ).toMatchObject([
      400,
      { error: { message: expect.stringContaining('not a cursor') } },
    ]);
  });

  it.each([
    [
      'payments-dev',
      '/rows',
      403,
      'Only finance can see the rows of every bill: ask',
    ],
    ['shop-dev', `/rows?entityRef=${payments}`, 403, 'Only owners of'],
    ['shop-dev', `/resources?entityRef=${billing}`, 403, 'Only owners of'],
    ['manager', '/rows?entityRef=component:default/none', 404, 'No entity'],
    ['manager', `/rows?entityRef=${ledger}&cursor=x`, 400, 'not a cursor'],
    ['manager', '/rows?from=0000-01-01&to=0000-02-01', 400, '1970 to 2999'],
    ['manager', '/rows?from=9999-12-01&to=9999-12-31', 400, '1970 to 2999'],
    ['manager', '/summary?month=0000-01', 400, '1970 to 2999'],
    ['manager', '/movers?month=9999-12', 400, '1970 to 2999'],
  ])('%s asks for %s: %s', async (name, path, status, message) => {
    expect(await get(path, name)).toMatchObject([
      status,
      { error: { message: expect.stringContaining(message) } },
    ]);
  });
});
