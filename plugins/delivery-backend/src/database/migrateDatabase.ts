import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  ensureMonthlyPartitions,
  type MonthlyPartitionedTable,
  openDatabase,
} from '@atrium/backend-common';

/** Where events are kept as they came in. */
export const eventsTable: MonthlyPartitionedTable = {
  name: 'events',
  uniqueIndexes: { key: ['event_key'] },
};

/** Enough to survive a scheduler that is off for two months. */
const MONTHS_AHEAD = 3;

/** Brings the database up to date, and makes room for the coming months. */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await openDatabase(database, {
    packageName: '@atrium/plugin-delivery-backend',
  });
  if (!database.migrations?.skip) {
    await ensureEventPartitions(knex);
  }
  return knex;
}

/** Makes room for the events of this month and the next ones. */
export async function ensureEventPartitions(
  knex: Knex,
  now = new Date(),
): Promise<void> {
  await ensureMonthlyPartitions(knex, eventsTable, {
    from: now,
    months: MONTHS_AHEAD,
  });
}
