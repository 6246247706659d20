import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createTestGitHost,
  findFreePort,
} from './__testUtils__/createTestGitHost.ts';
import { WebhookSender } from './WebhookSender.ts';

interface Delivery {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  text: string;
}

async function startReceiver(port: number, statuses: number[] = []) {
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) {
      text += chunk;
    }
    deliveries.push({ path: request.url, headers: request.headers, text });
    response.statusCode = statuses.shift() ?? 202;
    response.end();
  });
  await new Promise<void>(resolve => {
    server.listen(port, 'localhost', resolve);
  });
  return {
    deliveries,
    async waitFor(count: number) {
      const deadline = Date.now() + 10_000;
      while (deliveries.length < count) {
        assert.ok(Date.now() < deadline, `got ${deliveries.length} deliveries`);
        await wait(20);
      }
      return deliveries;
    },
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

test('reports pushes, also those made while the portal was down', async t => {
  const port = await findFreePort();
  const host = await createTestGitHost({
    portalUrl: `http://localhost:${port}`,
  });
  t.after(() => host.close());

  const clone = await host.clone('payment-service', 'payments-dev');
  const before = (await host.git(['rev-parse', 'HEAD'], clone)).trim();
  await host.commit(clone, { 'README.md': '# Changed\n', 'new.txt': 'new\n' });
  await host.git(['push', '--quiet', 'origin', 'main'], clone);
  const pushed = (await host.git(['rev-parse', 'HEAD'], clone)).trim();
  await host.api('/repos/acme/payment-service/contents/api.txt', {
    method: 'POST',
    as: 'atrium',
    body: { content: btoa('api') },
  });

  const receiver = await startReceiver(port);
  t.after(() => receiver.close());
  const [first, second] = await receiver.waitFor(2);

  assert.equal(first.path, '/api/events/http/gitea');
  assert.equal(first.headers['x-gitea-event'], 'push');
  assert.match(String(first.headers['x-gitea-delivery']), /^[0-9a-f-]{36}$/);
  assert.equal(
    first.headers['x-gitea-signature'],
    createHmac('sha256', host.config.webhookSecret)
      .update(first.text)
      .digest('hex'),
  );
  const payload = JSON.parse(first.text);
  assert.equal(payload.ref, 'refs/heads/main');
  assert.equal(payload.before, before);
  assert.equal(payload.after, pushed);
  assert.equal(payload.commits.length, 1);
  assert.deepEqual(payload.commits[0].added, ['new.txt']);
  assert.deepEqual(payload.commits[0].modified, ['README.md']);
  assert.deepEqual(payload.commits[0].removed, []);
  assert.equal(payload.repository.full_name, 'acme/payment-service');
  assert.equal(
    payload.repository.clone_url,
    `${host.url}/acme/payment-service.git`,
  );
  assert.equal(payload.repository.default_branch, 'main');
  assert.equal(payload.pusher.login, 'payments-dev');

  const commit = JSON.parse(second.text);
  assert.equal(commit.before, pushed);
  assert.deepEqual(commit.commits[0].added, ['api.txt']);
  assert.equal(commit.sender.login, 'atrium');
});

test('reports the first push to a new repository with its commits', async t => {
  const port = await findFreePort();
  const receiver = await startReceiver(port);
  t.after(() => receiver.close());
  const host = await createTestGitHost({
    portalUrl: `http://localhost:${port}`,
  });
  t.after(() => host.close());

  await host.api('/orgs/acme/repos', {
    method: 'POST',
    as: 'atrium',
    body: { name: 'fresh' },
  });
  const clone = await host.clone('fresh', 'new-hire');
  await host.git(['checkout', '--quiet', '-b', 'trunk'], clone);
  await host.commit(clone, { 'catalog-info.yaml': 'kind: Component\n' });
  await host.git(['push', '--quiet', 'origin', 'trunk'], clone);

  const [delivery] = await receiver.waitFor(1);
  const payload = JSON.parse(delivery.text);
  assert.equal(payload.ref, 'refs/heads/trunk');
  assert.equal(payload.before, '0'.repeat(40));
  assert.deepEqual(payload.commits[0].added, ['catalog-info.yaml']);
  // As on Gitea, the branch pushed first is the default branch.
  assert.equal(payload.repository.default_branch, 'trunk');
});

test('repeats a delivery until it is taken, and keeps the order', async t => {
  const port = await findFreePort();
  const receiver = await startReceiver(port, [503, 404, 202, 401, 202]);
  t.after(() => receiver.close());
  const messages: string[] = [];
  const sender = new WebhookSender({
    url: `http://localhost:${port}/hook`,
    secret: 'secret',
    backOffMs: [5, 10],
    log: message => messages.push(message),
  });
  t.after(() => sender.close());
  sender.send('push', { number: 1 });
  sender.send('push', { number: 2 });
  sender.send('push', { number: 3 });

  const deliveries = await receiver.waitFor(5);
  assert.deepEqual(
    deliveries.map(({ text }) => JSON.parse(text).number),
    [1, 1, 1, 2, 3],
  );
  const [first, repeated] = deliveries;
  assert.equal(
    first.headers['x-gitea-delivery'],
    repeated.headers['x-gitea-delivery'],
  );
  // The refused signature is reported once and not repeated.
  assert.equal(messages.length, 1);
  assert.match(messages[0], /answered 401/);
});

test('gives up in the end', async () => {
  const port = await findFreePort();
  const messages: string[] = [];
  const sender = new WebhookSender({
    url: `http://localhost:${port}/hook`,
    secret: 'secret',
    backOffMs: [10],
    giveUpAfterMs: 50,
    log: message => messages.push(message),
  });
  sender.send('push', {});
  const deadline = Date.now() + 5_000;
  while (sender.pendingCount > 0 && Date.now() < deadline) {
    await wait(10);
  }
  assert.equal(sender.pendingCount, 0);
  assert.match(messages[0], /gave up delivery/);
});
