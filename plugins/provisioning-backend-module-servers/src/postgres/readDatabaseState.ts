import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { Client } from 'pg';
import { isMarkOf, parseMark, type ResourceMark } from '../shared/ResourceMark';
import type { DatabaseNames } from './databaseNames';

/** A right of a role over the whole server, as `pg_roles` calls it. */
export type RoleAttribute =
  | 'rolsuper'
  | 'rolcreaterole'
  | 'rolcreatedb'
  | 'rolreplication'
  | 'rolbypassrls';

/** A role, as the server has it. */
export interface RoleState {
  name: string;
  mark?: ResourceMark;
  canLogin: boolean;
  /** Of those that no role of a resource has. */
  excess: RoleAttribute[];
  /** Whose rights it has. */
  rolesOf: string[];
}

/** A database and its roles, as the server has them. */
export interface DatabaseState {
  database?: {
    mark?: ResourceMark;
    owner: string;
    isOwnedByAccount: boolean;
    connectionLimit: number;
    takesConnections: boolean;
    isOpenToPublic: boolean;
  };
  owner?: RoleState;
  reader?: RoleState;
}

/** Whose it is, by the marks. */
export type Possession = 'nobody' | 'ours' | 'foreign';

/** Looks at a database and its roles. */
export async function readDatabaseState(
  client: Client,
  names: DatabaseNames,
): Promise<DatabaseState> {
  const { rows: databases } = await client.query(
    `SELECT shobj_description(d.oid, 'pg_database') AS mark,
        r.rolname AS owner, r.rolname = current_user AS is_owned_by_account,
        datconnlimit, datallowconn,
        has_database_privilege('public', d.oid, 'CONNECT') AS is_open
      FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
      WHERE datname = $1`,
    [names.database],
  );
  const { rows: roles } = await client.query(
    `SELECT rolname, rolcanlogin, shobj_description(r.oid, 'pg_authid') AS mark,
        array_remove(ARRAY[
          CASE WHEN rolsuper THEN 'rolsuper' END,
          CASE WHEN rolcreaterole THEN 'rolcreaterole' END,
          CASE WHEN rolcreatedb THEN 'rolcreatedb' END,
          CASE WHEN rolreplication THEN 'rolreplication' END,
          CASE WHEN rolbypassrls THEN 'rolbypassrls' END
        ], NULL) AS excess,
        ARRAY(
          SELECT granted.rolname::text
          FROM pg_auth_members m JOIN pg_roles granted ON granted.oid = m.roleid
          WHERE m.member = r.oid ORDER BY granted.rolname
        ) AS roles_of
      FROM pg_roles r WHERE rolname = ANY ($1)`,
    [[names.owner, names.reader]],
  );
  const findRole = (name: string): RoleState | undefined => {
    const row = roles.find(({ rolname }) => rolname === name);
    return (
      row && {
        name,
        mark: parseMark(row.mark),
        canLogin: row.rolcanlogin,
        excess: row.excess,
        rolesOf: row.roles_of,
      }
    );
  };
  const [row] = databases;
  return {
    owner: findRole(names.owner),
    reader: findRole(names.reader),
    ...(row && {
      database: {
        mark: parseMark(row.mark),
        owner: row.owner,
        isOwnedByAccount: row.is_owned_by_account,
        connectionLimit: row.datconnlimit,
        takesConnections: row.datallowconn,
        isOpenToPublic: row.is_open,
      },
    }),
  };
}

/**
 * Whose a database and its roles are. A database that was made just now has no
 * mark yet, but belongs to a role that has.
 */
export function judgePossession(
  { database, owner, reader }: DatabaseState,
  target: ResourceTarget,
): Possession {
  const roles = [owner, reader].filter(role => role !== undefined);
  if (!database && roles.length === 0) {
    return 'nobody';
  }
  const areRolesOurs = roles.every(({ mark }) => isMarkOf(mark, target));
  const isDatabaseOurs =
    !database ||
    isMarkOf(database.mark, target) ||
    (!database.mark && database.owner === owner?.name);
  return areRolesOurs && isDatabaseOurs ? 'ours' : 'foreign';
}
