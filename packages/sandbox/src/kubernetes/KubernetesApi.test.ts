import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { nameOf, TestCluster, token } from './__testUtils__/TestCluster.ts';

let cluster: TestCluster;

before(async () => {
  cluster = await TestCluster.start();
});

after(async () => {
  await cluster.close();
});

test('asks for a token, but not to say that it is healthy', async () => {
  for (const authorization of [
    undefined,
    'Bearer wrong',
    'Basic eDp3cm9uZw==',
  ]) {
    const response = await fetch(
      `${cluster.config.kubernetesUrl}/api/v1/pods`,
      {
        headers: authorization ? { Authorization: authorization } : {},
      },
    );
    assert.equal(response.status, 401);
    const status = await response.json();
    assert.equal(status.kind, 'Status');
    assert.equal(status.reason, 'Unauthorized');
  }
  for (const open of ['/healthz', '/readyz', '/livez', '/version']) {
    const response = await fetch(cluster.config.kubernetesUrl + open);
    assert.equal(response.status, 200, open);
    await response.text();
  }
  // kubectl sends the password of the URL, never a token, without TLS.
  const basic = Buffer.from(`atrium:${token}`).toString('base64');
  const response = await fetch(`${cluster.config.kubernetesUrl}/api`, {
    headers: { Authorization: `Basic ${basic}` },
  });
  assert.equal(response.status, 200);
});

test('describes its groups and resources', async () => {
  const groups = await cluster.getJson('/apis');
  const names = groups.groups.map((group: { name: string }) => group.name);
  assert.ok(names.includes('apps') && names.includes('metrics.k8s.io'));
  const core = await cluster.getJson('/api/v1');
  const pods = core.resources.find(
    (resource: { name: string }) => resource.name === 'pods',
  );
  assert.deepEqual(pods.shortNames, ['po']);
  assert.equal(pods.namespaced, true);
});

test('describes group by group to clients that would rather have all at once', async () => {
  const response = await cluster.get('/apis', {
    Accept:
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json',
  });
  // By the type kubectl tells which of both kinds of discovery it got.
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.equal((await response.json()).kind, 'APIGroupList');
  const apps = await cluster.getJson('/apis/apps/v1');
  const scale = apps.resources.find(
    (each: { name: string }) => each.name === 'deployments/scale',
  );
  assert.deepEqual(scale, {
    name: 'deployments/scale',
    singularName: '',
    namespaced: true,
    group: 'autoscaling',
    version: 'v1',
    kind: 'Scale',
    verbs: ['get', 'patch', 'update'],
  });
});

test('describes how to write, as kubectl asks', async () => {
  const index = await cluster.getJson('/openapi/v3');
  const document = await cluster.getJson(
    index.paths['apis/apps/v1'].serverRelativeURL,
  );
  const { patch } =
    document.paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}'];
  assert.deepEqual(patch['x-kubernetes-group-version-kind'], {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
  });
  assert.deepEqual(
    patch.parameters.map((each: { name: string }) => each.name),
    ['dryRun', 'fieldManager', 'fieldValidation'],
  );
});

test('lists every kind that the portal fetches', async () => {
  const paths = [
    ...['pods', 'services', 'configmaps', 'limitranges', 'resourcequotas'].map(
      plural => `/api/v1/${plural}`,
    ),
    ...['deployments', 'replicasets', 'statefulsets', 'daemonsets'].map(
      plural => `/apis/apps/v1/${plural}`,
    ),
    '/apis/autoscaling/v2/horizontalpodautoscalers',
    '/apis/batch/v1/jobs',
    '/apis/batch/v1/cronjobs',
    '/apis/networking.k8s.io/v1/ingresses',
    '/apis/metrics.k8s.io/v1beta1/namespaces/billing/pods',
  ];
  for (const each of paths) {
    const list = await cluster.getJson(each);
    assert.match(list.kind, /List$/, each);
    assert.ok(Array.isArray(list.items), each);
  }
});

test('selects by labels', async () => {
  const cases: [string, number][] = [
    ['app=payment-service', 3],
    ['app==payment-service', 3],
    ['app!=payment-service,backstage.io/kubernetes-id', 1],
    ['backstage.io/kubernetes-id=payment-service', 4],
    ['app in (payment-service, cart-service)', 5],
    ['app notin (payment-service),app', 5],
    ['!app', 3],
    ['app=nothing', 0],
  ];
  for (const [selector, expected] of cases) {
    const list = await cluster.getJson(
      `/api/v1/pods?labelSelector=${encodeURIComponent(selector)}`,
    );
    assert.equal(list.items.length, expected, selector);
  }
  const wrong = await cluster.get('/api/v1/pods?labelSelector=%3Dx');
  assert.equal(wrong.status, 400);
});

test('selects by fields, and refuses fields it does not know', async () => {
  const [pod] = (await cluster.getJson('/api/v1/namespaces/billing/pods'))
    .items;
  const { name } = pod.metadata;
  const byName = await cluster.getJson(
    `/api/v1/pods?fieldSelector=metadata.name=${name}`,
  );
  assert.equal(byName.items.length, 1);
  const ofJobs = await cluster.getJson(
    '/api/v1/pods?fieldSelector=spec.restartPolicy!=Always',
  );
  assert.equal(ofJobs.items.length, 3);
  const wrong = await cluster.get('/api/v1/pods?fieldSelector=spec.colour=red');
  assert.equal(wrong.status, 400);
  assert.match((await wrong.json()).message, /field label not supported/);
});

test('pages through a list', async () => {
  const all: string[] = [];
  let next = '';
  do {
    const page = await cluster.getJson(`/api/v1/pods?limit=4&continue=${next}`);
    assert.ok(page.items.length <= 4);
    all.push(...page.items.map(nameOf));
    next = page.metadata.continue ?? '';
  } while (next);
  const whole = await cluster.getJson('/api/v1/pods');
  assert.deepEqual(all, whole.items.map(nameOf));
});

test('prints tables with the columns of kubectl', async () => {
  const response = await cluster.get(
    '/apis/apps/v1/namespaces/billing/deployments',
    {
      Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    },
  );
  const table = await response.json();
  assert.equal(table.kind, 'Table');
  const shown = table.columnDefinitions
    .filter((column: { priority: number }) => column.priority === 0)
    .map((column: { name: string }) => column.name);
  assert.deepEqual(shown, ['Name', 'Ready', 'Up-to-date', 'Available', 'Age']);
  const cells = table.rows.map((row: { cells: unknown[] }) =>
    row.cells.slice(0, 4),
  );
  assert.deepEqual(cells, [
    ['payment-service', '3/3', 3, 3],
    ['payment-webhook-worker', '0/1', 1, 0],
  ]);
  assert.equal(table.rows[0].object.kind, 'PartialObjectMetadata');
});

test('shows a crash loop in pod, deployment, events and log', async () => {
  const selector = 'labelSelector=app%3Dpayment-webhook-worker';
  const { items } = await cluster.getJson(
    `/api/v1/namespaces/billing/pods?${selector}`,
  );
  assert.equal(items.length, 1);
  const [pod] = items;
  assert.match(
    pod.metadata.name,
    /^payment-webhook-worker-[a-z0-9]{10}-[a-z0-9]{5}$/,
  );
  assert.equal(pod.status.phase, 'Running');
  const [status] = pod.status.containerStatuses;
  assert.equal(status.state.waiting.reason, 'CrashLoopBackOff');
  assert.equal(status.lastState.terminated.exitCode, 1);
  assert.equal(status.ready, false);
  // 100 minutes at least, at one try in about five minutes.
  assert.ok(status.restartCount >= 20, `${status.restartCount} restarts`);

  const deployment = await cluster.getJson(
    '/apis/apps/v1/namespaces/billing/deployments/payment-webhook-worker',
  );
  const conditions = Object.fromEntries(
    deployment.status.conditions.map(
      (each: { type: string; status: string }) => [each.type, each.status],
    ),
  );
  assert.deepEqual(conditions, { Available: 'False', Progressing: 'False' });

  const events = await cluster.getJson(
    `/api/v1/namespaces/billing/events?fieldSelector=involvedObject.name=${pod.metadata.name},type=Warning`,
  );
  assert.equal(events.items[0].reason, 'BackOff');

  const log = await cluster.get(
    `/api/v1/namespaces/billing/pods/${pod.metadata.name}/log?tailLines=2`,
  );
  assert.match(log.headers.get('content-type') ?? '', /^text\/plain/);
  assert.equal(
    await log.text(),
    'java.net.UnknownHostException: webhook-queue.billing.svc\n\tat com.acme.payments.WebhookQueue.connect(WebhookQueue.java:44)\n',
  );
});

test('serves logs that stay the same, and asks which container', async () => {
  const { items } = await cluster.getJson('/api/v1/namespaces/checkout/pods');
  const pod = items.find((each: KubernetesObject) =>
    each.metadata.name.startsWith('cart-service-'),
  );
  const log = `/api/v1/namespaces/checkout/pods/${pod.metadata.name}/log`;
  const unclear = await cluster.get(log);
  assert.equal(unclear.status, 400);
  assert.match((await unclear.json()).message, /choose one of: \[cart proxy\]/);

  const first = await (
    await cluster.get(`${log}?container=cart&timestamps=true`)
  ).text();
  const lines = first.trimEnd().split('\n');
  assert.ok(lines.length > 100);
  assert.match(lines[0], /^\d{4}-\d\d-\d\dT[\d:.]+Z \{"time":/);
  const again = await (
    await cluster.get(`${log}?container=cart&timestamps=true`)
  ).text();
  assert.ok(again.includes(lines[lines.length - 1]));
  const recent = await (
    await cluster.get(`${log}?container=cart&sinceSeconds=60`)
  ).text();
  assert.ok(recent.split('\n').length < 40);
});

test('measures usage within requests and limits', async () => {
  const { items } = await cluster.getJson(
    '/apis/metrics.k8s.io/v1beta1/namespaces/billing/pods',
  );
  // The crash-looping pod does not run, so it uses nothing.
  assert.equal(items.length, 3);
  for (const { containers } of items) {
    const [{ usage }] = containers;
    const milliCpu = Number(usage.cpu.replace(/n$/, '')) / 1e6;
    const mebibytes = Number(usage.memory.replace(/Ki$/, '')) / 1024;
    assert.ok(milliCpu > 25 && milliCpu < 1000, usage.cpu);
    assert.ok(mebibytes > 256 && mebibytes < 1024, usage.memory);
  }
  const nodes = await cluster.getJson('/apis/metrics.k8s.io/v1beta1/nodes');
  assert.equal(nodes.items.length, 3);
});

test('answers what is not there with a Status', async () => {
  const missing = await cluster.get('/api/v1/namespaces/billing/pods/nothing');
  assert.equal(missing.status, 404);
  assert.deepEqual(await missing.json(), {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'pods "nothing" not found',
    reason: 'NotFound',
    details: { name: 'nothing', kind: 'pods' },
    code: 404,
  });
  const codes: [string, string, number][] = [
    ['GET', '/apis/example.com/v1/widgets', 404],
    ['GET', '/openapi/v2', 404],
    ['GET', '/api/v1/namespaces/billing/secrets', 403],
    ['POST', '/api/v1/namespaces/billing/pods', 405],
  ];
  for (const [method, url, code] of codes) {
    const response = await cluster.get(url, {}, method);
    assert.equal(response.status, code, url);
    assert.equal((await response.json()).code, code);
  }
});

test('reviews what the account may do', async () => {
  const review = async (verb: string, resource: string) => {
    const url = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const response = await fetch(cluster.config.kubernetesUrl + url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({
        spec: { resourceAttributes: { verb, resource, group: '' } },
      }),
    });
    assert.equal(response.status, 201);
    return (await response.json()).status.allowed;
  };
  assert.equal(await review('list', 'pods'), true);
  assert.equal(await review('delete', 'pods'), true);
  assert.equal(await review('get', 'secrets'), false);
  assert.equal(await review('create', 'pods'), false);
});
