import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { TestDatabases } from '@backstage/backend-test-utils';
import type { PostgresServerConfig } from '../config/ServerConfig';

/** The PostgreSQL that `npm test` brings along, as a server of config. */
export async function embeddedPostgres(databases: TestDatabases) {
  const knex = await createTestDatabase(databases);
  const { host, port, user, password } = knex.client.config.connection;
  const server: PostgresServerConfig = {
    name: 'embedded',
    host,
    port: Number(port),
    user,
    password,
    database: 'postgres',
    closesDatabases: true,
    workloads: { host, port: Number(port) },
  };
  return { server, knex };
}
