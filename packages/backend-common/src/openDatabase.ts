import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Whose migrations are run. */
export interface OpenDatabaseOptions {
  /** The package that has them, in its folder `migrations`. */
  packageName: string;
  /**
   * Where it is kept which of them ran. A module needs a table of its own: it
   * shares the database of its plugin, which has migrations too.
   */
  migrationsTable?: string;
}

/**
 * Connects to the database of the plugin, with its tables up to date. Where
 * operators run migrations themselves (`backend.database.skipMigrations`), the
 * tables are left alone.
 */
export async function openDatabase(
  database: Pick<DatabaseService, 'getClient' | 'migrations'>,
  { packageName, migrationsTable }: OpenDatabaseOptions,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(packageName, 'migrations'),
      // Knex takes undefined for a name.
      ...(migrationsTable && { tableName: migrationsTable }),
    });
  }
  return knex;
}
