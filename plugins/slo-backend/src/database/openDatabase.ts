import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { type CountRetention, ensureCountPartitions } from './countTables';

/** Brings the database up to date, and makes room for counts. */
export async function openDatabase(
  database: DatabaseService,
  retention: CountRetention,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath('@atrium/plugin-slo-backend', 'migrations'),
    });
    await ensureCountPartitions(knex, retention);
  }
  return knex;
}
