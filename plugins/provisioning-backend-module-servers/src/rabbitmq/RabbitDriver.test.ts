import type { CredentialedTarget } from '@atrium/plugin-provisioning-node';
import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import { connect } from 'amqplib';
import { once } from 'node:events';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { describeOnServer } from '../__testUtils__/testServers';
import { RabbitApi } from './RabbitApi';
import { RabbitDriver } from './RabbitDriver';
import { hashPassword } from './rabbitPlan';

const server = {
  name: 'local',
  host: '127.0.0.1',
  port: 5672,
  user: 'guest',
  password: 'guest',
  managementUrl: 'http://127.0.0.1:15672',
  workloads: { host: '127.0.0.1', port: 5672 },
};

async function open(url: unknown, queue: string) {
  const connection = await connect(String(url));
  connection.on('error', () => undefined);
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => undefined);
  const ended = once(connection, 'close').then(() => {
    throw new Error('The connection was ended');
  });
  ended.catch(() => undefined);
  return {
    channel,
    async write(value: string) {
      channel.sendToQueue(queue, Buffer.from(value), { persistent: true });
      await Promise.race([channel.waitForConfirms(), ended]);
    },
    async read(from = queue) {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const message = await channel.get(from);
        if (message) {
          channel.ack(message);
          return message.content.toString();
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      return undefined;
    },
    async close() {
      await connection.close().catch(() => undefined);
    },
  };
}

it('hashes a password as the documentation of RabbitMQ has it', () => {
  // Its example: salt 908DC60A, password "test12".
  expect(hashPassword('test12', Buffer.from('908DC60A', 'hex'))).toBe(
    'kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR',
  );
});

it('refuses to limit the deliveries of a classic queue', async () => {
  const driver = new RabbitDriver([server]);
  const inputs = { server: 'local', queueType: 'classic' };
  const check = (more: Partial<CredentialedTarget>) =>
    driver.check(createTarget({ type: 'queue', inputs, ...more }));
  await expect(
    check({ parameters: { maxDeliveries: 3 } }),
  ).resolves.toMatchObject([
    {
      field: 'parameters.maxDeliveries',
      message: {
        text: 'A classic queue does not limit deliveries: leave this at 5, or choose a definition with quorum queues',
      },
    },
  ]);
  await expect(check({ parameters: { maxDeliveries: 5 } })).resolves.toEqual(
    [],
  );
  await expect(
    check({ inputs: { server: 'local' }, parameters: { maxDeliveries: 3 } }),
  ).resolves.toEqual([]);
});

describeOnServer('rabbitmq', () => {
  describeDriverConformance('rabbitmq', async () => ({
    driver: new RabbitDriver([server]),
    type: 'queue',
    inputs: { server: 'local' },
    parameters: {},
    changed: {
      inputs: { server: 'local', connectionLimit: 7, maxLength: 1000 },
      parameters: { maxDeliveries: 2 },
    },
    connect: ({ url, queue }) => open(url, String(queue)),
    async tamper({ providerName }) {
      const api = new RabbitApi(server, AbortSignal.timeout(10_000));
      await api.delete(`/policies/${providerName}/atrium`);
      await api.put(`/permissions/${providerName}/${providerName}`, {
        configure: '',
        write: '.*',
        read: '.*',
      });
    },
    difference:
      /^The policy of the queue is not as it was set\nThe user has other permissions than it was given$/,
    async placeForeign({ providerName }) {
      const api = new RabbitApi(server, AbortSignal.timeout(60_000));
      await api.put(`/vhosts/${providerName}`, { description: 'theirs' });
      return {
        async isUntouched() {
          return /"theirs"/.test(
            JSON.stringify(await api.get(`/vhosts/${providerName}`)),
          );
        },
        async remove() {
          await api.delete(`/vhosts/${providerName}`);
        },
      };
    },
  }));

  it('puts aside what was delivered too often, and keeps to its virtual host', async () => {
    const driver = new RabbitDriver([server]);
    const context = createDriverContext();
    const target = createTarget({
      type: 'queue',
      inputs: { server: 'local' },
      parameters: { maxDeliveries: 1 },
    });
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    const { queue, deadLetterQueue } = observation.outputs;
    const { url } = driver.describeSecrets(target, observation.outputs);
    const connection = await open(url, String(queue));
    await connection.write('again');
    const deliveries = async () => {
      for (let count = 0; ; count += 1) {
        const message = await connection.channel.get(String(queue));
        if (!message) {
          return count;
        }
        connection.channel.nack(message);
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    };
    expect(await deliveries()).toBe(1);
    expect(await connection.read(String(deadLetterQueue))).toBe('again');
    await driver.update(
      { ...target, parameters: { maxDeliveries: 3 } },
      context,
    );
    await connection.write('again');
    expect(await deliveries()).toBe(3);
    expect(await connection.read(String(deadLetterQueue))).toBe('again');
    await connection.close();
    await expect(
      connect(String(url).replace(/\/[^/]*$/, '/%2F')),
    ).rejects.toThrow(/ConnectionClose|NOT_ALLOWED/);
    await driver.delete(target, context);
  });

  it('applies its policy to a classic queue, and says where another one is in force', async () => {
    const driver = new RabbitDriver([server]);
    const context = createDriverContext();
    const target = createTarget({
      type: 'queue',
      inputs: { server: 'local', queueType: 'classic', maxLength: 1 },
    });
    await driver.create(target, context);
    const observation = await driver.observe(target, context);
    if (observation.status !== 'present') {
      throw new Error(observation.status);
    }
    expect(observation.differences).toEqual([]);
    const { queue, deadLetterQueue } = observation.outputs;
    const { url } = driver.describeSecrets(target, observation.outputs);
    const connection = await open(url, String(queue));
    await connection.write('first');
    await expect(connection.write('one too many')).rejects.toThrow(/nack/);
    const message = await connection.channel.get(String(queue));
    if (!message) {
      throw new Error('nothing was delivered');
    }
    connection.channel.nack(message, false, false);
    expect(await connection.read(String(deadLetterQueue))).toBe('first');
    await connection.close();

    const api = new RabbitApi(server, context.signal);
    await api.put(`/policies/${target.providerName}/theirs`, {
      pattern: '.*',
      'apply-to': 'queues',
      priority: 9,
      definition: { 'max-length': 1000 },
    });
    await expect(driver.observe(target, context)).resolves.toMatchObject({
      differences: [
        { text: 'RabbitMQ does not apply the policy to the queue' },
      ],
    });
    await driver.delete(target, context);
  });

  it('says that the server does not know the account, without its password', async () => {
    const driver = new RabbitDriver([{ ...server, password: 'planted' }]);
    const target = createTarget({ type: 'queue', inputs: { server: 'local' } });
    await expect(driver.create(target, createDriverContext())).rejects.toThrow(
      "The server 'local' does not know the account of the portal",
    );
  });
});
