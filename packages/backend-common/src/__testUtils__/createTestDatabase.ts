import type { Knex } from 'knex';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * An empty database on the real PostgreSQL that `npm test` brings along.
 *
 * @throws when there is none: the library would fall back to a container
 */
export async function createTestDatabase(databases: {
  init(id: 'POSTGRES_18'): Promise<Knex>;
}): Promise<Knex> {
  if (!process.env[POSTGRES_VARIABLE]) {
    throw new Error(`Set ${POSTGRES_VARIABLE} to a PostgreSQL server`);
  }
  return databases.init('POSTGRES_18');
}
