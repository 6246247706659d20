import { openDatabase } from '@atrium/backend-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ClaimStore } from './ClaimStore';

const pay = { digest: 'a1', entityRef: 'component:default/pay' };
const stranger = { digest: 'b2', entityRef: 'component:default/stranger' };
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

describe('ClaimStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-workloads-backend' },
    );
  });

  it('keeps since when a claim is known, on all replicas', async () => {
    const [one, other] = [new ClaimStore(knex), new ClaimStore(knex)];

    await one.note([pay, pay], day(1));
    const seen = await Promise.all([
      one.note([pay, stranger], day(3)),
      other.note([stranger, pay], day(2)),
    ]);

    for (const firstSeen of seen) {
      expect(firstSeen.get('a1')).toEqual(day(1));
    }
    expect(seen[0].get('b2')).toEqual(seen[1].get('b2'));
    expect(await one.note([], day(4))).toEqual(new Map());
  });

  it('begins anew what nobody claimed for 30 days', async () => {
    const store = new ClaimStore(knex);
    await store.note([pay, stranger], day(1));
    await store.note([pay], day(20));

    await store.forget(day(32));

    const seen = await store.note([pay, stranger], day(33));
    expect(seen.get('a1')).toEqual(day(1));
    expect(seen.get('b2')).toEqual(day(33));
  });
});
