import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { EventReceiver } from '../delivery/__testUtils__/EventReceiver.ts';
import { DeliveryClient } from '../delivery/DeliveryClient.ts';
import { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { createTestGitHost } from '../git/__testUtils__/createTestGitHost.ts';
import type { RepositoryStore } from '../git/RepositoryStore.ts';
import { RepositoryManifestSource } from '../manifests.ts';
import { HistorySender } from './HistorySender.ts';
import { SampleHistory } from './SampleHistory.ts';

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
  const send = async (history: SampleHistory) =>
    new HistorySender({
      history,
      client: new DeliveryClient({ portalUrl: receiver.url, secret: 'secret' }),
      assignment: {
        isPossible: async () => asked.push('possible') > 1,
        isComplete: async () => asked.push('complete') > 5,
      },
      retryMs: 5,
      log: message => messages.push(message),
    }).run();

  const history = await SampleHistory.open(options);
  const days = history.listMissingDays();
  await send(history);

  assert.deepEqual(messages, [
    'stopped until the next start: the portal answered 401',
  ]);
  const again = await SampleHistory.open(options);
  assert.deepEqual(again.listMissingDays(), days.slice(2));
  assert.deepEqual(again.rolledOutAt, {});
  assert.equal(again.isComplete, false);
  await send(again);
  assert.equal(again.isComplete, true);
  // It begins once that is possible, and ends once all is assigned.
  assert.deepEqual(asked, [
    'possible',
    'possible',
    'possible',
    'complete',
    'complete',
    'complete',
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
