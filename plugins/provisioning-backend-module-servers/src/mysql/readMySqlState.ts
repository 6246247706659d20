import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { isMarkOf, type ResourceMark } from '../shared/ResourceMark';
import { MarkTable } from './MarkTable';
import type { MySqlNames } from './mySqlNames';

/** A user, as the server has it. */
export interface MySqlUserState {
  isLocked: boolean;
  connectionLimit: number;
  requiresTls: boolean;
  /** Such as `SELECT, SHOW VIEW ON` and the database. */
  grants: string[];
}

/** A database and its users, as the server has them. */
export interface MySqlState {
  mark?: ResourceMark;
  hasDatabase: boolean;
  owner?: MySqlUserState;
  reader?: MySqlUserState;
}

/** Looks at a database and its users. */
export async function readMySqlState(
  connection: Connection,
  { names, providerName }: { names: MySqlNames; providerName: string },
): Promise<MySqlState> {
  const [databases] = await connection.query<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [names.database],
  );
  return {
    mark: await new MarkTable(connection).find(providerName),
    hasDatabase: databases.length > 0,
    owner: await readUser(connection, names.owner),
    reader: await readUser(connection, names.reader),
  };
}

/** Whose a database and its users are, by the mark. */
export function judgeMySql(
  { mark, hasDatabase, owner, reader }: MySqlState,
  target: ResourceTarget,
): 'nobody' | 'ours' | 'foreign' {
  if (mark) {
    return isMarkOf(mark, target) ? 'ours' : 'foreign';
  }
  return hasDatabase || owner || reader ? 'foreign' : 'nobody';
}

async function readUser(
  connection: Connection,
  name: string,
): Promise<MySqlUserState | undefined> {
  const [users] = await connection.query<RowDataPacket[]>(
    'SELECT 1 FROM mysql.user WHERE User = ? AND Host = ?',
    [name, '%'],
  );
  if (users.length === 0) {
    return undefined;
  }
  // Holds the hash of the password, and so is not kept.
  const [created] = await connection.query<RowDataPacket[]>(
    'SHOW CREATE USER ?@?',
    [name, '%'],
  );
  const [granted] = await connection.query<RowDataPacket[]>(
    'SHOW GRANTS FOR ?@?',
    [name, '%'],
  );
  const text = String(Object.values(created[0] ?? {})[0]);
  return {
    isLocked: /\bACCOUNT LOCK\b/.test(text),
    connectionLimit: Number(/MAX_USER_CONNECTIONS (\d+)/.exec(text)?.[1] ?? 0),
    requiresTls: /\bREQUIRE SSL\b/.test(text),
    grants: granted
      .map(row => String(Object.values(row)[0]))
      .flatMap(line => /^GRANT (.+) TO /.exec(line)?.[1] ?? [])
      .filter(grant => !grant.startsWith('USAGE ON')),
  };
}
