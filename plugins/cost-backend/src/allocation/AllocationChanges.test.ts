import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  emptyTables,
  openTestDatabase,
} from '../__testUtils__/openTestDatabase';
import { startAllocationParts } from '../__testUtils__/startAllocationParts';

const BY_TAG = {
  name: 'by-tag',
  match: { tags: { service: '*' } },
  to: { entity: 'component:default/${{ tags.service }}' },
};
const REST = {
  name: 'rest',
  match: { provider: 'aws' },
  to: { entity: 'group:default/platform' },
};

describe('AllocationChanges', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: ReturnType<typeof startAllocationParts>;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    portal = startAllocationParts(knex);
  });

  beforeEach(async () => {
    await emptyTables(knex);
    await portal.setEntities([
      { ref: 'component:default/payments' },
      { ref: 'group:default/platform' },
    ]);
  });

  const bringBill = () =>
    portal.bring([
      { day: '2026-10-30', billed: '1', tags: { service: 'payments' } },
      { day: '2026-11-02', billed: '2', tags: { Service: 'Payments' } },
      { day: '2026-11-03', billed: '4', tags: { service: 'orders' } },
      { day: '2026-11-04', billed: '8' },
    ]);

  it('shows charges by the rules in force, whichever came first', async () => {
    await bringBill();
    expect(await portal.shown()).toEqual({ 'unallocated EUR': '15' });
    await portal.publish({ rules: [BY_TAG] });
    const expected = {
      'entity component:default/payments EUR': '3',
      'unallocated EUR': '12',
    };
    expect(await portal.shown()).toEqual(expected);
    await bringBill();
    expect(await portal.shown()).toEqual(expected);
    await portal.publish({ rules: [BY_TAG, REST] });
    expect(await portal.shown()).toEqual({
      'entity component:default/payments EUR': '3',
      'entity group:default/platform EUR': '12',
    });
    expect(
      (await portal.allocations.list()).map(({ changes }) => changes),
    ).toEqual([['Published for the first time'], ['Rule "rest" added']]);
  });

  it('leaves days before a version as they are', async () => {
    await bringBill();
    await portal.publish({ rules: [REST] });
    await portal.publish({ appliesFrom: '2026-11-03', rules: [BY_TAG] });
    expect(await portal.shown()).toEqual({
      'entity group:default/platform EUR': '3',
      'unallocated EUR': '12',
    });
    await bringBill();
    expect(await portal.shown({ to: '2026-11-03' })).toEqual({
      'entity group:default/platform EUR': '3',
    });
  });

  it('follows entities that come and go', async () => {
    await portal.publish({ rules: [BY_TAG, REST] });
    await bringBill();
    await portal.setEntities([
      { ref: 'component:default/payments' },
      { ref: 'component:default/orders' },
      { ref: 'group:default/platform' },
    ]);
    expect(await portal.shown()).toEqual({
      'entity component:default/orders EUR': '4',
      'entity component:default/payments EUR': '3',
      'entity group:default/platform EUR': '8',
    });
    await portal.setEntities([{ ref: 'component:default/orders' }]);
    expect(await portal.shown()).toEqual({
      'entity component:default/orders EUR': '4',
      'unallocated EUR': '11',
    });
    expect(await portal.changes.followCatalog()).toBe(false);
  });

  it('knows what the portal made by its name at the provider', async () => {
    const made = new Map([['orders-db-1f2e', 'resource:default/orders-db']]);
    expect(await portal.worlds.saveProvisioned(made)).toBe(true);
    expect(await portal.worlds.saveProvisioned(made)).toBe(false);
    await portal.setEntities([{ ref: 'resource:default/orders-db' }]);
    await portal.publish({
      rules: [
        {
          name: 'made',
          match: { provisioned: true },
          to: { provisioned: true },
        },
      ],
    });
    await portal.bring([
      { billed: '1', resource: 'arn:aws:rds:eu:1:db:orders-db-1f2e' },
      { billed: '2', resource: 'orders-db-1f2e' },
      { billed: '4', resource: 'orders-db-1f2e-copy' },
    ]);
    expect(await portal.shown()).toEqual({
      'entity resource:default/orders-db EUR': '3',
      'unallocated EUR': '4',
    });
  });

  it("counts by team and by system what is somebody else's now", async () => {
    const byGroup = async () => {
      const { rows } = await knex.raw(
        `SELECT concat_ws(' ', to_char(day, 'MM-DD'), key) AS place,
           trim_scale(effective)::text AS amount
         FROM daily_organization_costs c
         JOIN generations g ON g.id = c.generation_id AND g.state = 'active'
         WHERE dimension IN ('team', 'system') ORDER BY dimension, day, key`,
      );
      return rows.map((row: { place: string; amount: string }) => [
        row.place,
        row.amount,
      ]);
    };
    const payments = 'component:default/payments';
    const orders = 'component:default/orders';
    await portal.publish({ rules: [BY_TAG] });
    await portal.setEntities([
      { ref: payments, owner: 'group:default/a', system: 'system:default/s' },
      { ref: orders, owner: 'group:default/b', system: 'domain:default/d' },
    ]);
    await bringBill();
    expect(await byGroup()).toEqual([
      ['10-30 system:default/s', '1'],
      ['11-02 system:default/s', '2'],
      ['11-03 none', '4'],
      ['11-04 unallocated', '8'],
      ['10-30 group:default/a', '1'],
      ['11-02 group:default/a', '2'],
      ['11-03 group:default/b', '4'],
      ['11-04 unallocated', '8'],
    ]);
    expect(await portal.changes.followCatalog()).toBe(false);

    await portal.setEntities([
      { ref: payments, owner: 'group:default/b' },
      { ref: orders, owner: 'group:default/b', system: 'system:default/s' },
    ]);
    const moved = [
      ['10-30 none', '1'],
      ['11-02 none', '2'],
      ['11-03 system:default/s', '4'],
      ['11-04 unallocated', '8'],
      ['10-30 group:default/b', '1'],
      ['11-02 group:default/b', '2'],
      ['11-03 group:default/b', '4'],
      ['11-04 unallocated', '8'],
    ];
    expect(await byGroup()).toEqual(moved);
    // What is worked out anew is counted the same.
    await bringBill();
    expect(await byGroup()).toEqual(moved);
  });

  it('leaves the rules before in force until all sums of new ones are there', async () => {
    await portal.publish({ rules: [BY_TAG] });
    await bringBill();
    const before = await portal.shown();
    jest
      .spyOn(portal.generations, 'activate')
      .mockRejectedValueOnce(new Error('The replica died'));
    await expect(portal.publish({ rules: [REST] })).rejects.toThrow('died');
    expect(await portal.shown()).toEqual(before);
    expect(await portal.allocations.listRanges()).toEqual([{ version: 1 }]);
    // Another replica begins again, and nothing of the first attempt is left.
    expect(await portal.changes.recalculate()).toBe(true);
    expect(await portal.shown()).toEqual({
      'entity group:default/platform EUR': '15',
    });
    expect(await knex('generations').where({ state: 'building' })).toEqual([]);
  });

  it('keeps nothing of versions that no day has any more', async () => {
    await bringBill();
    await portal.publish({ rules: [REST] });
    await portal.changes.removeUnused();
    expect(
      await knex('key_targets').distinct('version').pluck('version'),
    ).toEqual([1]);
  });
});
