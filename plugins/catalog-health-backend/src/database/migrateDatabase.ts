import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const directory = resolvePackagePath(
  '@atrium/plugin-catalog-health-backend',
  'migrations',
);

/** Brings the tables up to date, unless the operator does it by hand. */
export async function migrateDatabase(
  database: Pick<DatabaseService, 'getClient' | 'migrations'>,
): Promise<void> {
  if (!database.migrations?.skip) {
    const knex = await database.getClient();
    await knex.migrate.latest({ directory });
  }
}
