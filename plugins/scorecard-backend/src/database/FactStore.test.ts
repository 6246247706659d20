import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EntityStore } from './EntityStore';
import { FactStore, type SavedFacts } from './FactStore';

const HOUR_MS = 3_600_000;
const provider = 'docs';

describe('FactStore, when a provider is asked again', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let entityId: number;

  beforeAll(async () => {
    const database = await createTestDatabase(databases);
    knex = await openDatabase(
      { getClient: async () => database },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    const entityRef = 'component:default/shop';
    const entities = new EntityStore(knex);
    await entities.save([
      {
        entityRef,
        kind: 'component',
        title: undefined,
        ownerRefs: [],
        systemRefs: [],
        shape: {},
        hash: '1',
      },
    ]);
    entityId = (await entities.findIds([entityRef])).get(entityRef) ?? NaN;
  });

  beforeEach(async () => {
    await knex('facts').delete();
    await knex('fact_changes').delete();
  });

  const save = (
    pages: number | undefined,
    {
      freshnessMs = 24 * HOUR_MS,
      isEmpty,
      jitter = 0,
      refreshMs,
      unknownRefreshMs,
    }: Pick<SavedFacts, 'isEmpty' | 'refreshMs'> & {
      freshnessMs?: number;
      jitter?: number;
      unknownRefreshMs?: number;
    } = {},
  ) =>
    new FactStore(knex, {}, { jitter }).save(
      [
        {
          entityId,
          values: pages === undefined ? undefined : { pages },
          isEmpty,
          refreshMs,
        },
      ],
      { provider, freshnessMs, refreshMs: HOUR_MS, unknownRefreshMs },
    );

  /** Has all of it be as long ago as if it were so much later. */
  const pass = (time: string) =>
    knex.raw(`UPDATE fact_changes SET from_at = from_at - ?::interval`, [time]);

  const readDueInMs = async () => {
    const { rows } = await knex.raw(
      `SELECT extract(epoch FROM due_at - collected_at) * 1000 AS ms FROM facts`,
    );
    return rows[0].ms === null ? undefined : Number(rows[0].ms);
  };

  it('asks half as often for what was the same for a day', async () => {
    await save(7);
    expect(await readDueInMs()).toBe(HOUR_MS);
    await pass('23 hours');
    await save(7);
    expect(await readDueInMs()).toBe(HOUR_MS);
    await pass('2 hours');
    await save(7);
    expect(await readDueInMs()).toBe(2 * HOUR_MS);
    await save(8);
    expect(await readDueInMs()).toBe(HOUR_MS);
  });

  it('has those told of together asked about one by one', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 20; round++) {
      await save(7, { jitter: 0.25 });
      waits.push((await readDueInMs()) ?? NaN);
    }
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.75 * HOUR_MS);
    expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR_MS);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  it('asks sooner for what may soon be otherwise, until it was the same for a day', async () => {
    await save(7, { refreshMs: 1000 });
    expect(await readDueInMs()).toBe(1000);
    await save(7, { refreshMs: 2 * HOUR_MS });
    expect(await readDueInMs()).toBe(HOUR_MS);
    await pass('25 hours');
    await save(7, { refreshMs: 1000 });
    expect(await readDueInMs()).toBe(2 * HOUR_MS);
  });

  it('asks before half of the time is over that facts are fresh', async () => {
    await save(7);
    await pass('25 hours');
    await save(7, { freshnessMs: 3 * HOUR_MS });
    expect(await readDueInMs()).toBe(1.5 * HOUR_MS);
    await save(7, { freshnessMs: HOUR_MS });
    expect(await readDueInMs()).toBe(HOUR_MS);
  });

  it('asks ever less often where nothing is known', async () => {
    const hours = [];
    for (let round = 0; round < 5; round++) {
      await save(undefined);
      hours.push(((await readDueInMs()) ?? NaN) / HOUR_MS);
    }
    expect(hours).toEqual([1, 2, 4, 8, 8]);
    await save(undefined, { freshnessMs: 6 * HOUR_MS });
    expect(await readDueInMs()).toBe(3 * HOUR_MS);
    await save(7);
    expect(await readDueInMs()).toBe(HOUR_MS);
    // It was there, and may come back as soon.
    await save(undefined);
    expect(await readDueInMs()).toBe(HOUR_MS);
  });

  it('asks as seldom of those that a source has nothing of', async () => {
    const hours = [];
    for (let round = 0; round < 5; round++) {
      await save(0, { isEmpty: true });
      hours.push(((await readDueInMs()) ?? NaN) / HOUR_MS);
    }
    expect(hours).toEqual([1, 2, 4, 8, 8]);
    const store = new FactStore(knex);
    expect(await store.markUnknownDue(provider, 'all')).toBe(true);
    await save(7);
    expect(await readDueInMs()).toBe(HOUR_MS);
    expect(await store.markUnknownDue(provider, 'all')).toBe(false);
  });

  it.each([[undefined], [0]])(
    'asks a source that tells of what is new once and for all later, knowing %p',
    async pages => {
      const tells = { isEmpty: true, unknownRefreshMs: 6 * HOUR_MS };
      await save(pages, tells);
      expect(await readDueInMs()).toBe(6 * HOUR_MS);
      await save(pages, { ...tells, freshnessMs: 8 * HOUR_MS });
      expect(await readDueInMs()).toBe(4 * HOUR_MS);
      await save(7, { unknownRefreshMs: 6 * HOUR_MS });
      expect(await readDueInMs()).toBe(HOUR_MS);
    },
  );

  it.each([['all' as const], [['component:default/shop']]])(
    'asks at once for what a provider has learnt of, told of %p',
    async told => {
      const store = new FactStore(knex);
      await save(7);
      expect(await store.markUnknownDue(provider, told)).toBe(false);
      await save(undefined);
      expect(await store.listDue(provider, 10)).toEqual([]);
      expect(await store.markUnknownDue('slo', told)).toBe(false);
      expect(
        await store.markUnknownDue(provider, ['component:default/other']),
      ).toBe(false);
      expect(await store.markUnknownDue(provider, told)).toBe(true);
      expect(await store.listDue(provider, 10)).toEqual([
        {
          id: entityId,
          entityRef: 'component:default/shop',
          dueAt: expect.any(String),
        },
      ]);
    },
  );

  it.each([
    ['markDue' as const, 7],
    ['markUnknownDue' as const, undefined],
  ])('asks again for what %s marks while it is asked', async (mark, pages) => {
    const store = new FactStore(knex);
    const ask = async (during?: () => Promise<unknown>) => {
      const [{ dueAt }] = await store.listDue(provider, 10);
      await during?.();
      await store.save(
        [
          {
            dueAt,
            entityId,
            values: pages === undefined ? undefined : { pages },
          },
        ],
        { provider, freshnessMs: 24 * HOUR_MS, refreshMs: HOUR_MS },
      );
    };
    await save(pages);
    await store[mark](provider, ['component:default/shop']);
    await ask(() => store[mark](provider, ['component:default/shop']));
    expect(await store.listDue(provider, 10)).toHaveLength(1);
    await ask();
    expect(await store.listDue(provider, 10)).toEqual([]);
  });

  it('never asks for what is pushed', async () => {
    const store = new FactStore(knex);
    const pushed = { provider, freshnessMs: HOUR_MS };
    await store.save([{ entityId, values: { pages: 7 } }], pushed);
    await pass('25 hours');
    await store.save([{ entityId, values: { pages: 7 } }], pushed);
    expect(await readDueInMs()).toBeUndefined();
    await store.save([{ entityId, values: undefined }], pushed);
    expect(await readDueInMs()).toBeUndefined();
  });
});
