import { textOf } from '@atrium/plugin-provisioning-node';
import {
  type DriverSubject,
  describeDriverConformance,
} from '@atrium/plugin-provisioning-node/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Client } from 'pg';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { embeddedPostgres } from '../__testUtils__/embeddedPostgres';
import { describeOnServer } from '../__testUtils__/testServers';
import type { PostgresServerConfig } from '../config/ServerConfig';
import { databaseNames } from './databaseNames';
import { PostgresDriver } from './PostgresDriver';
import { PostgresServer } from './PostgresServer';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function open(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function createSubject(
  config: PostgresServerConfig,
  more: Partial<DriverSubject> = {},
): DriverSubject {
  const administer = (statements: string[], database?: string) =>
    new PostgresServer(config).withClient({ database }, async client => {
      for (const statement of statements) {
        await client.query(statement);
      }
    });
  const inputs = { server: config.name, allowedExtensions: ['pg_trgm'] };
  return {
    driver: new PostgresDriver([config]),
    type: 'postgres',
    inputs,
    parameters: {},
    changed: {
      inputs: { ...inputs, connectionLimit: 7, mayCreateSchemas: true },
      parameters: { extensions: ['pg_trgm'] },
    },
    async connect({ url, readOnlyUrl }) {
      const client = await open(String(url));
      const reader = await open(String(readOnlyUrl)).catch(async error => {
        await client.end();
        throw error;
      });
      return {
        async write(value) {
          await client.query(
            'CREATE TABLE IF NOT EXISTS notes (value text NOT NULL)',
          );
          await client.query('TRUNCATE notes');
          await client.query('INSERT INTO notes VALUES ($1)', [value]);
        },
        async read() {
          const { rows } = await reader.query('SELECT value FROM notes');
          return rows[0]?.value;
        },
        async close() {
          await Promise.all([client.end(), reader.end()]);
        },
      };
    },
    async tamper({ providerName }) {
      const { database, reader } = databaseNames(providerName);
      await administer([
        `ALTER DATABASE ${database} CONNECTION LIMIT 99`,
        `ALTER ROLE ${reader} CREATEDB`,
        `GRANT CONNECT ON DATABASE ${database} TO PUBLIC`,
      ]);
    },
    difference:
      /^The connection limit is 99, not 20\nEvery role of the server may connect\nThe role \S+_reader: may make databases$/,
    async placeForeign({ providerName }) {
      const { database } = databaseNames(providerName);
      await administer([`CREATE DATABASE ${database}`]);
      await administer(['CREATE TABLE public.theirs ()'], database);
      return {
        isUntouched: () =>
          administer(['SELECT * FROM public.theirs'], database).then(
            () => true,
            () => false,
          ),
        remove: () => administer([`DROP DATABASE ${database} WITH (FORCE)`]),
      };
    },
    ...more,
  };
}

describeDriverConformance('postgres, as a superuser', async () => {
  const { server } = await embeddedPostgres(databases);
  return createSubject(server);
});

describeDriverConformance('postgres, as a role that makes roles', async () => {
  const { server, knex } = await embeddedPostgres(databases);
  const role = `maker_${Date.now()}`;
  await knex.raw(
    `CREATE ROLE ${role} LOGIN CREATEROLE CREATEDB PASSWORD 'maker'`,
  );
  await knex.raw(`GRANT CONNECT ON DATABASE postgres TO ${role}`);
  return createSubject({
    ...server,
    user: role,
    password: 'maker',
    closesDatabases: false,
  });
});

const LOCAL: PostgresServerConfig = {
  name: 'local',
  host: '127.0.0.1',
  port: 5432,
  user: 'postgres',
  database: 'postgres',
  closesDatabases: false,
  workloads: { host: '127.0.0.1', port: 5432 },
};

/** Snapshots outlive their database; this server outlives the tests. */
async function dropSnapshots(client: Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT datname FROM pg_database WHERE datname LIKE 'conformance\\_%\\_snapshot\\_%'",
  );
  for (const { datname } of rows) {
    await client.query(`DROP DATABASE "${datname}"`);
  }
}

describeOnServer('postgres', () => {
  describeDriverConformance('postgres, at its usual port', async () =>
    createSubject(LOCAL, {
      // It trusts whoever comes from this machine.
      checksPasswords: false,
      close: () => new PostgresServer(LOCAL).withClient({}, dropSnapshots),
    }),
  );
});

describe('PostgresDriver', () => {
  async function create(parameters = {}) {
    const { server, knex } = await embeddedPostgres(databases);
    const driver = new PostgresDriver([server]);
    const target = createTarget({
      type: 'postgres',
      inputs: { server: 'embedded' },
      parameters,
    });
    const context = createDriverContext();
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const secrets = driver.describeSecrets(target, observation.outputs);
    const urlTo = (database: string) =>
      Object.assign(new URL(String(secrets.url)), {
        pathname: `/${database}`,
      }).toString();
    return { driver, target, context, server, knex, secrets, urlTo };
  }

  it('lets its roles into no other database, also of the portal', async () => {
    const portal = await embeddedPostgres(databases);
    const { rows } = await portal.knex.raw('SELECT current_database() AS name');
    await portal.knex.raw(
      `GRANT CONNECT ON DATABASE ${rows[0].name} TO PUBLIC`,
    );
    const one = await create();
    const other = await create();
    const closed = [
      rows[0].name,
      'postgres',
      'template1',
      databaseNames(other.target.providerName).database,
    ];
    for (const database of closed) {
      await expect(open(one.urlTo(database))).rejects.toThrow(
        /permission denied for database/,
      );
    }
    await one.driver.delete(one.target, one.context);
    await other.driver.delete(other.target, other.context);
  });

  it('lets the reader read what the owner makes, and nothing more', async () => {
    const { driver, target, context, secrets } = await create();
    const owner = await open(String(secrets.url));
    const reader = await open(String(secrets.readOnlyUrl));
    await owner.query(
      'CREATE TABLE orders (id int); INSERT INTO orders VALUES (7)',
    );
    expect((await reader.query('SELECT id FROM orders')).rows).toEqual([
      { id: 7 },
    ]);
    for (const statement of [
      'DELETE FROM orders',
      'CREATE TABLE mine ()',
      'CREATE TEMPORARY TABLE mine ()',
    ]) {
      await expect(reader.query(statement)).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(owner.query('CREATE SCHEMA more')).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      owner.query(
        `GRANT CONNECT ON DATABASE ${
          databaseNames(target.providerName).database
        } TO PUBLIC`,
      ),
    ).resolves.toBeDefined();
    expect(await driver.observe(target, context)).toMatchObject({
      differences: [],
    });
    await Promise.all([owner.end(), reader.end()]);
    await driver.delete(target, context);
  });

  it('keeps the rows in a snapshot that its roles do not open', async () => {
    const { driver, target, context, secrets, server, urlTo } = await create();
    const owner = await open(String(secrets.url));
    await owner.query('CREATE TABLE orders AS SELECT 7 AS id');
    const place = textOf(await driver.snapshot(target, context));
    const name = /^database (\S+_snapshot_[0-9a-f]{8}) on PostgreSQL at /.exec(
      place,
    )?.[1];
    await expect(open(urlTo(String(name)))).rejects.toThrow(
      /permission denied/,
    );
    await driver.delete(target, context);
    const rows = await new PostgresServer(server).withClient(
      { database: name },
      async client => (await client.query('SELECT id FROM public.orders')).rows,
    );
    expect(rows).toEqual([{ id: 7 }]);
    await owner.end().catch(() => undefined);
  });

  it('keeps extensions out of the reach of the owner, and easy to call', async () => {
    const { driver, target, context, server, secrets } = await create();
    const names = databaseNames(target.providerName);
    const owner = await open(String(secrets.url));
    const withExtension = {
      ...target,
      inputs: { server: 'embedded', allowedExtensions: ['pg_trgm'] },
      parameters: { extensions: ['pg_trgm'] },
      fingerprint: 'with-extension',
    };
    // What the owner has under the same name is not called by the account.
    await owner.query(
      `CREATE FUNCTION public.pg_has_role(name, oid, text) RETURNS boolean
        LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$called$$; END'`,
    );
    await driver.update(withExtension, context);
    const { rows } = await owner.query(
      `SELECT similarity('atrium', 'atrium') AS one, nspname, rolname
        FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
        JOIN pg_roles r ON r.oid = nspowner WHERE extname = 'pg_trgm'`,
    );
    expect(rows).toEqual([
      { one: 1, nspname: 'extensions', rolname: server.user },
    ]);
    await expect(
      owner.query('CREATE TABLE extensions.mine (value text)'),
    ).rejects.toThrow(/permission denied for schema extensions/);
    await owner.end();

    // A schema that an owner who may make schemas has made before.
    await new PostgresServer(server).withClient(
      { database: names.database },
      async client => {
        await client.query('DROP SCHEMA extensions CASCADE');
        await client.query(
          `CREATE SCHEMA extensions AUTHORIZATION ${names.owner}`,
        );
      },
    );
    await expect(driver.update(withExtension, context)).rejects.toThrow(
      "The schema 'extensions' belongs to somebody else",
    );
    await driver.delete(target, context);
  });

  it('refuses extensions that the definition does not allow, and servers that config does not name', async () => {
    const { server } = await embeddedPostgres(databases);
    const driver = new PostgresDriver([server]);
    const target = createTarget({
      type: 'postgres',
      inputs: { server: 'elsewhere', allowedExtensions: ['citext'] },
      parameters: { extensions: ['citext', 'dblink'] },
    });
    expect(await driver.check(target)).toMatchObject([
      {
        field: 'inputs.server',
        message: {
          text: "The configuration names no server 'elsewhere' for it",
        },
      },
      {
        field: 'parameters.extensions',
        message: {
          text: "The extension 'dblink' is not allowed here; there are citext",
        },
      },
    ]);
    await expect(driver.create(target, createDriverContext())).rejects.toThrow(
      expect.objectContaining({ name: 'ProviderRefusal', isTemporary: false }),
    );
  });

  it('says that a server is away, without its password', async () => {
    const driver = new PostgresDriver([
      {
        name: 'away',
        host: '127.0.0.1',
        port: 1,
        user: 'postgres',
        password: 'planted',
        database: 'postgres',
        closesDatabases: false,
        workloads: { host: '127.0.0.1', port: 1 },
      },
    ]);
    const target = createTarget({
      type: 'postgres',
      inputs: { server: 'away' },
    });
    await expect(driver.create(target, createDriverContext())).rejects.toThrow(
      expect.objectContaining({
        name: 'ProviderRefusal',
        isTemporary: true,
        message: expect.stringMatching(
          /^The server 'away' does not answer: connect ECONNREFUSED 127\.0\.0\.1:1$/,
        ),
      }),
    );
  });
});
