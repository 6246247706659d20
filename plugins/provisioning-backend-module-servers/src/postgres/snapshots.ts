import {
  driverWords,
  type DriverContext,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { shortenName } from '../shared/names';
import { databaseNames } from './databaseNames';
import { endConnections } from './ensureDatabase';
import { Identifier, sql } from './PostgresServer';

const PREFIX = 'atrium snapshot of ';

/** How long a copy may take: the portal waits no longer for a snapshot. */
const COPY_LIMIT_MS = 30 * 60_000;

/**
 * Copies a database to another one of the same server, which nobody but the
 * account opens. It has no connections meanwhile.
 *
 * @returns the name of the copy; for one step it is always the same
 */
export async function makeSnapshot(
  target: ResourceTarget,
  { client, context }: { client: Client; context: DriverContext },
): Promise<string> {
  const names = databaseNames(target.providerName);
  const step = createHash('sha256')
    .update(context.idempotencyKey)
    .digest('hex')
    .slice(0, 8);
  // Names have at most 63 characters.
  const snapshot = `${shortenName(names.database, 45)}_snapshot_${step}`;
  const existing = await listSnapshots(client, target.resourceId);
  if (existing.includes(snapshot)) {
    return snapshot;
  }
  const source = new Identifier(names.database);
  const copy = new Identifier(snapshot);
  context.progress(
    driverWords.write('provisioning.progress.endItsConnections'),
  );
  await client.query(sql`ALTER DATABASE ${source} ALLOW_CONNECTIONS false`);
  try {
    await endConnections(client, names);
    context.progress(driverWords.write('provisioning.progress.copyDatabase'));
    // What a call that was cut short has left is not known to be whole.
    await client.query(sql`DROP DATABASE IF EXISTS ${copy}`);
    await allowCopy(client);
    const copying = {
      text: sql`CREATE DATABASE ${copy} TEMPLATE ${source}`,
      query_timeout: COPY_LIMIT_MS,
    };
    await client.query(copying);
    await client.query(sql`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC`);
    await client.query(
      sql`COMMENT ON DATABASE ${copy} IS ${PREFIX + target.resourceId}`,
    );
  } finally {
    await client.query(sql`ALTER DATABASE ${source} ALLOW_CONNECTIONS true`);
  }
  return snapshot;
}

/**
 * Has the server wait for a copy, too, whatever it allows other statements of this
 * connection. Only PostgreSQL 17 and later limit transactions.
 */
async function allowCopy(client: Client): Promise<void> {
  await client.query(
    `SELECT set_config(name, $1, false) FROM pg_settings
      WHERE name IN ('statement_timeout', 'transaction_timeout')`,
    [String(COPY_LIMIT_MS)],
  );
}

/** The snapshots of a resource, by name. */
export async function listSnapshots(
  client: Client,
  resourceId: string,
): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT datname FROM pg_database d
      WHERE shobj_description(d.oid, 'pg_database') = $1 ORDER BY datname`,
    [PREFIX + resourceId],
  );
  return rows.map(({ datname }) => datname);
}
