import type { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ensureEventPartitions,
  migrateDatabase,
} from '../database/migrateDatabase';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** An empty, migrated database on a real PostgreSQL, at home in November 2026. */
export async function openDatabase(databases: TestDatabases): Promise<Knex> {
  if (!process.env[POSTGRES_VARIABLE]) {
    throw new Error(`Set ${POSTGRES_VARIABLE} to a PostgreSQL server`);
  }
  const knex = await databases.init('POSTGRES_18');
  await migrateDatabase({ getClient: async () => knex });
  await ensureEventPartitions(knex, new Date('2026-11-01T00:00:00Z'));
  return knex;
}
