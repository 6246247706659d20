import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import { jetstream } from '@nats-io/jetstream';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { NatsOperatorServer } from '../__testUtils__/NatsOperatorServer';
import { describeWithProgram } from '../__testUtils__/testServers';
import { createUserKey } from './createUserKey';
import { NatsAccount } from './NatsAccount';
import { NatsJwtDriver } from './NatsJwtDriver';
import { withJetStream } from './NatsServer';

const inputs = { server: 'operated' };

async function open(access: Record<string, unknown>) {
  const connection = await connect({
    servers: String(access.servers),
    authenticator: credsAuthenticator(
      new TextEncoder().encode(String(access.credentials)),
    ),
    inboxPrefix: String(access.inboxPrefix),
    reconnect: false,
  });
  const stream = jetstream(connection);
  return {
    connection,
    async write(value: string) {
      await stream.publish(String(access.subject), value);
    },
    async read() {
      const consumer = await stream.consumers.get(
        String(access.stream),
        String(access.consumer),
      );
      const message = await consumer.next({ expires: 2_000 });
      await message?.ackAck();
      return message?.string();
    },
    close: () => connection.close(),
  };
}

describe('createUserKey', () => {
  it('makes the same key of the same password', () => {
    const key = createUserKey('password').getPublicKey();
    expect(key).toMatch(/^U[A-Z2-7]{55}$/);
    expect(createUserKey('password').getPublicKey()).toBe(key);
    expect(createUserKey('other').getPublicKey()).not.toBe(key);
  });
});

describeWithProgram('nats-server', () => {
  let server: NatsOperatorServer;
  let driver: NatsJwtDriver;

  beforeAll(async () => {
    server = await NatsOperatorServer.start();
    driver = new NatsJwtDriver([server.config]);
  });
  afterAll(() => server.stop());

  const ask = async <T>(
    work: Parameters<typeof withJetStream<T>>[1]['work'],
  ): Promise<T> =>
    withJetStream(server.config, {
      signal: AbortSignal.timeout(10_000),
      authenticator: await new NatsAccount(server.config).authenticatePortal(),
      work,
    });

  describeDriverConformance('nats-jwt', async () => ({
    driver,
    type: 'queue',
    inputs,
    parameters: {},
    changed: { parameters: { maxDeliveries: 2 } },
    connect: open,
    async tamper({ providerName }) {
      await ask(manager =>
        manager.consumers.update(providerName, providerName, {
          max_deliver: 77,
        }),
      );
    },
    difference: /^The consumer has max_deliver 77, not 5$/,
    async placeForeign({ providerName }) {
      await ask(manager =>
        manager.streams.add({ name: providerName, subjects: [providerName] }),
      );
      return {
        async isUntouched() {
          const { config } = await ask(manager =>
            manager.streams.info(providerName),
          );
          return config.subjects.join() === providerName;
        },
        async remove() {
          await ask(manager => manager.streams.delete(providerName));
        },
      };
    },
  }));

  const makeResource = async () => {
    const context = createDriverContext();
    const resourceId = randomUUID();
    const target = (generation: number) =>
      createTarget({
        type: 'queue',
        inputs,
        resourceId,
        providerName: `orders-${resourceId}`,
        credentials: {
          generation,
          password: () => `${resourceId} ${generation}`,
        },
      });
    const readAccess = async (generation: number) => {
      const observation = await driver.observe(target(generation), context);
      if (observation.status !== 'present') {
        throw new Error(observation.status);
      }
      return {
        ...observation.outputs,
        ...(await driver.describeSecrets(target(generation))),
      };
    };
    await driver.create(target(1), context);
    return { context, target, readAccess };
  };

  it('shuts out all users that are replaced or removed at the same moment', async () => {
    const resources = await Promise.all(
      Array.from({ length: 8 }, makeResource),
    );
    const before = await Promise.all(
      resources.map(({ readAccess }) => readAccess(1)),
    );
    await Promise.all(
      resources.map(({ context, target }) => driver.rotate(target(2), context)),
    );
    for (const access of before) {
      await expect(open(access)).rejects.toThrow(/Authorization/i);
    }
    const after = await Promise.all(
      resources.map(({ readAccess }) => readAccess(2)),
    );
    await Promise.all(
      resources.map(({ context, target }) => driver.delete(target(2), context)),
    );
    for (const access of after) {
      await expect(open(access)).rejects.toThrow(/Authorization/i);
    }
  });

  it('takes a rotation for unfinished that another replica has undone, and does it again', async () => {
    const { context, target, readAccess } = await makeResource();
    const before = await readAccess(1);
    const jwt = await server.readAccountJwt();
    await driver.rotate(target(2), context);
    await server.writeAccountJwt(jwt);
    await expect(driver.observe(target(2), context)).resolves.toMatchObject({
      fingerprint: undefined,
      differences: [
        { text: 'Credentials that were replaced still let somebody in' },
      ],
    });

    await driver.update(target(2), context);
    await expect(open(before)).rejects.toThrow(/Authorization/i);
    await expect(driver.observe(target(2), context)).resolves.toMatchObject({
      fingerprint: target(2).fingerprint,
      credentialGeneration: 2,
      access: 'granted',
      differences: [],
    });
    await driver.delete(target(2), context);
  });

  it('lets a user do nothing but publish to and take from its own stream', async () => {
    const context = createDriverContext();
    const [mine, theirs] = ['mine', 'theirs'].map(name =>
      createTarget({
        type: 'queue',
        inputs,
        credentials: { generation: 1, password: () => `password of ${name}` },
      }),
    );
    await driver.create(mine, context);
    await driver.create(theirs, context);
    const observation = await driver.observe(mine, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const { connection, write, read, close } = await open({
      ...observation.outputs,
      ...(await driver.describeSecrets(mine)),
    });
    await write('message');
    expect(await read()).toBe('message');

    const other = theirs.providerName;
    for (const subject of [
      other,
      `$JS.API.STREAM.INFO.${other}`,
      `$JS.API.STREAM.DELETE.${mine.providerName}`,
      `$JS.API.CONSUMER.CREATE.${mine.providerName}.push`,
      `$JS.API.CONSUMER.MSG.NEXT.${other}.${other}`,
    ]) {
      await expect(
        connection.request(subject, '{}', { timeout: 1_000 }),
      ).rejects.toThrow(/Permissions Violation/i);
    }
    const heard = connection.subscribe('_INBOX.>');
    await expect(
      (async () => {
        for await (const message of heard) {
          return message;
        }
        return undefined;
      })(),
    ).rejects.toThrow(/Permissions Violation/i);

    // The server does not ask whether a user may publish to its reply subject.
    await write('forged');
    connection.publish(
      `$JS.API.CONSUMER.MSG.NEXT.${mine.providerName}.${mine.providerName}`,
      JSON.stringify({ batch: 1, expires: 2_000_000_000 }),
      { reply: other },
    );
    await connection.flush();
    const countForged = () =>
      ask(async manager => (await manager.streams.info(other)).state.messages);
    for (let waited = 0; waited < 5_000; waited += 100) {
      if ((await countForged()) > 0) {
        break;
      }
      await sleep(100);
    }
    expect(await countForged()).toBe(1);
    const seen = await driver.observe(theirs, context);
    if (seen.status !== 'present') {
      throw new Error(seen.status);
    }
    const them = await open({
      ...seen.outputs,
      ...(await driver.describeSecrets(theirs)),
    });
    expect(await them.read()).toBeUndefined();
    await them.write('their own');
    expect(await them.read()).toBe('their own');
    await them.close();
    await close();
    await driver.delete(mine, context);
    await driver.delete(theirs, context);
  });
});
