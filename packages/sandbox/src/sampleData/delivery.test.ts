import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { createTestGitHost } from '../git/__testUtils__/createTestGitHost.ts';
import type { RepositoryStore } from '../git/RepositoryStore.ts';
import { RepositoryManifestSource } from '../manifests.ts';
import { EventReceiver } from '../portal/__testUtils__/EventReceiver.ts';
import { DeliveryClient } from '../portal/DeliveryClient.ts';
import { SampleDeliveries } from './delivery.ts';
import { SampleHistory } from './history/SampleHistory.ts';
import { SampleDataSender } from './SampleDataSender.ts';

test('sends each day once, the newest first, also over a restart', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-history-'));
  t.after(() => rm(folder, { recursive: true }));
  let store: RepositoryStore | undefined;
  const host = await createTestGitHost({
    openActions: opened => {
      store = opened;
      return { list: () => [], get: () => undefined, rerun: () => undefined };
    },
  });
  t.after(() => host.close());
  assert.ok(store);
  const options = {
    file: path.join(folder, 'history.json'),
    gitUrl: host.url,
    store,
    manifests: new RepositoryManifestSource(store),
    deployments: new DeploymentStore(path.join(folder, 'deployments.json')),
  };
  const receiver = await EventReceiver.start([503, 200, 200, 401]);
  t.after(() => receiver.close());
  const messages: string[] = [];
  const asked: string[] = [];
  const components = [2, 3, 3];
  const unresolved = [[{ repository: 'acme/cart', subjects: 1 }], []];
  const send = (history: SampleHistory) =>
    new SampleDataSender({
      samples: [
        new SampleDeliveries({
          history,
          client: new DeliveryClient({
            portalUrl: receiver.url,
            secret: 'secret',
          }),
          api: {
            request: async url => {
              asked.push(url);
              return url.startsWith('/api/catalog/')
                ? { totalItems: components.shift() }
                : { unresolved: unresolved.shift() };
            },
          },
          componentCount: 3,
        }),
      ],
      retryMs: 5,
      log: message => messages.push(message),
    }).run();

  const history = await SampleHistory.open(options);
  const days = history.listMissingDays();
  await send(history);

  assert.deepEqual(messages, [
    'deliveries: not taken: the portal answered 401',
  ]);
  const again = await SampleHistory.open(options);
  assert.deepEqual(again.listMissingDays(), days.slice(2));
  assert.deepEqual(again.rolledOutAt, {});
  assert.equal(again.isComplete, false);
  await send(again);
  assert.equal(again.isComplete, true);
  // It begins once the catalog knows all components, and ends once no event is
  // left over without one.
  const catalog =
    '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0';
  assert.deepEqual(asked, [
    catalog,
    catalog,
    catalog,
    '/api/delivery/ingest',
    '/api/delivery/ingest',
  ]);

  const sentDays = receiver.events.map(({ time }) => time.slice(0, 10));
  assert.deepEqual(
    [...new Set(sentDays)],
    days.map(({ day }) => day),
  );
  const total = days.reduce((sum, { events }) => sum + events.length, 0);
  assert.equal(receiver.events.length, total);
  const done = await SampleHistory.open(options);
  assert.deepEqual(done.listMissingDays(), []);
});
