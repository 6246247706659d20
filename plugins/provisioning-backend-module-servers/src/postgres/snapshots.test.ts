import { eventually } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { embeddedPostgres } from '../__testUtils__/embeddedPostgres';
import { databaseNames } from './databaseNames';
import { listSnapshots, makeSnapshot } from './snapshots';

const LIMIT_MS = 1_000;

describe('makeSnapshot', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('waits for a copy that takes longer than other statements may', async () => {
    const { server } = await embeddedPostgres(databases);
    const { host, port, user, password, database } = server;
    const account = { host, port, user, password, database };
    const other = new Client(account);
    const client = new Client({
      ...account,
      query_timeout: LIMIT_MS,
      options: `-c statement_timeout=${LIMIT_MS}`,
    });
    await Promise.all([other.connect(), client.connect()]);
    const target = createTarget({
      type: 'postgres',
      inputs: { server: server.name },
    });
    const name = databaseNames(target.providerName).database;
    await other.query(`CREATE DATABASE ${name}`);

    // Holds what the copy waits for, until the limit is over.
    await other.query('BEGIN');
    await other.query(`COMMENT ON DATABASE ${name} IS 'held'`);
    const letGo = async () => {
      await eventually(
        async () =>
          (
            await other.query(
              `SELECT FROM pg_locks JOIN pg_database d ON d.oid = objid
                WHERE classid = 'pg_database'::regclass AND NOT granted
                  AND datname = $1`,
              [name],
            )
          ).rowCount,
      );
      await sleep(LIMIT_MS + 200);
      await other.query('ROLLBACK');
    };
    const context = createDriverContext();
    const [snapshot] = await Promise.all([
      makeSnapshot(target, { client, context }),
      letGo(),
    ]);

    expect(await listSnapshots(other, target.resourceId)).toEqual([snapshot]);
    const { rows } = await other.query(
      'SELECT datname, datallowconn FROM pg_database WHERE datname = ANY ($1)',
      [[name, snapshot]],
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { datname: name, datallowconn: true },
        { datname: snapshot, datallowconn: true },
      ]),
    );
    await client.end();
    await other.query(`DROP DATABASE ${snapshot}`);
    await other.query(`DROP DATABASE ${name}`);
    await other.end();
  });
});
