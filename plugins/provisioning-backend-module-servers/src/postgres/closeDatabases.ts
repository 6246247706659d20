import type { Client } from 'pg';
import { describeError } from '../shared/refusals';
import { Identifier, sql } from './PostgresServer';

/** It was removed meanwhile, or somebody else does the same right now. */
const HARMLESS = ['3D000', 'XX000'];

/**
 * Takes the right to connect, which everybody has by default, from every
 * database that the account may decide about. Superusers and owners keep it.
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
    await client
      .query(
        sql`REVOKE CONNECT ON DATABASE ${new Identifier(datname)} FROM PUBLIC`,
      )
      .catch(error => {
        if (!HARMLESS.includes(describeError(error).code)) {
          throw error;
        }
      });
  }
  return rows.map(({ datname }) => datname);
}
