import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventReceiver } from './__testUtils__/EventReceiver.ts';
import { cdEvent } from './cdEvent.ts';
import { createEventQueue } from './createEventQueue.ts';
import { DeliveryClient } from './DeliveryClient.ts';

const secret = 'sandbox-delivery';

function numbered(count: number) {
  return Array.from({ length: count }, (_, index) =>
    cdEvent({
      name: 'pipelinerun.started',
      id: `run/${index}`,
      source: 'http://localhost:7008',
      atMs: Date.UTC(2026, 10, 25, 10),
      subjectId: 'acme/payment-service/1',
      content: { pipelineName: 'ci' },
      atrium: { branch: 'main' },
    }),
  );
}

function createQueue(portalUrl: string, messages: string[]) {
  return createEventQueue(new DeliveryClient({ portalUrl, secret }), {
    backOffMs: [5],
    giveUpAfterMs: 500,
    maxLength: 600,
    log: message => messages.push(message),
  });
}

test('signs batches, keeps the order and tries again', async t => {
  const now = Date.parse('2026-11-25T10:00:05Z');
  t.mock.timers.enable({ apis: ['Date'], now });
  const receiver = await EventReceiver.start([503, 404]);
  t.after(() => receiver.close());
  const messages: string[] = [];
  const queue = createQueue(receiver.url, messages);
  t.after(() => queue.close());
  queue.send(numbered(550));

  const events = await receiver.waitFor(received => received.length >= 550);

  assert.deepEqual(
    events.map(event => event.id),
    numbered(550).map(event => event.id),
  );
  assert.deepEqual(
    receiver.requests.map(request => request.eventCount),
    [500, 500, 500, 50],
  );
  assert.deepEqual(messages, []);
  const { headers, text, path } = receiver.requests[3];
  assert.equal(path, '/api/delivery/events');
  assert.equal(headers['content-type'], 'application/cloudevents-batch+json');
  assert.equal(headers['x-atrium-source'], 'sandbox');
  const timestamp = String(headers['x-atrium-timestamp']);
  assert.equal(Number(timestamp) * 1000, now);
  assert.equal(
    headers['x-atrium-signature'],
    `sha256=${createHmac('sha256', secret)
      .update(`${timestamp}.${text}`)
      .digest('hex')}`,
  );
  assert.equal(events[0].type, 'dev.cdevents.pipelinerun.started.0.2.0');
  assert.equal(events[0].time, '2026-11-25T10:00:00.000Z');
});

test('is bounded, and says once that it drops or gives up', async t => {
  const receiver = await EventReceiver.start([401]);
  t.after(() => receiver.close());
  const messages: string[] = [];
  const queue = createQueue(receiver.url, messages);
  t.after(() => queue.close());
  queue.send(numbered(700));
  assert.equal(queue.pendingCount, 600);

  await receiver.waitFor(received => received.length >= 100);

  assert.equal(messages.length, 2);
  assert.match(messages[0], /the queue is full/);
  assert.match(messages[1], /gave up 500 events: the portal answered 401/);
});

test('gives up in the end, and at once when closed', async () => {
  const messages: string[] = [];
  const queue = createQueue('http://localhost:9', messages);
  queue.send(numbered(1));
  const deadline = performance.now() + 5_000;
  while (queue.pendingCount > 0 && performance.now() < deadline) {
    await wait(10);
  }
  assert.match(messages[0], /gave up 1 events: the portal is unreachable/);

  queue.send(numbered(1));
  queue.close();
  assert.equal(queue.pendingCount, 0);
});
