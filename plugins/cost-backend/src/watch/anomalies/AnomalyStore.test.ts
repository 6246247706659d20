import { openDatabase } from '@atrium/backend-common';
import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { AnomalyStore, type FoundRun } from './AnomalyStore';

const entityRef = 'component:default/orders';

function run(firstDay: string, lastDay: string, amount = 300): FoundRun {
  return {
    entityRef,
    firstDay: `2026-09-${firstDay}`,
    lastDay: `2026-09-${lastDay}`,
    amount: String(amount),
    expected: '100',
    currency: 'EUR',
    drivers: [],
    isOver: true,
  };
}

describe('AnomalyStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: AnomalyStore;

  beforeAll(async () => {
    const database = await createTestDatabase(databases);
    knex = await openDatabase(
      { getClient: async () => database },
      { packageName: '@atrium/plugin-cost-backend' },
    );
    store = new AnomalyStore(knex);
  });

  beforeEach(() => knex('anomalies').delete());

  const save = (...runs: FoundRun[]) =>
    knex.transaction(trx =>
      store.save(trx, [
        { entityRef, from: '2026-09-01', to: '2026-09-29', runs },
      ]),
    );
  const listed = async () =>
    (await store.list({ limit: 10 }))
      .map(
        ({ firstDay, lastDay, excess }) =>
          `${firstDay.slice(8)}..${lastDay.slice(8)} ${excess}`,
      )
      .reverse();

  it('makes one of two that a late bill joins, and tells nobody again', async () => {
    const first = await save(run('07', '07'), run('09', '09'));
    expect(first.added).toHaveLength(2);
    expect(await listed()).toEqual(['07..07 200', '09..09 200']);
    expect(await save(run('07', '09', 900))).toEqual({
      added: [],
      changedRefs: [entityRef],
    });
    expect(await listed()).toEqual(['07..09 800']);
    // And two again, once the bill is corrected.
    expect((await save(run('07', '07'), run('09', '09'))).added).toEqual([]);
    expect(await listed()).toEqual(['07..07 200', '09..09 200']);
  });

  it('says that one is over which is as it was otherwise', async () => {
    const first = { ...run('07', '09'), isOver: false };
    expect((await save(first)).changedRefs).toEqual([entityRef]);
    expect((await save(first)).changedRefs).toEqual([]);
    const over = { ...first, isOver: true };
    expect((await save(over)).changedRefs).toEqual([entityRef]);
    expect((await save(over)).changedRefs).toEqual([]);
    expect(await store.list({ limit: 10 })).toMatchObject([{ state: 'over' }]);
  });

  it('takes back what is usual by now, unless it was acknowledged or not looked at', async () => {
    await save(run('07', '07'), run('09', '09'), run('12', '12'));
    const [, ninth] = await store.list({ limit: 10 });
    await store.acknowledge(ninth.id, {
      reason: 'A sale',
      userRef: 'user:a/b',
    });
    await knex.transaction(trx =>
      store.save(trx, [
        { entityRef, from: '2026-09-08', to: '2026-09-29', runs: [] },
      ]),
    );
    expect(await listed()).toEqual(['07..07 200', '09..09 200']);
  });

  it('keeps what is acknowledged while it looks', async () => {
    const seventh = { ...run('07', '07'), isOver: false };
    await save(seventh, { ...run('09', '09'), isOver: false });
    const found = await store.list({ limit: 10 });
    const trx = await knex.transaction();
    for (const { id } of found) {
      await new AnomalyStore(trx).acknowledge(id, {
        reason: 'A sale',
        userRef: 'user:a/b',
      });
    }
    const saving = save(seventh);
    await eventually(() =>
      knex('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where({ wait_event_type: 'Lock' })
        .first(),
    );
    await trx.commit();
    await saving;
    const acknowledged = {
      state: 'acknowledged',
      acknowledgement: { reason: 'A sale' },
    };
    expect(await store.list({ limit: 10 })).toMatchObject([
      { firstDay: '2026-09-09', ...acknowledged },
      { firstDay: '2026-09-07', ...acknowledged },
    ]);
  });

  it('keeps what was acknowledged where two become one', async () => {
    await save(run('07', '07'), run('09', '09'));
    const [ninth] = await store.list({ limit: 10 });
    await store.acknowledge(ninth.id, {
      reason: 'A sale',
      userRef: 'user:a/b',
    });
    await save(run('07', '09', 900));
    expect(await store.list({ limit: 10 })).toMatchObject([
      { id: ninth.id, firstDay: '2026-09-07', excess: '800' },
    ]);
  });

  it('leaves as it was what has days that were not looked at, or are not known', async () => {
    await save(run('07', '11', 1500));
    const look = (more: object) =>
      knex.transaction(trx =>
        store.save(trx, [
          {
            entityRef,
            from: '2026-09-01',
            to: '2026-09-29',
            runs: [],
            ...more,
          },
        ]),
      );
    for (const more of [
      { from: '2026-09-08', runs: [run('08', '11')] },
      { to: '2026-09-10', runs: [run('07', '09')] },
      { unknown: { from: '2026-08-25', to: '2026-09-08' } },
      {
        unknown: { from: '2026-08-25', to: '2026-09-08' },
        runs: [run('09', '11')],
      },
    ]) {
      expect(await look(more)).toEqual({ added: [], changedRefs: [] });
      expect(await listed()).toEqual(['07..11 1400']);
    }
    // Before the first charge nothing costs more than usual.
    await look({ unknown: { from: '2026-09-12', to: '2026-10-03' } });
    expect(await listed()).toEqual([]);
  });

  it('knows since when one goes on that a day is in or next to', async () => {
    await save(run('03', '05'), run('10', '12'));
    const begun = async (day: string) => [
      ...(await store.findBegun([entityRef], `2026-09-${day}`)).values(),
    ];
    expect(await begun('02')).toEqual([]);
    expect(await begun('03')).toEqual(['2026-09-03']);
    expect(await begun('06')).toEqual(['2026-09-03']);
    expect(await begun('07')).toEqual([]);
  });
});
