import type { Knex } from 'knex';
import type { ClientConfig } from 'pg';

/**
 * How to connect to the database that Knex is connected to, for what needs
 * connections of its own.
 */
export async function connectionOf(knex: Knex): Promise<ClientConfig> {
  const { connection } = knex.client.config;
  if (typeof connection === 'string') {
    return { connectionString: connection };
  }
  if (typeof connection !== 'function') {
    // Knex hides the password from being listed.
    return { ...connection, password: connection.password };
  }
  // Tokens that expire: asked for anew for each connection.
  const settings = await connection();
  return {
    ...settings,
    password: async () => (await connection()).password,
  };
}
