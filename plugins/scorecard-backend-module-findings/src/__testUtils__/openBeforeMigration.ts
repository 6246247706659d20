import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { TestDatabases } from '@backstage/backend-test-utils';

/**
 * A database as it was before a migration, and a function that runs it.
 *
 * @param migration - the name of its file, which can be taken back
 */
export async function openBeforeMigration(
  databases: TestDatabases,
  migration: string,
) {
  const database = await createTestDatabase(databases);
  const tableName = 'findings_knex_migrations';
  const knex = await openDatabase(
    { getClient: async () => database },
    {
      packageName: '@atrium/plugin-scorecard-backend-module-findings',
      migrationsTable: tableName,
    },
  );
  const migrations = { directory: `${__dirname}/../../migrations`, tableName };
  await knex.migrate.down({ ...migrations, name: migration });
  return { knex, migrate: () => knex.migrate.latest(migrations) };
}
