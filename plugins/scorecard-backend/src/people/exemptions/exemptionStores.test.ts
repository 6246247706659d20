import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { seedResults } from '../../__testUtils__/seedResults';
import { ExemptionReadStore } from './ExemptionReadStore';
import { ExemptionStore, type NewExemption } from './ExemptionStore';

const payments = 'component:default/payment-service';
const team = 'group:default/team-payments';
const platform = 'group:default/platform-team';

const wanted: NewExemption = {
  scorecard: 'readiness',
  scorecardTitle: 'Production readiness',
  check: 'has-docs',
  checkTitle: 'Has documentation',
  entityRef: payments,
  ownerRefs: [team],
  approverRef: platform,
  reason: 'It is replaced in spring',
  days: 30,
  requestedBy: 'user:default/priya',
};

describe('ExemptionStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: ExemptionStore;
  let reads: ExemptionReadStore;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    store = new ExemptionStore(knex);
    reads = new ExemptionReadStore(knex);
  });

  beforeEach(async () => {
    await knex.raw('TRUNCATE exemptions, entities, scorecards CASCADE');
    await seedResults(knex, [{ ref: payments, owners: [team] }]);
  });

  const create = (change: Partial<NewExemption> = {}) =>
    knex.transaction(trx => store.create({ ...wanted, ...change }, trx));
  const move = (id: string, to: 'granted' | 'revoked', from = 'waiting') =>
    knex.transaction(trx =>
      store.move(
        {
          id,
          from: [from as 'waiting'],
          to,
          decidedBy: 'user:default/jonas',
          note: 'Until then',
        },
        trx,
      ),
    );
  const end = () => knex.transaction(trx => store.endOver(trx));

  async function grant(): Promise<string> {
    const { id = '' } = (await create()) ?? {};
    await move(id, 'granted');
    return id;
  }

  it('keeps at most one that waits or holds, whoever asks at once', async () => {
    const created = await Promise.all(
      Array.from({ length: 8 }, () => create()),
    );
    const [first, ...others] = created.filter(one => one !== undefined);
    expect([first?.state, others]).toEqual(['waiting', []]);
    expect(await create({ check: 'has-slo' })).toBeDefined();
    await move(first?.id ?? '', 'granted');
    expect(await create()).toBeUndefined();
  });

  it('counts the days by the clock of the database, and ends by it', async () => {
    const id = await grant();
    const { rows } = await knex.raw(
      `SELECT extract(epoch FROM until - granted_at)::int / 86400 AS days
       FROM exemptions`,
    );
    expect(rows).toEqual([{ days: 30 }]);
    expect(await end()).toEqual([]);
    await knex('exemptions').update({
      granted_at: knex.raw("now() - interval '2 days'"),
      until: knex.raw("now() - interval '1 minute'"),
    });
    // Nobody noted it yet, and it is over all the same.
    expect((await store.get(id))?.state).toBe('expired');
    expect(await move(id, 'revoked', 'granted')).toBeUndefined();
    const again = await create();
    expect(again).toMatchObject({ state: 'waiting' });
    expect(await reads.getDebt()).toEqual([
      {
        scorecard: 'readiness',
        scorecardTitle: 'Production readiness',
        active: 0,
        waiting: 1,
        renewed: 1,
        oldestSince: undefined,
        expiringSoon: 0,
      },
    ]);
  });

  it('is decided once', async () => {
    const { id = '' } = (await create()) ?? {};
    const decided = await Promise.all([
      move(id, 'granted'),
      move(id, 'revoked', 'waiting'),
    ]);
    expect(decided.filter(one => one !== undefined)).toHaveLength(1);
  });

  it('ends when its check was gone for a day, not for an hour', async () => {
    const id = await grant();
    const setGone = (since: string) =>
      knex('exemptions').update({
        gone_since: knex.raw(`now() - interval '${since}'`),
      });
    await knex('scorecards').update({ removed_at: knex.fn.now() });
    expect(await end()).toEqual([]);
    await setGone('1 hour');
    expect(await end()).toEqual([]);
    // Back again: it counts from the start.
    await knex('scorecards').update({ removed_at: null });
    await setGone('23 hours');
    expect(await end()).toEqual([]);
    expect(await knex('exemptions').pluck('gone_since')).toEqual([null]);
    await knex('scorecards').update({ removed_at: knex.fn.now() });
    await end();
    await setGone('25 hours');
    expect(await end()).toMatchObject([
      { id, state: 'expired', hasCheck: false },
    ]);
  });

  it('follows the entity to its new owner, and says so', async () => {
    const { id = '' } = (await create()) ?? {};
    expect(await store.get(id)).toMatchObject({ hasNewOwners: false });
    await knex('entities').update({ owner_refs: ['group:default/other'] });
    expect(await store.get(id)).toMatchObject({
      hasNewOwners: true,
      hasCheck: true,
      ownerRefs: ['group:default/other'],
    });
  });

  it('lists those that somebody may decide, page after page', async () => {
    for (const check of ['has-owner', 'has-docs', 'has-slo']) {
      await create({ check });
    }
    const own = { check: 'has-owner', entityRef: 'component:default/other' };
    await create({ ...own, requestedBy: 'user:default/jonas' });
    const decision = {
      isTheirs: true,
      userRef: 'user:default/jonas',
      memberRefs: [platform],
    };
    const first = await reads.list({ decision, limit: 2 });
    expect([first.totalItems, first.items.length]).toEqual([3, 2]);
    const second = await reads.list({
      decision,
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(second.nextCursor).toBeUndefined();
    expect(
      [...first.items, ...second.items].map(({ check }) => check).sort(),
    ).toEqual(['has-docs', 'has-owner', 'has-slo']);
    expect(
      (
        await reads.list({
          decision: { ...decision, isTheirs: false },
          limit: 9,
        })
      ).items,
    ).toMatchObject([own]);
    expect(await reads.list({ visibleRefs: [], limit: 9 })).toEqual({
      items: [],
      totalItems: 0,
    });
    expect(
      (await reads.list({ ownerRefs: [team], entityRef: payments, limit: 9 }))
        .totalItems,
    ).toBe(3);
  });
});
