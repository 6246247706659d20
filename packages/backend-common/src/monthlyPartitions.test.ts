import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  dropMonthlyPartitions,
  ensureMonthlyPartitions,
} from './monthlyPartitions';

const table = { name: 'readings', uniqueIndexes: { key: ['sensor', 'id'] } };

describe('monthly partitions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    await knex.raw(
      `CREATE TABLE readings (
         at timestamptz NOT NULL, sensor text NOT NULL, id int NOT NULL
       ) PARTITION BY RANGE (at)`,
    );
  });

  async function names(): Promise<string[]> {
    const { rows } = await knex.raw(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits
       WHERE inhparent = 'readings'::regclass ORDER BY name`,
    );
    return rows.map(({ name }: { name: string }) => name);
  }

  it('are made ahead, once, also by several at a time, across the year', async () => {
    const options = { from: new Date('2026-11-30T23:59:59Z'), months: 3 };
    await Promise.all([
      ensureMonthlyPartitions(knex, table, options),
      ensureMonthlyPartitions(knex, table, options),
      ensureMonthlyPartitions(knex, table, options),
    ]);
    await ensureMonthlyPartitions(knex, table, options);
    expect(await names()).toEqual([
      'readings_2026_11',
      'readings_2026_12',
      'readings_2027_01',
    ]);

    // The first and the last moment of a month, and the uniqueness within it.
    const insert = (at: string) =>
      knex('readings').insert({ at, sensor: 'a', id: 1 });
    await insert('2026-12-01T00:00:00Z');
    await expect(insert('2026-12-31T23:59:59.999Z')).rejects.toThrow(/unique/);
    await insert('2027-01-01T00:00:00Z');
    await expect(insert('2027-02-01T00:00:00Z')).rejects.toThrow(
      /no partition/,
    );
  });

  it('are dropped when all of them is too old', async () => {
    const dropped = await dropMonthlyPartitions(knex, table, {
      before: new Date('2027-01-15T00:00:00Z'),
    });
    expect(dropped).toEqual(['readings_2026_11', 'readings_2026_12']);
    expect(await names()).toEqual(['readings_2027_01']);
  });
});
