import type { Client } from 'pg';
import { describeError } from '../shared/refusals';
import { againWhenOvertaken, Identifier, sql } from './PostgresServer';

const NO_SUCH_DATABASE = '3D000';

/**
 * Takes the right to connect, which everybody has by default, from every
 * database that the account may decide about. Superusers and owners keep it.
 * Not for within a transaction, which would end with the first failure.
 *
 * @returns the databases that were open
 */
export async function closeDatabases(client: Client): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT datname FROM pg_database d
      WHERE datallowconn AND has_database_privilege('public', d.oid, 'CONNECT')
        AND pg_has_role(current_user, datdba, 'MEMBER')
      ORDER BY datname`,
  );
  for (const { datname } of rows) {
    const database = new Identifier(datname);
    await againWhenOvertaken(() =>
      client.query(sql`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`),
    ).catch(error => {
      // It was removed meanwhile.
      if (describeError(error).code !== NO_SUCH_DATABASE) {
        throw error;
      }
    });
  }
  return rows.map(({ datname }) => datname);
}
