import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'amqplib';
import { Kafka } from 'kafkajs';
import type { NotificationEvent, OrderEvent } from './notification.ts';
import { NotificationQueue } from './NotificationQueue.ts';
import { Notifier } from './Notifier.ts';
import { sendByProvider } from './sendByProvider.ts';
import { UserClient } from './UserClient.ts';

const env = (name: string): string => {
  const value = process.env[name];
  if (!value) {
    throw new Error(`Environment variable '${name}' is missing`);
  }
  return value;
};

const kafka = new Kafka({
  clientId: 'notification-service',
  brokers: env('KAFKA_BROKERS').split(','),
});
const producer = kafka.producer({ idempotent: true });
const consumer = kafka.consumer({ groupId: 'notification-service' });
const broker = await connect(env('AMQP_URL'));
const queue = await NotificationQueue.create(
  await broker.createConfirmChannel(),
  env('QUEUE_NAME'),
);

const events = {
  publish: async (event: NotificationEvent) => {
    const { outcome, ...payload } = event;
    await producer.send({
      topic: env('NOTIFICATION_EVENTS_TOPIC'),
      messages: [
        {
          key: event.userId,
          value: JSON.stringify(payload),
          headers: {
            ce_id: event.eventId,
            ce_type: `example.acme.notification.${outcome}`,
            ce_time: event.occurredAt,
          },
        },
      ],
    });
  },
};
const notifier = new Notifier({
  users: new UserClient({
    baseUrl: env('USER_API_URL'),
    // The platform writes a fresh token into the file every five minutes.
    getToken: async () =>
      (await readFile(env('SERVICE_TOKEN_FILE'), 'utf8')).trim(),
  }),
  queue,
  events,
  quietHours: { start: env('QUIET_HOURS_START'), end: env('QUIET_HOURS_END') },
});

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: env('ORDER_EVENTS_TOPIC') });
await queue.consume(notification => sendByProvider(notification, events));
await consumer.run({
  eachMessage: async ({ message }) => {
    const event: OrderEvent = JSON.parse(message.value?.toString() ?? '{}');
    await notifier.handle(event);
  },
});

const server = createServer((_, response) => {
  response.writeHead(204).end();
}).listen(8080);

process.once('SIGTERM', async () => {
  server.close();
  // First stop taking work, then let go of the connections.
  await consumer.disconnect();
  await broker.close();
  await producer.disconnect();
});
