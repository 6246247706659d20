import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { sampleResource } from '../__testUtils__/sampleResource';
import { ResourceStore } from './ResourceStore';
import { TimelineStore } from './TimelineStore';

const OWNER = 'group:default/team-payments';

describe('ResourceStore', () => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let store: ResourceStore;

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    store = new ResourceStore(knex);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE resources CASCADE');
  });

  const insert = (...args: Parameters<typeof sampleResource>) =>
    knex.transaction(trx =>
      store.insert(trx, sampleResource(...args), { title: 'Requested' }),
    );

  it('reads what was inserted', async () => {
    const lease = { days: 10, defaultDays: 30, maximumDays: 90, graceDays: 7 };
    const entityRefs = [
      'component:default/billing',
      'component:default/payment-service',
    ];
    await insert(1, { lease, entityRefs, sharedId: 'ledger' });

    expect(await store.get(sampleResource(1).id)).toMatchObject({
      ...sampleResource(1),
      sharedId: 'ledger',
      entityRefs,
      lease,
      desired: 'present',
      version: 1,
      credentialGeneration: 1,
      hasDrift: false,
    });
    expect(await store.get(sampleResource(2).id)).toBeUndefined();
  });

  it('keeps the change of a state and its entry together, once per version', async () => {
    await insert();
    const { id } = sampleResource();
    const move = {
      id,
      version: 1,
      from: 'approved',
      to: 'creating',
      title: 'Creating',
      changes: { desired: 'suspended' },
    } as const;

    expect(await knex.transaction(trx => store.move(trx, move))).toBe(2);
    expect(await knex.transaction(trx => store.move(trx, move))).toBe(
      undefined,
    );
    expect(await store.get(id)).toMatchObject({
      state: 'creating',
      desired: 'suspended',
      version: 2,
    });
    expect(
      (await new TimelineStore(knex).listOfResource(id)).map(
        ({ from, to, title }) => ({ from, to, title }),
      ),
    ).toEqual([
      { from: undefined, to: 'approved', title: 'Requested' },
      { from: 'approved', to: 'creating', title: 'Creating' },
    ]);
    await expect(
      knex.transaction(trx =>
        store.move(trx, {
          ...move,
          version: 2,
          from: 'creating',
          to: 'approved',
        }),
      ),
    ).rejects.toThrow("cannot go from 'creating' to 'approved'");
  });

  it('drops what was seen of a resource that was changed meanwhile', async () => {
    await insert();
    const { id } = sampleResource();
    const seen = { observed: { status: 'absent' }, hasDrift: true } as const;

    expect(await store.recordObservation(knex, { id, version: 7 }, seen)).toBe(
      false,
    );
    expect(await store.recordObservation(knex, { id, version: 1 }, seen)).toBe(
      true,
    );
    expect(await store.get(id)).toMatchObject({ ...seen, version: 1 });
  });

  it('has one live resource of a name, and of a shared id', async () => {
    await insert(1, { name: 'ledger' });
    await expect(insert(2, { name: 'ledger' })).rejects.toMatchObject({
      constraint: 'resources_live_name',
    });
    await insert(3, { name: 'ledger', environment: 'production' });
    await knex('resources').update({ state: 'deleted' });
    await insert(4, { name: 'ledger', sharedId: 'main' });
    await expect(
      insert(5, { sharedId: 'main', scopeRef: OWNER }),
    ).rejects.toMatchObject({ constraint: 'resources_live_shared' });

    const key = { environment: 'dev', type: 'postgres', class: 'default' };
    expect(
      await store.findShared(knex, { ...key, sharedId: 'main' }),
    ).toMatchObject({ id: sampleResource(4).id });
    expect(
      await store.findLive(knex, {
        environment: 'production',
        scopeRef: 'component:default/payment-service',
        name: 'ledger',
      }),
    ).toBeUndefined();
  });

  it('lists page by page in each order, what matches only', async () => {
    const prices = ['5', '20.00', undefined, '100'];
    for (const [index, amount] of prices.entries()) {
      await insert(index + 1, {
        monthlyPrice: amount ? { amount, currency: 'USD' } : undefined,
      });
      await knex('resources')
        .where({ id: sampleResource(index + 1).id })
        .update({
          updated_at: new Date(Date.UTC(2026, 10, index + 1)),
          lease_ends_at:
            index === 2 ? null : new Date(Date.UTC(2027, 1, 9 - index)),
        });
    }
    const namesIn = async (
      sort: '-updatedAt' | 'name' | 'leaseEndsAt' | '-monthlyPrice',
    ) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ sort, limit: 3, cursor });
        expect(page.totalItems).toBe(4);
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      return names.map(name => Number(name.at(-1)));
    };

    expect(await namesIn('-updatedAt')).toEqual([4, 3, 2, 1]);
    expect(await namesIn('name')).toEqual([1, 2, 3, 4]);
    expect(await namesIn('leaseEndsAt')).toEqual([4, 2, 1, 3]);
    expect(await namesIn('-monthlyPrice')).toEqual([4, 2, 1, 3]);

    const count = async (
      filter: Omit<Parameters<typeof store.list>[0], 'sort' | 'limit'>,
    ) => (await store.list({ ...filter, sort: 'name', limit: 1 })).totalItems;
    expect(await count({ ownerRefs: [OWNER] })).toBe(4);
    expect(await count({ ownerRefs: [] })).toBe(0);
    expect(await count({ text: 'LEDGER-2' })).toBe(1);
    expect(await count({ text: '%' })).toBe(0);
    expect(await count({ entityRefs: ['component:default/billing'] })).toBe(0);
    expect(await count({ states: ['approved'], hasDrift: false })).toBe(4);
    expect(await count({ type: 'mysql' })).toBe(0);
  });

  it('lists what has one name by environment, page by page', async () => {
    await insert(1, { name: 'flags-old', environment: 'dev' });
    await insert(2, { name: 'flags', environment: 'staging' });
    await insert(3, { name: 'flags', environment: 'dev' });
    const first = await store.list({ sort: 'name', limit: 2 });
    const second = await store.list({
      sort: 'name',
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(
      [...first.items, ...second.items].map(
        ({ name, environment }) => `${name} ${environment}`,
      ),
    ).toEqual(['flags dev', 'flags staging', 'flags-old dev']);
  });

  it('counts what is live while the quota is held', async () => {
    await insert(1);
    await insert(2);
    await insert(3, { state: 'withdrawn' });
    const reserve = (number: number) =>
      knex.transaction(async trx => {
        await store.lockQuota(trx, OWNER, 'postgres-dev');
        if ((await store.countLive(trx, OWNER, 'postgres-dev')) >= 5) {
          return 'refused';
        }
        await store.insert(trx, sampleResource(number), { title: 'Requested' });
        return 'accepted';
      });

    const answers = await Promise.all(
      [10, 11, 12, 13, 14, 15, 16].map(reserve),
    );
    expect(answers.filter(answer => answer === 'accepted')).toHaveLength(3);
    expect(await store.countByDefinition()).toEqual(
      new Map([['postgres-dev', 5]]),
    );
  });
});
