import {
  type CredentialedTarget,
  type DriverContext,
  driverWords,
  ProviderRefusal,
} from '@atrium/plugin-provisioning-node';
import type { Client } from 'pg';
import {
  describeError,
  refuseForeign,
  refuseLostPassword,
} from '../shared/refusals';
import {
  formatMark,
  generationAfter,
  hasOtherPasswords,
  newMark,
  type ResourceMark,
} from '../shared/ResourceMark';
import { closeDatabases } from './closeDatabases';
import { databaseNames, type DatabaseNames } from './databaseNames';
import {
  againWhenOvertaken,
  Identifier,
  inTransaction,
  type PostgresServer,
  sql,
} from './PostgresServer';
import { readDatabaseSettings } from './postgresSchemas';
import {
  type DatabaseState,
  judgePossession,
  readDatabaseState,
} from './readDatabaseState';
import { scramVerifier } from './scramVerifier';

const DUPLICATE_DATABASE = '42P04';

export interface EnsureDatabaseOptions {
  server: PostgresServer;
  /** Holds the lock of the name. */
  client: Client;
  context: DriverContext;
}

/**
 * Makes a database and its roles as the target has them: what is missing is
 * made, what differs is put right, and data stays.
 *
 * @remarks
 *
 * Roles come first, with their mark in the same transaction, and cannot log in.
 * The database is made as theirs, so that it is known even before its own mark,
 * and then taken over by the account: an owner could open it to everybody. The
 * login is given last, when no other database is open to the roles.
 */
export async function ensureDatabase(
  target: CredentialedTarget,
  options: EnsureDatabaseOptions,
): Promise<void> {
  const { client, context, server } = options;
  const names = databaseNames(target.providerName);
  const state = await readDatabaseState(client, names);
  if (judgePossession(state, target) === 'foreign') {
    throw refuseForeign('databaseOrRole', names.database);
  }
  context.progress(driverWords.write('provisioning.progress.makeRoles'));
  await ensureRoles(target, { client, names, state });
  context.progress(driverWords.write('provisioning.progress.makeDatabase'));
  await createDatabase(target, { client, names, state });
  context.progress(driverWords.write('provisioning.progress.closeDatabase'));
  await takeOver(target, { client, names });
  context.progress(driverWords.write('provisioning.progress.prepareSchema'));
  await server.withClient(
    { database: names.database, signal: context.signal },
    inside => prepareInside(target, { client: inside, names }),
  );
  if (server.config.closesDatabases) {
    await closeDatabases(client);
  }
  context.progress(driverWords.write('provisioning.progress.setPasswords'));
  const before = state.database?.mark;
  await setAccess(target, { client, names, before });
  if (hasOtherPasswords(target, before) || target.access === 'suspended') {
    await endConnections(client, names);
  }
}

/**
 * Sets passwords and login, and writes the mark that all is done. Without
 * passwords to set those of before stay.
 */
export async function setAccess(
  target: CredentialedTarget,
  {
    client,
    names,
    before,
  }: { client: Client; names: DatabaseNames; before: ResourceMark | undefined },
): Promise<void> {
  const { credentials, access } = target;
  const login = access === 'granted' ? 'LOGIN' : 'NOLOGIN';
  const passwords = await Promise.all(
    (['owner', 'reader'] as const).map(async role => ({
      role: new Identifier(names[role]),
      verifier:
        credentials && (await scramVerifier(credentials.password(role))),
    })),
  );
  await inTransaction(client, async () => {
    for (const { role, verifier } of passwords) {
      if (verifier) {
        await client.query(sql`ALTER ROLE ${role} PASSWORD ${verifier}`);
      }
      await client.query(`ALTER ROLE ${role.quoted} ${login}`);
    }
    await writeMark(client, names.database, {
      ...newMark(target),
      fingerprint: target.fingerprint,
      generation: generationAfter(target, before),
    });
  });
}

/**
 * Ends what is connected to the database, or by its roles elsewhere.
 *
 * @remarks The server's own workers, such as autovacuum, give way by themselves, and
 * an account that is not a superuser may not end them.
 */
export async function endConnections(
  client: Client,
  { database, owner, reader }: DatabaseNames,
): Promise<void> {
  await client.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE (datname = $1 OR usename = ANY ($2)) AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'`,
    [database, [owner, reader]],
  );
}

export async function writeMark(
  client: Client,
  database: string,
  mark: Parameters<typeof formatMark>[0],
): Promise<void> {
  await client.query(
    sql`COMMENT ON DATABASE ${new Identifier(database)} IS ${formatMark(mark)}`,
  );
}

interface Work {
  client: Client;
  names: DatabaseNames;
  state: DatabaseState;
}

async function ensureRoles(
  target: CredentialedTarget,
  { client, names, state }: Work,
): Promise<void> {
  const { credentials } = target;
  const mark = formatMark(newMark(target));
  const { rows } = await client.query(
    'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
  );
  const isSuperuser = rows[0]?.rolsuper === true;
  for (const key of ['owner', 'reader'] as const) {
    const role = new Identifier(names[key]);
    await inTransaction(client, async () => {
      if (!state[key]) {
        if (!credentials) {
          throw refuseLostPassword('role', names[key]);
        }
        await client.query(sql`CREATE ROLE ${role} NOLOGIN`);
        await client.query(sql`COMMENT ON ROLE ${role} IS ${mark}`);
      }
      if (!isSuperuser) {
        await client.query(sql`GRANT ${role} TO CURRENT_USER`);
      }
      // Only a superuser may say some of these, and needs to: who else made the
      // role could not give it such a right.
      await client.query(
        `ALTER ROLE ${role.quoted} NOCREATEDB NOCREATEROLE INHERIT ${
          isSuperuser ? 'NOSUPERUSER NOREPLICATION NOBYPASSRLS' : ''
        }`,
      );
      await revokeMemberships(client, names[key]);
    });
  }
}

async function revokeMemberships(client: Client, role: string) {
  const { rows } = await client.query(
    `SELECT granted.rolname FROM pg_auth_members m
      JOIN pg_roles granted ON granted.oid = m.roleid
      JOIN pg_roles member ON member.oid = m.member
      WHERE member.rolname = $1`,
    [role],
  );
  for (const { rolname } of rows) {
    await client.query(
      sql`REVOKE ${new Identifier(rolname)} FROM ${new Identifier(role)}`,
    );
  }
}

async function createDatabase(
  target: CredentialedTarget,
  { client, names, state }: Work,
): Promise<void> {
  if (state.database) {
    return;
  }
  const database = new Identifier(names.database);
  try {
    await client.query(
      sql`CREATE DATABASE ${database} OWNER ${new Identifier(
        names.owner,
      )} TEMPLATE template0 ENCODING 'UTF8'`,
    );
  } catch (error) {
    const now = await readDatabaseState(client, names);
    if (
      describeError(error).code !== DUPLICATE_DATABASE ||
      judgePossession(now, target) !== 'ours'
    ) {
      throw error;
    }
  }
}

async function takeOver(
  target: CredentialedTarget,
  { client, names }: { client: Client; names: DatabaseNames },
): Promise<void> {
  const { connectionLimit, mayCreateSchemas } = readDatabaseSettings(target);
  const database = new Identifier(names.database);
  const owner = new Identifier(names.owner);
  const reader = new Identifier(names.reader);
  const now = await readDatabaseState(client, names);
  await againWhenOvertaken(() =>
    inTransaction(client, async () => {
      if (!now.database?.mark) {
        await writeMark(client, names.database, newMark(target));
      }
      if (!now.database?.isOwnedByAccount) {
        await client.query(
          sql`ALTER DATABASE ${database} OWNER TO CURRENT_USER`,
        );
      }
      await client.query(
        sql`ALTER DATABASE ${database} WITH ALLOW_CONNECTIONS true CONNECTION LIMIT ${connectionLimit}`,
      );
      await client.query(sql`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      await client.query(
        sql`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${owner}`,
      );
      await client.query(
        `${mayCreateSchemas ? 'GRANT' : 'REVOKE'} CREATE ON DATABASE ${
          database.quoted
        } ${mayCreateSchemas ? 'TO' : 'FROM'} ${owner.quoted}`,
      );
      await client.query(
        sql`GRANT CONNECT ON DATABASE ${database} TO ${reader}`,
      );
    }),
  );
}

/** What the reader may, also of what the owner makes later. */
async function prepareInside(
  target: CredentialedTarget,
  { client, names }: { client: Client; names: DatabaseNames },
): Promise<void> {
  const owner = new Identifier(names.owner);
  const reader = new Identifier(names.reader);
  const { extensions } = readDatabaseSettings(target);
  await inTransaction(client, async () => {
    await ensureExtensionSchema(client, extensions);
    for (const statement of [
      sql`GRANT USAGE ON SCHEMA extensions TO ${owner}, ${reader}`,
      ...[owner, reader].map(
        role =>
          sql`ALTER ROLE ${role} IN DATABASE ${new Identifier(
            names.database,
          )} SET search_path TO "$user", public, extensions`,
      ),
      sql`REVOKE ALL ON SCHEMA public FROM PUBLIC`,
      sql`ALTER SCHEMA public OWNER TO ${owner}`,
      sql`GRANT USAGE ON SCHEMA public TO ${reader}`,
      sql`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} GRANT USAGE ON SCHEMAS TO ${reader}`,
      sql`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} GRANT SELECT ON TABLES TO ${reader}`,
      sql`ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} GRANT SELECT ON SEQUENCES TO ${reader}`,
      ...extensions.map(
        name =>
          sql`CREATE EXTENSION IF NOT EXISTS ${new Identifier(
            name,
          )} SCHEMA extensions`,
      ),
    ]) {
      await client.query(statement);
    }
  });
}

/**
 * The schema for extensions, of the account: their scripts run with its rights, and
 * what an owner has put into the same schema could take the place of what they call.
 */
async function ensureExtensionSchema(
  client: Client,
  extensions: string[],
): Promise<void> {
  await client.query(sql`CREATE SCHEMA IF NOT EXISTS extensions`);
  const { rows } = await client.query(
    `SELECT nspowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
      AS is_ours FROM pg_namespace WHERE nspname = 'extensions'`,
  );
  if (extensions.length > 0 && rows[0]?.is_ours !== true) {
    throw new ProviderRefusal(
      driverWords.write('provisioning.driver.extensionSchema'),
      { isTemporary: false },
    );
  }
}
