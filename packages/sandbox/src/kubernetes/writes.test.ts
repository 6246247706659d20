import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestCluster } from './__testUtils__/TestCluster.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
const strategic = 'application/strategic-merge-patch+json';
const serverSide = 'application/apply-patch+yaml';
const deployments = '/apis/apps/v1/namespaces/billing/deployments';

let cluster: TestCluster;

before(async () => {
  cluster = await TestCluster.start();
});

after(async () => {
  await cluster.close();
});

function deployment(
  name: string,
  fields: { image?: string; replicas?: number },
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'billing', labels: { app: name } },
    spec: {
      replicas: fields.replicas ?? 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'app',
              image: fields.image ?? 'demo:1.0.0',
              resources: { requests: { cpu: 1, memory: '1.5Gi' } },
            },
          ],
        },
      },
    },
  };
}

async function replicaSetsOf(app: string) {
  const { items } = await cluster.getJson(
    `/apis/apps/v1/namespaces/billing/replicasets?labelSelector=app%3D${app}`,
  );
  return Object.fromEntries(
    items.map(
      (each: {
        metadata: { annotations: Record<string, string>; name: string };
        spec: { template: { spec: { containers: { image: string }[] } } };
      }) => [
        each.metadata.annotations['deployment.kubernetes.io/revision'],
        `${each.metadata.name} ${each.spec.template.spec.containers[0].image}`,
      ],
    ),
  );
}

test('takes what kubectl apply sends, from the client side', async () => {
  const url = `${deployments}/demo`;
  const missing = await cluster.send('GET', url);
  assert.equal(missing.status, 404);
  assert.deepEqual(missing.body.details, {
    name: 'demo',
    group: 'apps',
    kind: 'deployments',
  });

  const written = deployment('demo', {});
  const create = await cluster.send(
    'POST',
    `${deployments}?fieldManager=kubectl-client-side-apply`,
    {
      body: {
        ...written,
        metadata: {
          ...written.metadata,
          annotations: { [lastApplied]: JSON.stringify(written) },
        },
      },
    },
  );
  assert.equal(create.status, 201);
  assert.equal(create.body.status.replicas, 2);
  // The API server writes quantities as strings, in their shortest form.
  assert.deepEqual(
    create.body.spec.template.spec.containers[0].resources.requests,
    { cpu: '1', memory: '1536Mi' },
  );
  assert.equal(
    create.body.metadata.managedFields[0].manager,
    'kubectl-client-side-apply',
  );
  const again = await cluster.send('POST', deployments, { body: written });
  assert.equal(again.status, 409);
  assert.equal(again.body.reason, 'AlreadyExists');
  assert.equal(again.body.message, 'deployments.apps "demo" already exists');

  const patch = await cluster.send('PATCH', url, {
    contentType: strategic,
    body: {
      spec: {
        template: {
          spec: {
            '$setElementOrder/containers': [{ name: 'app' }],
            containers: [{ name: 'app', image: 'demo:2.0.0' }],
          },
        },
      },
    },
  });
  assert.equal(patch.status, 200);
  const [container] = patch.body.spec.template.spec.containers;
  assert.equal(container.image, 'demo:2.0.0');
  // A list of containers is merged by name, so the rest of it stays.
  assert.equal(container.resources.requests.cpu, '1');
});

test('goes back to a ReplicaSet by rollout undo', async () => {
  await cluster.send('POST', deployments, { body: deployment('undone', {}) });
  const url = `${deployments}/undone`;
  await cluster.send('PATCH', url, {
    contentType: strategic,
    body: {
      spec: {
        template: { spec: { containers: [{ name: 'app', image: 'demo:2' }] } },
      },
    },
  });
  const made = await replicaSetsOf('undone');
  const { items } = await cluster.getJson(
    '/apis/apps/v1/namespaces/billing/replicasets?labelSelector=app%3Dundone',
  );
  const [first] = items.filter(
    (each: { metadata: { annotations: Record<string, string> } }) =>
      each.metadata.annotations['deployment.kubernetes.io/revision'] === '1',
  );
  const { 'pod-template-hash': _, ...labels } =
    first.spec.template.metadata.labels;

  // What kubectl sends: the template of the ReplicaSet, without its hash.
  const undo = await cluster.send('PATCH', url, {
    contentType: 'application/json-patch+json',
    body: [
      {
        op: 'replace',
        path: '/spec/template',
        value: {
          ...first.spec.template,
          metadata: { creationTimestamp: null, labels },
        },
      },
      {
        op: 'replace',
        path: '/metadata/annotations',
        value: { 'deployment.kubernetes.io/revision': '1' },
      },
    ],
  });

  assert.equal(undo.status, 200);
  assert.equal(
    undo.body.metadata.annotations['deployment.kubernetes.io/revision'],
    '3',
  );
  assert.deepEqual(await replicaSetsOf('undone'), {
    2: made[2],
    3: made[1],
  });
});

test('applies from the server side, and tells who else manages a field', async () => {
  const url = `${deployments}/shared`;
  const apply = (manager: string, body: unknown, more = '') =>
    cluster.send('PATCH', `${url}?fieldManager=${manager}${more}`, {
      contentType: serverSide,
      body: JSON.stringify(body),
    });

  const made = await apply('kubectl', deployment('shared', { replicas: 2 }));
  assert.equal(made.status, 201);
  assert.deepEqual(
    made.body.metadata.managedFields.map(
      ({ manager, operation, fieldsType }: Record<string, string>) => [
        manager,
        operation,
        fieldsType,
      ],
    ),
    [['kubectl', 'Apply', 'FieldsV1']],
  );
  assert.deepEqual(
    made.body.metadata.managedFields[0].fieldsV1['f:spec']['f:template'][
      'f:spec'
    ]['f:containers']['k:{"name":"app"}']['f:image'],
    {},
  );

  const refused = await apply('other', deployment('shared', { replicas: 5 }));
  assert.equal(refused.status, 409);
  assert.equal(
    refused.body.message,
    'Apply failed with 1 conflict: conflict with "kubectl" using apps/v1: .spec.replicas',
  );
  assert.deepEqual(refused.body.details.causes, [
    {
      reason: 'FieldManagerConflict',
      message: 'conflict with "kubectl" using apps/v1',
      field: '.spec.replicas',
    },
  ]);

  const forced = await apply(
    'other',
    deployment('shared', { replicas: 5 }),
    '&force=true',
  );
  assert.equal(forced.status, 200);
  assert.equal(forced.body.spec.replicas, 5);

  // What a manager no longer applies, and nobody else does, is gone.
  const labelled = deployment('shared', { replicas: 5 });
  Object.assign(labelled.metadata.labels, { team: 'x' });
  await apply('other', labelled);
  const without = await apply('other', deployment('shared', { replicas: 5 }));
  assert.deepEqual(without.body.metadata.labels, { app: 'shared' });

  const anonymous = await cluster.send('PATCH', url, {
    contentType: serverSide,
    body: JSON.stringify(labelled),
  });
  assert.equal(anonymous.status, 400);
});

test('keeps what people applied until the repository says otherwise', async () => {
  const url = `${deployments}/payment-service`;
  const conflict = await cluster.send('PATCH', `${url}?fieldManager=kubectl`, {
    contentType: serverSide,
    body: JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'payment-service', namespace: 'billing' },
      spec: { replicas: 1 },
    }),
  });
  assert.equal(conflict.status, 409);
  assert.match(conflict.body.message, /"argocd-controller".*\.spec\.replicas/);

  await cluster.send('PATCH', `${url}/scale`, {
    contentType: 'application/merge-patch+json',
    body: { spec: { replicas: 1 } },
  });
  await cluster.restart();
  assert.equal((await cluster.getJson(url)).spec.replicas, 1);

  cluster.push('payment-service:2.14.3', 'payment-service:2.15.0');
  for (let tries = 0; tries < 50; tries += 1) {
    const { spec } = await cluster.getJson(url);
    if (spec.replicas === 3) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  assert.fail('the repository did not win');
});

test('refuses stale and invalid writes, and previews a dry run', async () => {
  const url = `${deployments}/strict`;
  const { body: made } = await cluster.send('POST', deployments, {
    body: deployment('strict', {}),
  });
  await cluster.send('PATCH', url, {
    contentType: strategic,
    body: { metadata: { labels: { team: 'x' } } },
  });

  const stale = await cluster.send('PUT', url, { body: made });
  assert.equal(stale.status, 409);
  assert.equal(
    stale.body.message,
    'Operation cannot be fulfilled on deployments.apps "strict": the object has been modified; please apply your changes to the latest version and try again',
  );

  const invalid = await cluster.send('PATCH', url, {
    contentType: 'application/merge-patch+json',
    body: { spec: { template: { spec: { containers: [] } } } },
  });
  assert.equal(invalid.status, 422);
  assert.equal(invalid.body.reason, 'Invalid');
  assert.equal(
    invalid.body.details.causes[0].field,
    'spec.template.spec.containers',
  );
  const immutable = await cluster.send('PATCH', url, {
    contentType: 'application/merge-patch+json',
    body: { spec: { selector: { matchLabels: { app: 'other' } } } },
  });
  assert.equal(immutable.status, 422);

  const preview = await cluster.send('PATCH', `${url}?dryRun=All`, {
    contentType: 'application/merge-patch+json',
    body: { spec: { replicas: 7 } },
  });
  assert.equal(preview.body.spec.replicas, 7);
  assert.equal((await cluster.getJson(url)).spec.replicas, 2);

  const elsewhere = await cluster.send(
    'POST',
    '/apis/apps/v1/namespaces/nowhere/deployments',
    {
      body: {
        ...deployment('demo', {}),
        metadata: { name: 'demo', namespace: 'nowhere' },
      },
    },
  );
  assert.equal(elsewhere.status, 404);
  assert.equal(elsewhere.body.message, 'namespaces "nowhere" not found');
});

test('deletes by the options of a client', async () => {
  const url = `${deployments}/doomed`;
  const { body: made } = await cluster.send('POST', deployments, {
    body: deployment('doomed', {}),
  });
  const wrong = await cluster.send('DELETE', url, {
    body: { preconditions: { uid: 'another' } },
  });
  assert.equal(wrong.status, 409);
  assert.match(wrong.body.message, /Precondition failed: UID in precondition/);
  const preview = await cluster.send('DELETE', url, {
    body: { dryRun: ['All'] },
  });
  assert.equal(preview.status, 200);

  const gone = await cluster.send('DELETE', url, {
    body: {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      propagationPolicy: 'Background',
    },
  });
  assert.deepEqual(gone.body, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: 'doomed',
      group: 'apps',
      kind: 'deployments',
      uid: made.metadata.uid,
    },
  });
  assert.equal((await cluster.send('DELETE', url)).status, 404);
  assert.deepEqual(await replicaSetsOf('doomed'), {});

  const { items } = await cluster.getJson('/api/v1/namespaces/billing/pods');
  const pod = `/api/v1/namespaces/billing/pods/${items[0].metadata.name}`;
  const ending = await cluster.send('DELETE', pod, {
    body: { gracePeriodSeconds: 5 },
  });
  assert.equal(ending.body.kind, 'Pod');
  assert.equal(ending.body.metadata.deletionGracePeriodSeconds, 5);
});

test('has no shells for anybody', async () => {
  const { items } = await cluster.getJson('/api/v1/namespaces/billing/pods');
  const { name } = items[0].metadata;
  for (const way of ['exec', 'attach', 'portforward']) {
    const { status, body } = await cluster.send(
      'POST',
      `/api/v1/namespaces/billing/pods/${name}/${way}`,
    );
    assert.equal(status, 403, way);
    assert.deepEqual(body, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: `pods/${way} "${name}" is forbidden: User "platform-admin" cannot create resource "pods/${way}" in API group "" in the namespace "billing"`,
      reason: 'Forbidden',
      details: { name, kind: `pods/${way}` },
      code: 403,
    });
  }
});
