import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import {
  createConnection,
  type Connection,
  type RowDataPacket,
} from 'mysql2/promise';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { describeOnServer } from '../__testUtils__/testServers';
import { MySqlDriver } from './MySqlDriver';
import { mySqlNames } from './mySqlNames';
import { MySqlServer } from './MySqlServer';

const server = {
  name: 'local',
  host: '127.0.0.1',
  port: 3306,
  user: 'root',
  workloads: { host: '127.0.0.1', port: 3306 },
};

async function open(url: unknown): Promise<Connection> {
  const connection = await createConnection(String(url));
  connection.on('error', () => undefined);
  return connection;
}

async function administer(...statements: string[]): Promise<void> {
  await new MySqlServer(server).withConnection(
    AbortSignal.timeout(10_000),
    async connection => {
      for (const statement of statements) {
        await connection.query(statement);
      }
    },
  );
}

it('names users so that MySQL takes them', () => {
  expect(mySqlNames('a-very-long-name-of-a-database-1a2b3c4d')).toEqual({
    database: 'a_very_long_name_of_a_database_1a2b3c4d',
    owner: 'a_very_long_name_1a2b3c4d_owner',
    reader: 'a_very_long_name_1a2b3c4d_reader',
  });
});

describeOnServer('mysql', () => {
  describeDriverConformance('mysql', async () => ({
    driver: new MySqlDriver([server]),
    type: 'mysql',
    inputs: { server: 'local' },
    parameters: {},
    changed: { inputs: { server: 'local', connectionLimit: 7 } },
    async connect({ url, readOnlyUrl }) {
      const owner = await open(url);
      const reader = await open(readOnlyUrl);
      return {
        async write(value) {
          await owner.query('CREATE TABLE IF NOT EXISTS notes (value text)');
          await owner.query('DELETE FROM notes');
          await owner.query('INSERT INTO notes VALUES (?)', [value]);
        },
        async read() {
          const [rows] = await reader.query<RowDataPacket[]>(
            'SELECT value FROM notes',
          );
          return rows[0]?.value;
        },
        async close() {
          owner.destroy();
          reader.destroy();
        },
      };
    },
    async tamper({ providerName }) {
      const { database, owner, reader } = mySqlNames(providerName);
      await administer(
        `ALTER USER '${owner}'@'%' WITH MAX_USER_CONNECTIONS 99`,
        `GRANT INSERT ON ${database}.* TO '${reader}'@'%'`,
      );
    },
    difference:
      /^The user \S+_owner has 99 connections, not 20\nThe user \S+_reader has other rights than it was given$/,
    async placeForeign({ providerName }) {
      const { database } = mySqlNames(providerName);
      await administer(
        `CREATE DATABASE ${database}`,
        `CREATE TABLE ${database}.theirs (id int)`,
      );
      return {
        isUntouched: () =>
          administer(`SELECT * FROM ${database}.theirs`).then(
            () => true,
            () => false,
          ),
        remove: () => administer(`DROP DATABASE ${database}`),
      };
    },
  }));

  it('keeps databases apart, also those whose names differ by an underscore', async () => {
    const driver = new MySqlDriver([server]);
    const context = createDriverContext();
    const target = createTarget({ type: 'mysql', inputs: { server: 'local' } });
    await driver.create(target, context);
    const { database } = mySqlNames(target.providerName);
    // An underscore stands for any character where a right is given.
    const other = database.replace('_', 'x');
    await administer(`CREATE DATABASE ${other}`);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const secrets = driver.describeSecrets(target, observation.outputs);
    const owner = await open(secrets.url);
    const reader = await open(secrets.readOnlyUrl);
    for (const statement of [
      `USE ${other}`,
      'USE mysql',
      'SELECT * FROM atrium_provisioning.resources',
    ]) {
      await expect(owner.query(statement)).rejects.toThrow(/denied/);
    }
    await expect(reader.query('CREATE TABLE mine (id int)')).rejects.toThrow(
      /denied/,
    );
    owner.destroy();
    reader.destroy();
    await driver.delete(target, context);
    await administer(`DROP DATABASE ${other}`);
  });

  it('says nothing of a statement that failed', async () => {
    const failure = await administer(
      "CREATE USER 'planted'@'%' IDENTIFIED BY 'secret' NONSENSE",
    ).catch((error: unknown) => error);
    expect(
      JSON.stringify(failure, Object.getOwnPropertyNames(failure)),
    ).not.toMatch(/planted|secret/);
  });
});
