import { openDatabase } from '@atrium/backend-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { type CountRetention, ensureCountPartitions } from './countTables';

/** Brings the database up to date, and makes room for counts. */
export async function openSloDatabase(
  database: DatabaseService,
  retention: CountRetention,
): Promise<Knex> {
  const knex = await openDatabase(database, {
    packageName: '@atrium/plugin-slo-backend',
  });
  if (!database.migrations?.skip) {
    await ensureCountPartitions(knex, retention);
  }
  return knex;
}
