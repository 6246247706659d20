import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createDriverContext } from '../__testUtils__/createDriverContext';
import { createTarget } from '../__testUtils__/createTarget';
import { describeOnServer } from '../__testUtils__/testServers';
import { NatsDriver } from './NatsDriver';
import { withJetStream } from './NatsServer';

const server = {
  name: 'local',
  host: '127.0.0.1',
  port: 4222,
  workloads: { host: '127.0.0.1', port: 4222 },
};

async function open(access: Record<string, unknown>) {
  const connection = await connect({ servers: String(access.servers) });
  const stream = jetstream(connection);
  return {
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

describeOnServer('nats', () => {
  describeDriverConformance('nats', async () => ({
    driver: new NatsDriver([server]),
    type: 'queue',
    inputs: { server: 'local', credentials: 'none' },
    parameters: {},
    changed: {
      inputs: { server: 'local', credentials: 'none', maxBytes: 1_000_000 },
      parameters: { maxDeliveries: 2 },
    },
    connect: open,
    async tamper({ providerName }) {
      await withJetStream(server, {
        signal: AbortSignal.timeout(10_000),
        work: manager =>
          manager.consumers.update(providerName, providerName, {
            max_deliver: 77,
          }),
      });
    },
    difference: /^The consumer has max_deliver 77, not 5$/,
    async placeForeign({ providerName }) {
      const ask = <T>(
        work: Parameters<typeof withJetStream<T>>[1]['work'],
      ): Promise<T> =>
        withJetStream(server, { signal: AbortSignal.timeout(10_000), work });
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

  it('keeps a message of a topic, and drops one of a queue, once it was acknowledged', async () => {
    const driver = new NatsDriver([server]);
    const context = createDriverContext();
    for (const [type, left] of [
      ['topic', 1],
      ['queue', 0],
    ] as const) {
      const target = createTarget({
        type,
        inputs: { server: 'local', credentials: 'none' },
      });
      await driver.create(target, context);
      const observation = await driver.observe(target, context);
      if (observation.status !== 'present') {
        throw new Error(observation.status);
      }
      const connection = await open(observation.outputs);
      await connection.write('message');
      expect(await connection.read()).toBe('message');
      await connection.close();
      const { state } = await withJetStream(server, {
        signal: context.signal,
        work: manager => manager.streams.info(target.providerName),
      });
      expect(state.messages).toBe(left);
      await driver.delete(target, context);
    }
  });
});
