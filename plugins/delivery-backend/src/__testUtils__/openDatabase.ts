import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ensureEventPartitions,
  migrateDatabase,
} from '../database/migrateDatabase';

/** An empty, migrated database on a real PostgreSQL, at home in November 2026. */
export async function openDatabase(databases: TestDatabases): Promise<Knex> {
  const knex = await createTestDatabase(databases);
  await migrateDatabase({ getClient: async () => knex });
  await ensureEventPartitions(knex, new Date('2026-11-01T00:00:00Z'));
  return knex;
}
