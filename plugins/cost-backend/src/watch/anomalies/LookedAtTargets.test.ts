import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fillSums } from '../../__testUtils__/fillSums';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { payments, shop } from '../../__testUtils__/sampleOrganization';
import { LookedAtTargets } from './LookedAtTargets';

describe('LookedAtTargets', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const lookedAt = new LookedAtTargets();
  let knex: Knex;

  beforeAll(async () => {
    freezeTime('2027-03-16T10:00:00Z');
    knex = await openTestDatabase(databases);
  });

  afterAll(() => jest.useRealTimers());

  beforeEach(async () => {
    await fillSums(knex, [
      { day: '2027-03-01', amount: '2', entityRef: payments },
      { day: '2027-03-02', amount: '3', entityRef: payments },
      { day: '2027-03-01', amount: '5', entityRef: shop, currency: 'USD' },
    ]);
  });

  const listChanged = async (
    options: { basis?: string; from?: string; to?: string } = {},
  ) =>
    knex.transaction(async trx =>
      lookedAt.listChanged(
        { currency: 'EUR', trx },
        {
          basis: '10',
          from: '2027-03-01',
          to: '2027-03-15',
          targetIds: await knex('targets').pluck('id'),
          ...options,
        },
      ),
    );

  const look = async (
    options: { basis?: string; from?: string; to?: string } = {},
  ) => {
    const changed = await listChanged(options);
    await knex.transaction(async trx => lookedAt.save(trx, changed));
    return changed.map(({ ref }) => ref).sort();
  };

  it('lists what costs something else since it was looked at', async () => {
    expect(await look()).toEqual([payments, shop]);
    expect(await look()).toEqual([]);

    // Other sums that say the same.
    await knex('generations').update({ state: 'retired' });
    const [{ id }] = await knex('generations')
      .insert({
        kind: 'charges',
        source: 'cloud',
        month: '2027-03-01',
        state: 'active',
      })
      .returning('id');
    await knex('daily_target_costs').update({ generation_id: id });
    expect(await look()).toEqual([]);

    await knex('daily_target_costs')
      .where({ day: '2027-03-02' })
      .update({ effective: '4' });
    expect(await look()).toEqual([payments]);
  });

  it('lists all on another day and on another basis', async () => {
    await look();
    expect(await look({ to: '2027-03-16' })).toEqual([payments, shop]);
    expect(await look({ to: '2027-03-16', basis: '20' })).toEqual([
      payments,
      shop,
    ]);
  });

  it('lists what is billed in another currency when its rate changes', async () => {
    await look();
    await knex('exchange_rates').insert({
      currency: 'USD',
      month: '2027-03-01',
      rate: '0.9',
      source: 'test',
    });
    expect(await look()).toEqual([shop]);
  });

  it('lists what costs nothing any more where something unusual is known of it', async () => {
    const later = { from: '2027-03-10', to: '2027-03-16' };
    expect(await listChanged(later)).toEqual([]);
    await knex('anomalies').insert({
      entity_ref: shop,
      first_day: '2027-03-09',
      last_day: '2027-03-10',
      amount: '300',
      expected: '100',
      drivers: '[]',
      currency: 'EUR',
      state: 'over',
      found_at: new Date(),
    });
    const [changed, ...others] = await listChanged(later);
    expect([changed.ref, others]).toEqual([shop, []]);
    await knex.transaction(trx => lookedAt.save(trx, [changed]));
    expect(await listChanged(later)).toEqual([]);
  });
});
