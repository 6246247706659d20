import {
  type DriverContext,
  type DriverText,
  driverWords,
} from '@atrium/plugin-provisioning-node';
import type { Client } from 'pg';
import { type DatabaseNames } from './databaseNames';
import { endConnections } from './ensureDatabase';
import { Identifier, type PostgresServer, sql } from './PostgresServer';
import { readDatabaseState } from './readDatabaseState';
import { listSnapshots } from './snapshots';

export interface RemoveDatabaseOptions {
  server: PostgresServer;
  /** Holds the lock of the name. */
  client: Client;
  context: DriverContext;
  resourceId: string;
}

/** Removes a database and its roles; the roles last, since they say whose it is. */
export async function removeDatabase(
  names: DatabaseNames,
  { server, client, context, resourceId }: RemoveDatabaseOptions,
): Promise<DriverText[]> {
  const state = await readDatabaseState(client, names);
  const removed: DriverText[] = [];
  if (state.database) {
    context.progress(driverWords.write('provisioning.progress.removeDatabase'));
    const database = new Identifier(names.database);
    // Not by FORCE, which fails for all but superusers while autovacuum works there.
    await client.query(sql`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await endConnections(client, names);
    await client.query(sql`DROP DATABASE ${database}`);
    removed.push(
      driverWords.write('provisioning.removed.database', {
        name: names.database,
      }),
    );
  }
  const roles = [state.owner, state.reader].filter(role => role !== undefined);
  if (roles.length > 0) {
    for (const snapshot of await listSnapshots(client, resourceId)) {
      context.progress(
        driverWords.write('provisioning.progress.handOverSnapshot'),
      );
      await server.withClient(
        { database: snapshot, signal: context.signal },
        inside => disown(inside, roles),
      );
    }
  }
  // The owner last: what is left half removed is known by it.
  for (const role of roles.reverse()) {
    context.progress(driverWords.write('provisioning.progress.removeRoles'));
    await client.query(sql`DROP ROLE IF EXISTS ${new Identifier(role.name)}`);
    removed.push(
      driverWords.write('provisioning.removed.role', { name: role.name }),
    );
  }
  return removed;
}

async function disown(client: Client, roles: { name: string }[]) {
  for (const { name } of roles) {
    const role = new Identifier(name);
    await client.query(sql`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
    await client.query(sql`DROP OWNED BY ${role}`);
  }
}
