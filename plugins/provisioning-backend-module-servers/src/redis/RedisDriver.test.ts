import { textOf } from '@atrium/plugin-provisioning-node';
import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import { createClient } from '@redis/client';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { RedisAclServer } from '../__testUtils__/RedisAclServer';
import {
  describeOnServer,
  describeWithProgram,
} from '../__testUtils__/testServers';
import { RedisDriver } from './RedisDriver';
import { RedisServer } from './RedisServer';

const server = {
  name: 'local',
  host: '127.0.0.1',
  port: 6379,
  workloads: { host: '127.0.0.1', port: 6379 },
};

async function open(url: unknown) {
  const client = createClient({
    url: String(url),
    disableClientInfo: true,
    socket: { reconnectStrategy: false },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function administer(...command: string[]): Promise<unknown> {
  return new RedisServer(server).withConnection(
    AbortSignal.timeout(10_000),
    ({ ask }) => ask(...command),
  );
}

describeOnServer('redis', () => {
  describeDriverConformance('redis', async () => ({
    driver: new RedisDriver([server]),
    type: 'redis',
    inputs: { server: 'local' },
    parameters: {},
    changed: { inputs: { server: 'local', mayRunScripts: false } },
    async connect({ url, keyPrefix }) {
      const client = await open(url);
      return {
        async write(value) {
          await client.set(`${keyPrefix}value`, value);
        },
        async read() {
          return (await client.get(`${keyPrefix}value`)) ?? undefined;
        },
        async close() {
          if (client.isOpen) {
            client.destroy();
          }
        },
      };
    },
    async tamper({ providerName }) {
      await administer('ACL', 'SETUSER', providerName, '+flushall', '~*');
    },
    difference: /^The user has other rights or passwords than it was given$/,
    async placeForeign({ providerName }) {
      await administer('ACL', 'SETUSER', providerName, 'on', '>theirs', '+get');
      const before = await administer('ACL', 'GETUSER', providerName);
      return {
        async isUntouched() {
          const now = await administer('ACL', 'GETUSER', providerName);
          return JSON.stringify(now) === JSON.stringify(before);
        },
        async remove() {
          await administer('ACL', 'DELUSER', providerName);
        },
      };
    },
  }));

  it('keeps users apart, and shows them nothing of others', async () => {
    const driver = new RedisDriver([server]);
    const context = createDriverContext();
    const target = createTarget({ type: 'redis', inputs: { server: 'local' } });
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const { keyPrefix } = observation.outputs;
    const client = await open(
      driver.describeSecrets(target, observation.outputs).url,
    );
    const allowed = [
      ['HSET', `${keyPrefix}hash`, 'field', 'value'],
      ['PUBLISH', `${keyPrefix}channel`, 'message'],
      ['EVAL', 'return redis.call("GET", KEYS[1])', '1', `${keyPrefix}key`],
    ];
    for (const command of allowed) {
      await expect(client.sendCommand(command)).resolves.toBeDefined();
    }
    const refused = [
      ['GET', 'orders'],
      ['GET', `atrium:provisioning:${target.providerName}`],
      ['PUBLISH', 'orders', 'message'],
      ['EVAL', 'return redis.call("GET", "orders")', '0'],
      ['KEYS', '*'],
      ['SCAN', '0'],
      ['RANDOMKEY'],
      ['FLUSHALL'],
      ['FLUSHDB'],
      ['CONFIG', 'GET', '*'],
      ['ACL', 'LIST'],
      ['CLIENT', 'LIST'],
      ['CLIENT', 'TRACKING', 'ON', 'BCAST'],
      ['PUBSUB', 'CHANNELS'],
      ['FUNCTION', 'FLUSH'],
      ['SELECT', '1'],
      ['MONITOR'],
    ];
    for (const command of refused) {
      await expect(client.sendCommand(command)).rejects.toThrow(
        /NOPERM|ACL failure|No permission/i,
      );
    }
    client.destroy();
    const removed = await driver.delete(target, context);
    expect(removed.map(textOf)).toEqual([
      `user ${target.providerName}`,
      `1 key that began with ${keyPrefix}`,
    ]);
  });
});

describeWithProgram('redis-server', () => {
  it('keeps users over a restart where the server has a file for them', async () => {
    const kept = await RedisAclServer.start();
    try {
      const driver = new RedisDriver([kept.config]);
      const context = createDriverContext();
      const target = createTarget({
        type: 'redis',
        inputs: { server: 'kept' },
      });
      await driver.create(target, context);
      const before = await driver.observe(target, context);
      if (before.status !== 'present') {
        throw new Error(before.status);
      }
      const { url } = driver.describeSecrets(target, before.outputs);
      await kept.restart();
      expect(await driver.observe(target, context)).toEqual(before);
      const client = await open(url);
      await client.set(`${before.outputs.keyPrefix}value`, 'kept');
      client.destroy();

      await driver.suspend({ ...target, access: 'suspended' }, context);
      await kept.restart();
      await expect(open(url)).rejects.toThrow(/WRONGPASS/);
      await driver.delete(target, context);
      await kept.restart();
      expect(await driver.observe(target, context)).toEqual({
        status: 'absent',
      });
    } finally {
      await kept.stop();
    }
  });
});
