import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventReceiver } from '../portal/__testUtils__/EventReceiver.ts';
import type { ReceivedEvent } from '../portal/__testUtils__/EventReceiver.ts';
import { DeliveryClient } from '../portal/DeliveryClient.ts';
import { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { createTestGitHost } from '../git/__testUtils__/createTestGitHost.ts';
import type { TestGitHost } from '../git/__testUtils__/createTestGitHost.ts';
import { CiService } from './CiService.ts';
import { createEventQueue } from '../portal/createEventQueue.ts';

const catalogInfo = [
  'apiVersion: backstage.io/v1alpha1',
  'kind: Component',
  'metadata:',
  '  name: payment-service',
  '',
].join('\n');

function packageJson(script: string, more: object = {}) {
  return JSON.stringify({ scripts: { test: script }, ...more });
}

function deployment(version: string) {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: payment-service, namespace: billing }
spec:
  selector: { matchLabels: { app: payment-service } }
  template:
    spec:
      containers:
        - name: payment-service
          image: registry.acme.example/payment-service:${version}
`;
}

async function startCi(t: TestContext, testTimeoutMs = 20_000) {
  const receiver = await EventReceiver.start();
  t.after(() => receiver.close());
  let ci: CiService | undefined;
  let events: ReturnType<typeof createEventQueue> | undefined;
  const host = await createTestGitHost({
    portalUrl: receiver.url,
    openActions: (store, config) => {
      const queue = createEventQueue(
        new DeliveryClient({
          portalUrl: receiver.url,
          secret: config.deliverySecret,
        }),
      );
      events = queue;
      ci = new CiService({
        config,
        store,
        deployments: new DeploymentStore(
          path.join(config.stateDir, 'deployments.json'),
        ),
        send: queue.send.bind(queue),
        testTimeoutMs,
        promotionMs: 10,
      });
      return ci;
    },
  });
  t.after(async () => {
    await ci?.close();
    events?.close();
    await host.close();
  });
  return { receiver, host, closeCi: async () => ci?.close() };
}

async function push(host: TestGitHost, files: Record<string, string>) {
  const clone = await host.clone('payment-service', 'payments-dev');
  await host.commit(clone, { 'catalog-info.yaml': catalogInfo, ...files });
  await host.git(['push', '--quiet', 'origin', 'main'], clone);
  return (await host.git(['rev-parse', 'HEAD'], clone)).trim();
}

function finishedRuns(events: ReceivedEvent[]) {
  return events.filter(({ type }) => /pipelinerun\.finished/.test(type));
}

function shortType(event: ReceivedEvent) {
  return event.type.replace(/^dev\.cdevents\.|\.\d+\.\d+\.\d+$/g, '');
}

async function readPage(host: TestGitHost, address: string) {
  const response = await fetch(`${host.url}${address}`);
  assert.equal(response.status, 200, address);
  return response.text();
}

test('builds, tests and deploys what is pushed', async t => {
  const { receiver, host } = await startCi(t);
  const commit = await push(host, {
    'deploy/deployment.yaml': deployment('4.12.3'),
    'package.json': packageJson('node check.js'),
    'check.js': 'console.log("all good <b>", process.env.HOME !== undefined)',
  });

  const events = await receiver.waitFor(all => finishedRuns(all).length === 1);

  assert.deepEqual(events.map(shortType), [
    'change.merged',
    'pipelinerun.queued',
    'pipelinerun.started',
    'taskrun.started',
    'taskrun.finished',
    'taskrun.started',
    'taskrun.finished',
    'taskrun.started',
    'taskrun.finished',
    'taskrun.started',
    'artifact.packaged',
    'artifact.published',
    'taskrun.finished',
    'taskrun.started',
    'service.deployed',
    'service.deployed',
    'service.deployed',
    'taskrun.finished',
    'pipelinerun.finished',
  ]);
  const [change] = events;
  assert.equal(change.data.subject.id, commit);
  assert.equal(change.data.customData?.atrium.commit, commit);
  const last = events[events.length - 1];
  assert.deepEqual(last.data.subject, {
    ...last.data.subject,
    id: 'acme/payment-service/runs/1',
    content: {
      pipelineName: 'ci',
      url: `${host.url}/acme/payment-service/actions/runs/1`,
      outcome: 'success',
    },
  });
  const production = events[16];
  assert.deepEqual(production.data.subject.content, {
    environment: { id: 'production' },
    artifactId: 'pkg:oci/payment-service@4.12.3',
  });
  assert.equal(production.data.customData?.atrium.commit, commit);
  assert.equal(production.data.customData?.atrium.actor, 'payments-dev');

  const page = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(page, /all good &#60;b&#62; true/);
  assert.match(page, /production: nothing was replaced by 4\.12\.3/);
  assert.match(
    await readPage(host, '/acme/payment-service/actions'),
    /#1 Change files/,
  );
});

test('packages a new patch, and the same commit once more on a re-run', async t => {
  const { receiver, host } = await startCi(t);
  await push(host, { 'deploy/deployment.yaml': deployment('4.12.3') });
  await receiver.waitFor(all => finishedRuns(all).length === 1);
  await push(host, { 'README.md': 'changed' });
  await receiver.waitFor(all => finishedRuns(all).length === 2);

  const path2 = '/repos/acme/payment-service/actions/runs';
  const refused = await host.api(`${path2}/2/rerun`, { method: 'POST' });
  assert.equal(refused.status, 401);
  const missing = await host.api(`${path2}/9/rerun`, {
    method: 'POST',
    as: 'payments-dev',
  });
  assert.equal(missing.status, 404);
  const rerun = await host.api(`${path2}/2/rerun`, {
    method: 'POST',
    as: 'payments-dev',
  });
  assert.equal(rerun.status, 201);
  const events = await receiver.waitFor(all => finishedRuns(all).length === 3);

  assert.deepEqual(
    events
      .filter(event => shortType(event).startsWith('service.'))
      .map(event => [shortType(event), event.data.customData?.atrium.version])
      .filter((_, index) => index % 3 === 2),
    [
      ['service.deployed', '4.12.3'],
      ['service.upgraded', '4.12.4'],
      ['service.upgraded', '4.12.4'],
    ],
  );
  const { body } = await host.api(path2);
  assert.equal(body.total_count, 3);
});

test('names the line of metadata that is not valid', async t => {
  const { receiver, host } = await startCi(t);
  await push(host, {
    'catalog-info.yaml': `${catalogInfo}---\nkind: API\nmetadata: {}\n`,
  });
  const events = await receiver.waitFor(all => finishedRuns(all).length === 1);

  const { content } = finishedRuns(events)[0].data.subject;
  assert.equal(content.outcome, 'failure');
  const page = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(page, /catalog-info\.yaml:6: apiVersion is missing/);
  assert.match(page, /catalog-info\.yaml:6: metadata\.name is missing/);
});

test('ends what tests that fail have started, and shows them no secret', async t => {
  const { receiver, host } = await startCi(t);
  const beatFile = path.join(host.directory, 'beat');
  const beat = `setInterval(() => fs.appendFileSync(${JSON.stringify(
    beatFile,
  )}, '.'), 10)`;
  await push(host, {
    'package.json': packageJson('node check.js'),
    'check.js': `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(
        beat,
      )}], { stdio: 'ignore' });
      console.log('secret', Object.keys(process.env).some(name => name.startsWith('ATRIUM')));
      setInterval(() => {
        if (require('node:fs').existsSync(${JSON.stringify(beatFile)})) {
          process.exit(3);
        }
      }, 10);`,
  });
  await receiver.waitFor(all => finishedRuns(all).length === 1);
  const failed = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(failed, /npm test ended with exit code 3/);
  assert.match(failed, /secret false/);
  const { size } = await fs.stat(beatFile);
  await wait(200);
  assert.equal((await fs.stat(beatFile)).size, size);
});

test('ends tests that hang', async t => {
  const { receiver, host } = await startCi(t, 3_000);
  await push(host, {
    'package.json': packageJson('node check.js'),
    'check.js': 'setInterval(() => {}, 1000)',
  });
  await receiver.waitFor(all => finishedRuns(all).length === 1);
  const hung = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(hung, /npm test was ended: it took longer than 3 seconds/);
});

test('leaves tests out that need packages', async t => {
  const { receiver, host } = await startCi(t);
  await push(host, {
    'package.json': packageJson('vitest run', {
      devDependencies: { vitest: '3' },
    }),
  });
  const events = await receiver.waitFor(all => finishedRuns(all).length === 1);
  assert.equal(finishedRuns(events)[0].data.subject.content.outcome, 'success');
  const page = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(page, /it needs packages/);

  await push(host, {
    'package.json': packageJson('node --test "src/**/*.test.ts"', {
      dependencies: { fastify: '5' },
      devDependencies: { typescript: '5' },
    }),
  });
  await receiver.waitFor(all => finishedRuns(all).length === 2);
  assert.match(
    await readPage(host, '/acme/payment-service/actions/runs/2'),
    /it needs packages/,
  );
});

test('runs the tests of Node itself beside packages for development', async t => {
  const { receiver, host } = await startCi(t);
  await push(host, {
    'package.json': packageJson('node --test "src/**/*.test.ts"', {
      type: 'module',
      devDependencies: { '@types/node': '^22', typescript: '~5.9' },
    }),
    'src/sum.test.ts': `
      import assert from 'node:assert/strict';
      import { it } from 'node:test';
      const sum: number = 1 + 1;
      it('adds up wrongly', () => assert.equal(sum, 3));`,
  });
  const events = await receiver.waitFor(all => finishedRuns(all).length === 1);
  assert.equal(finishedRuns(events)[0].data.subject.content.outcome, 'failure');
  const page = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(page, /adds up wrongly/);
});

test('says at the next start that a run was cut off', async t => {
  const { receiver, host, closeCi } = await startCi(t);
  await push(host, {
    'package.json': packageJson('node check.js'),
    'check.js': 'setInterval(() => {}, 1000)',
  });
  await receiver.waitFor(all =>
    all.some(event => /1\/test\/started/.test(event.id)),
  );
  const startedAt = Date.now();
  await closeCi();
  assert.ok(Date.now() - startedAt < 4_000);
  const folder = path.join(host.config.stateDir, 'ci/acme/payment-service');
  const run = JSON.parse(
    await fs.readFile(path.join(folder, '1.json'), 'utf8'),
  );
  assert.equal(run.status, 'running');

  await host.restart();

  const events = await receiver.waitFor(all => finishedRuns(all).length === 1);
  assert.equal(finishedRuns(events)[0].data.subject.content.outcome, 'error');
  const page = await readPage(host, '/acme/payment-service/actions/runs/1');
  assert.match(page, /The CI was restarted/);
});

test('takes no writes from pages of other sites', async t => {
  const { host } = await startCi(t);
  const response = await fetch(
    `${host.url}/api/v1/repos/acme/payment-service/contents/a.txt`,
    { method: 'POST', headers: { Origin: 'http://evil.example' } },
  );
  assert.equal(response.status, 403);
});
