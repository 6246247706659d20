import { openDatabase } from '@atrium/backend-common';
import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EntityStore } from './EntityStore';
import { FactStore } from './FactStore';

const provider = 'docs';
const entityRefs = ['component:default/shop', 'component:default/till'];
const migrations = { directory: `${__dirname}/../../migrations` };

describe('Facts that several write at once', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let ids: number[];

  beforeAll(async () => {
    const database = await createTestDatabase(databases);
    knex = await openDatabase(
      { getClient: async () => database },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    const entities = new EntityStore(knex);
    await entities.save(
      entityRefs.map(entityRef => ({
        entityRef,
        kind: 'component',
        title: undefined,
        ownerRefs: [],
        systemRefs: [],
        shape: {},
        hash: '1',
      })),
    );
    ids = [...(await entities.findIds(entityRefs)).values()].sort(
      (a, b) => a - b,
    );
  });

  beforeEach(async () => {
    await knex('facts').delete();
    await knex('fact_changes').delete();
  });

  const push = (pages: number, entityIds = ids) =>
    new FactStore(knex).save(
      entityIds.map(entityId => ({ entityId, values: { pages } })),
      { provider, freshnessMs: 3_600_000, keepsNewer: true },
    );

  /** The values of an entity in their order, and when each began and ended. */
  const readPast = async (entityId: number) => {
    const rows = await knex('fact_changes')
      .where({ entity_id: entityId })
      .orderBy(['from_at', 'to_at'])
      .select(
        'values',
        knex.raw('from_at::text AS begin'),
        knex.raw('to_at::text AS end'),
      );
    return rows.map(({ values, begin, end }) => ({
      pages: values.pages,
      begin,
      end,
    }));
  };

  /** Has all of it wait until each of it waits for the database. */
  const atOnce = async (...calls: (() => Promise<unknown>)[]) => {
    const trx = await knex.transaction();
    await trx.raw(
      `INSERT INTO facts (entity_id, provider) VALUES (?, ?)
       ON CONFLICT (entity_id, provider) DO UPDATE SET due_at = NULL`,
      [ids[0], provider],
    );
    const done = Promise.allSettled(calls.map(call => call()));
    const countWaiting = async (): Promise<number> => {
      const { rows } = await knex.raw(
        `SELECT FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length;
    };
    try {
      await eventually(countWaiting, count => count === calls.length);
    } finally {
      await trx.rollback();
    }
    const results = await done;
    expect(results.map(({ status }) => status)).toEqual(
      calls.map(() => 'fulfilled'),
    );
  };

  it.each([
    ['known', 1],
    ['not known yet', undefined],
  ])('follow one another where they were %s', async (_, before) => {
    if (before !== undefined) {
      await push(before);
    }
    await atOnce(
      () => push(2),
      () => push(3, [...ids].reverse()),
    );
    const { rows: facts } = await knex.raw(
      `SELECT "values"->'pages' AS pages FROM facts ORDER BY entity_id`,
    );
    for (const [place, id] of ids.entries()) {
      const past = await readPast(id);
      // Which of them came first is left to the database.
      expect(past.map(({ pages }) => pages).sort()).toEqual(
        before === undefined ? [2, 3] : [1, 2, 3],
      );
      expect(past.map(({ end }) => end)).toEqual([
        ...past.slice(1).map(({ begin }) => begin),
        'infinity',
      ]);
      expect(past.at(-1)?.pages).toBe(facts[place].pages);
    }
    // A day later the same is told again.
    await knex.raw(
      `UPDATE fact_changes SET from_at = from_at - interval '2 days'`,
    );
    await push(facts[0].pages);
    expect(await readPast(ids[0])).toHaveLength(before === undefined ? 2 : 3);
  });

  it('keep one open row of those that were left open', async () => {
    const [shop, till] = ids;
    const at = (hour: number) => `2026-12-01 0${hour}:00:00+00`;
    await knex.migrate.down({
      ...migrations,
      name: '20261202234000_one_open_fact.js',
    });
    await knex('facts').insert([
      { entity_id: shop, provider, values: { pages: 3 } },
      { entity_id: till, provider, values: { pages: 2 } },
    ]);
    const open = (entityId: number, hour: number, pages: number) => ({
      entity_id: entityId,
      provider,
      from_at: at(hour),
      values: { pages },
    });
    await knex('fact_changes').insert([
      { ...open(shop, 1, 1), to_at: at(2) },
      open(shop, 2, 2),
      open(shop, 3, 3),
      open(till, 1, 1),
      // What was written last had begun first.
      open(till, 2, 2),
      open(till, 3, 3),
    ]);
    await knex.migrate.latest(migrations);

    const { rows } = await knex.raw(
      `SELECT entity_id AS id, "values"->'pages' AS pages,
         CASE WHEN to_at = 'infinity' THEN NULL
           ELSE extract(hour FROM to_at AT TIME ZONE 'UTC')::int END AS hour
       FROM fact_changes ORDER BY entity_id, from_at`,
    );
    expect(rows).toEqual([
      { id: shop, pages: 1, hour: 2 },
      { id: shop, pages: 2, hour: 3 },
      { id: shop, pages: 3, hour: null },
      { id: till, pages: 1, hour: 2 },
      { id: till, pages: 2, hour: null },
      { id: till, pages: 3, hour: 3 },
    ]);
    await expect(knex('fact_changes').insert(open(shop, 4, 4))).rejects.toThrow(
      'fact_changes_open',
    );
  });
});
