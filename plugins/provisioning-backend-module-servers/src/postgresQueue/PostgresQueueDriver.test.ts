import {
  describeDriverConformance,
  type DriverSubject,
} from '@atrium/plugin-provisioning-node/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Client } from 'pg';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { embeddedPostgres } from '../__testUtils__/embeddedPostgres';
import { PostgresServer } from '../postgres/PostgresServer';
import { toIdentifier } from '../shared/names';
import { PostgresQueueDriver } from './PostgresQueueDriver';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function findServer() {
  const { server } = await embeddedPostgres(databases);
  return { ...server, database: 'atrium_queues' };
}

async function open(connectionString: unknown): Promise<Client> {
  const client = new Client({ connectionString: String(connectionString) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describeDriverConformance(
  'postgres-queue',
  async (): Promise<DriverSubject> => {
    const config = await findServer();
    const driver = new PostgresQueueDriver([config]);
    const administer = (statement: string) =>
      new PostgresServer(config).withClient({}, client =>
        client.query(statement),
      );
    return {
      driver,
      type: 'queue',
      inputs: { server: 'embedded' },
      parameters: {},
      changed: { parameters: { maxDeliveries: 2 } },
      async connect({ url }) {
        const client = await open(url);
        return {
          async write(value) {
            await client.query('SELECT send($1)', [JSON.stringify(value)]);
          },
          async read() {
            const { rows } = await client.query('SELECT id, body FROM read()');
            await client.query('SELECT delete($1)', [rows[0]?.id]);
            return rows[0]?.body;
          },
          close: () => client.end(),
        };
      },
      async tamper({ providerName }) {
        const schema = toIdentifier(providerName);
        await administer(`UPDATE ${schema}.settings SET max_deliveries = 77`);
        await administer(`DROP FUNCTION ${schema}.archive`);
      },
      difference: /^The function archive is missing\nDeliveries: 77, not 5$/,
      async placeForeign({ providerName }) {
        const schema = toIdentifier(providerName);
        await administer(`CREATE SCHEMA ${schema}`);
        await administer(`CREATE TABLE ${schema}.settings (theirs int)`);
        return {
          isUntouched: () =>
            administer(`SELECT theirs FROM ${schema}.settings`).then(
              () => true,
              () => false,
            ),
          async remove() {
            await administer(`DROP SCHEMA ${schema} CASCADE`);
          },
        };
      },
    };
  },
);

describe('PostgresQueueDriver', () => {
  async function create(parameters = {}) {
    const driver = new PostgresQueueDriver([await findServer()]);
    const context = createDriverContext();
    const target = createTarget({
      type: 'queue',
      inputs: { server: 'embedded' },
      parameters,
    });
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const { url } = driver.describeSecrets(target, observation.outputs);
    const clients = [await open(url), await open(url)];
    const read = async (client: Client, text = 'read()') =>
      (await client.query(`SELECT body FROM ${text}`)).rows.map(
        ({ body }) => body,
      );
    return {
      clients,
      read,
      schema: toIdentifier(target.providerName),
      /** While clients are connected. */
      removeInUse: () => driver.delete(target, context),
      async remove() {
        await Promise.all(clients.map(client => client.end()));
        await driver.delete(target, context);
      },
    };
  }

  it('ends the connections of a queue that is removed', async () => {
    const { clients, removeInUse } = await create();
    await removeInUse();
    for (const client of clients) {
      await expect(client.query('SELECT 1')).rejects.toThrow(
        /terminat|connection error/,
      );
    }
  });

  it('gives each message to one consumer, which does not wait for others', async () => {
    const { clients, read, remove } = await create();
    const [one, other] = clients;
    await one.query(`SELECT send(to_jsonb(n)) FROM generate_series(1, 3) n`);
    await one.query('BEGIN');
    expect(await read(one, 'read(2)')).toEqual([1, 2]);
    expect(await read(other, 'read(5)')).toEqual([3]);
    await one.query('ROLLBACK');
    expect(await read(other, 'read(5)')).toEqual([1, 2]);
    await remove();
  });

  it('delivers again what was not acknowledged, and puts it aside at last', async () => {
    const { clients, read, remove } = await create({ maxDeliveries: 2 });
    const [client] = clients;
    await client.query(`SELECT send('"again"')`);
    expect(await read(client, 'read(1, 0)')).toEqual(['again']);
    expect(await read(client, 'read(1, 0)')).toEqual(['again']);
    expect(await read(client, 'read(1, 0)')).toEqual([]);
    expect(await read(client, 'dead_letters')).toEqual(['again']);
    await remove();
  });

  it('hides what is sent for later, drops what is too old, and archives by hand', async () => {
    const { clients, read, remove } = await create({ retentionSeconds: 60 });
    const [client] = clients;
    await client.query(`SELECT send('"later"', 3600), send('"old"')`);
    await client.query(
      `UPDATE messages SET sent_at = now() - interval '61 s' WHERE body = '"old"'`,
    );
    expect(await read(client)).toEqual([]);
    const { rows } = await client.query(`SELECT id FROM messages`);
    expect(rows).toHaveLength(1);
    const archive = async () =>
      (await client.query('SELECT archive($1) AS done', [rows[0].id])).rows;
    expect(await archive()).toEqual([{ done: true }]);
    expect(await archive()).toEqual([{ done: false }]);
    expect(await read(client, 'dead_letters')).toEqual(['later']);
    await remove();
  });

  it('makes and removes several at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => create()));
    await Promise.all(made.map(queue => queue.remove()));
    expect(new Set(made.map(({ schema }) => schema)).size).toBe(10);
  });

  it('keeps queues of one database apart', async () => {
    const one = await create();
    const other = await create();
    for (const statement of [
      `SELECT * FROM ${other.schema}.messages`,
      `SELECT ${other.schema}.send('1')`,
      'UPDATE settings SET max_deliveries = 1000',
      'CREATE TABLE mine ()',
    ]) {
      await expect(one.clients[0].query(statement)).rejects.toThrow(
        /permission denied/,
      );
    }
    await one.remove();
    await other.remove();
  });
});
