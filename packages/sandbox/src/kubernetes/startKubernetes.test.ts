import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { nameOf, TestCluster, token } from './__testUtils__/TestCluster.ts';

let cluster: TestCluster;

before(async () => {
  cluster = await TestCluster.start();
});

after(async () => {
  await cluster.close();
});

test('skips a manifest that is broken, and says so', async () => {
  assert.equal(cluster.warnings.length, 1);
  assert.match(cluster.warnings[0], /broken-service\/deploy\/broken\.yaml/);
  const events = await cluster.getJson(
    '/api/v1/events?fieldSelector=reason=ManifestInvalid',
  );
  assert.equal(events.items.length, 1);
});

test('replaces a pod that is deleted', async () => {
  const list = () =>
    cluster.getJson(
      '/api/v1/namespaces/billing/pods?labelSelector=app%3Dpayment-service',
    );
  const original = (await list()).items.map(nameOf);
  const [, name] = original[0].split('/');
  const response = await cluster.get(
    `/api/v1/namespaces/billing/pods/${name}`,
    {},
    'DELETE',
  );
  assert.equal(response.status, 200);
  const now = (await list()).items.map(nameOf);
  assert.equal(now.length, 3);
  assert.ok(!now.includes(original[0]));
});

test('shows by Argo CD and Flux objects how the deployments do', async () => {
  const list = async (path: string) => (await cluster.getJson(path)).items;
  const applications: {
    metadata: { name: string; namespace: string };
    status: { sync: { status: string }; health: { status: string } };
  }[] = await list('/apis/argoproj.io/v1alpha1/applications');
  // The webhook worker of the payment service crashes.
  assert.deepEqual(
    applications.map(({ metadata, status }) => [
      `${metadata.namespace}/${metadata.name}`,
      status.sync.status,
      status.health.status,
    ]),
    [
      ['argocd/cart-service', 'OutOfSync', 'Healthy'],
      ['argocd/payment-service', 'Synced', 'Degraded'],
    ],
  );
});

test('watches: what is there first, then what a push changes', async () => {
  const controller = new AbortController();
  const response = await fetch(
    `${cluster.config.kubernetesUrl}/apis/apps/v1/namespaces/billing/deployments?watch=true`,
    {
      headers: { Authorization: `Bearer ${token}` },
      signal: controller.signal,
    },
  );
  const events = readLines(response);
  for (const name of ['payment-service', 'payment-webhook-worker']) {
    const event = await events.next();
    assert.equal(event.value.type, 'ADDED');
    assert.equal(event.value.object.metadata.name, name);
  }

  cluster.push('payment-service:2.14.3', 'payment-service:2.15.0');
  const { value } = await events.next();
  assert.equal(value.type, 'MODIFIED');
  assert.equal(value.object.metadata.name, 'payment-service');
  assert.match(
    value.object.spec.template.spec.containers[0].image,
    /payment-service:2\.15\.0$/,
  );
  controller.abort();

  const { items } = await cluster.getJson(
    '/apis/apps/v1/namespaces/billing/replicasets',
  );
  const images = items
    .filter((each: KubernetesObject) =>
      /^payment-service-/.test(each.metadata.name),
    )
    .map(
      (each: {
        spec: { template: { spec: { containers: { image: string }[] } } };
      }) => each.spec.template.spec.containers[0].image,
    );
  assert.deepEqual(
    new Set(images),
    new Set([
      'registry.acme.example/payment-service:2.14.3',
      'registry.acme.example/payment-service:2.15.0',
    ]),
  );
});

test('serves another cluster below a path of its own', async () => {
  const { items } = await cluster.getJson(
    '/clusters/acme-staging/api/v1/namespaces',
  );
  assert.ok(
    !items.some((item: KubernetesObject) => item.metadata.name === 'billing'),
  );
  const unknown = await cluster.get('/clusters/unknown/api/v1/namespaces');
  assert.equal(unknown.status, 404);
  const refused = await fetch(
    `${cluster.config.kubernetesUrl}/clusters/acme-staging/api/v1/pods`,
  );
  assert.equal(refused.status, 401);
});

test('tells a watcher with an old version to list again', async () => {
  const response = await cluster.get(
    '/api/v1/pods?watch=true&resourceVersion=12',
  );
  const event = JSON.parse(await response.text());
  assert.equal(event.type, 'ERROR');
  assert.equal(event.object.code, 410);
});

test('keeps names, addresses and ages over a restart', async () => {
  const describe = async () => {
    const { items } = await cluster.getJson('/api/v1/pods');
    return items
      .filter((pod: KubernetesObject) => !/cleanup/.test(pod.metadata.name))
      .map((pod: KubernetesObject & { spec: { nodeName: string } }) => [
        nameOf(pod),
        pod.metadata.uid,
        pod.metadata.creationTimestamp,
        pod.spec.nodeName,
      ]);
  };
  const original = await describe();
  await cluster.restart();
  assert.deepEqual(await describe(), original);
});

async function* readLines(response: Response) {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield JSON.parse(line);
    }
  }
}

test('restarts a workload, which keeps its restart over a push', async () => {
  const pods = async (app: string) =>
    (
      await cluster.getJson(`/api/v1/pods?labelSelector=app%3D${app}`)
    ).items.map((pod: KubernetesObject) => pod.metadata);
  const restart = (path: string, restartedAt: string) =>
    cluster.patch(
      `/apis/apps/v1/namespaces/checkout/${path}`,
      {
        spec: {
          template: {
            metadata: {
              annotations: {
                'kubectl.kubernetes.io/restartedAt': restartedAt,
              },
            },
          },
        },
      },
      'application/strategic-merge-patch+json',
    );
  const [carts, caches] = [
    await pods('cart-service'),
    await pods('carts-cache'),
  ];

  const response = await restart(
    'deployments/cart-service',
    '2026-11-25T10:00:00Z',
  );
  assert.equal(response.status, 200);
  const answer = await response.json();
  assert.equal(
    answer.spec.template.metadata.annotations[
      'kubectl.kubernetes.io/restartedAt'
    ],
    '2026-11-25T10:00:00Z',
  );
  assert.notEqual(answer.status.updatedReplicas, answer.status.replicas);
  await restart('statefulsets/carts-cache', '2026-11-25T10:00:00Z');

  // The old ones run on for a moment beside the new ones.
  const names = (await pods('cart-service')).map(
    ({ name }: { name: string }) => name,
  );
  assert.equal(names.length, 2 * carts.length);
  const again = await pods('carts-cache');
  assert.deepEqual(
    again.map(({ name }: { name: string }) => name),
    caches.map(({ name }: { name: string }) => name),
  );
  assert.notEqual(again[0].uid, caches[0].uid);

  cluster.push('cart-service:1.4.0', 'cart-service:1.4.1');
  await setTimeout(200);
  const deployment = await cluster.getJson(
    '/apis/apps/v1/namespaces/checkout/deployments/cart-service',
  );
  assert.equal(
    deployment.spec.template.metadata.annotations[
      'kubectl.kubernetes.io/restartedAt'
    ],
    '2026-11-25T10:00:00Z',
  );

  const path = '/apis/apps/v1/namespaces/checkout/deployments/cart-service';
  const merge = 'application/merge-patch+json';
  const other = await cluster.patch(path, { spec: { replicas: 9 } }, merge);
  assert.equal(other.status, 200);
  assert.equal((await cluster.patch(path, {}, 'text/plain')).status, 415);
  assert.equal((await restart('deployments/gone', 'x')).status, 404);
});
