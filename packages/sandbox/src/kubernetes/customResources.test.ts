import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, mock, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { TestCluster } from './__testUtils__/TestCluster.ts';
import { applyManifests } from './applyManifests.ts';
import { isGranted } from './clusterRoles.ts';
import { deriveCluster } from './deriveCluster.ts';
import { readHandApplied } from './readHandApplied.ts';
import { readText } from './readField.ts';
import { RolloutHistory } from './RolloutHistory.ts';
import { fixturePath } from '../readFixture.ts';

const serverSide = 'application/apply-patch+yaml';
const databases = '/apis/postgresql.cnpg.io/v1/namespaces/billing/clusters';

let cluster: TestCluster;

before(async () => {
  mock.timers.enable({
    apis: ['Date'],
    now: Date.parse('2026-11-25T10:00:00Z'),
  });
  cluster = await TestCluster.start();
});

after(async () => {
  await cluster.close();
  mock.timers.reset();
});

function apply(url: string, body: unknown) {
  return cluster.send('PATCH', `${url}?fieldManager=atrium`, {
    contentType: serverSide,
    body: JSON.stringify(body),
  });
}

test('serves the kinds that definitions bring, and what their operators make', async () => {
  assert.equal((await cluster.get(databases)).status, 404);
  const text = await readFile(
    fixturePath('kubernetes/handApplied/operators.yaml'),
    'utf8',
  );
  for (const document of parseAllDocuments(text)) {
    const definition = document.toJS();
    const { status, body } = await apply(
      `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${definition.metadata.name}`,
      definition,
    );
    assert.equal(status, 201);
    assert.deepEqual(body.status.acceptedNames, definition.spec.names);
    assert.ok(
      body.status.conditions.some(
        (each: { type: string; status: string }) =>
          each.type === 'Established' && each.status === 'True',
      ),
    );
  }
  const { resources } = await cluster.getJson('/apis/postgresql.cnpg.io/v1');
  assert.equal(resources[0].name, 'clusters');

  const wanted = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'invoices', namespace: 'billing' },
    spec: { instances: 3 },
  };
  const made = await apply(`${databases}/invoices`, wanted);
  assert.equal(made.status, 201);
  assert.equal(made.body.status.phase, 'Setting up primary');
  assert.deepEqual(made.body.metadata.managedFields[0], {
    manager: 'atrium',
    operation: 'Apply',
    apiVersion: 'postgresql.cnpg.io/v1',
    time: '2026-11-25T10:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:spec': { 'f:instances': {} } },
  });

  mock.timers.tick(7_000);
  const { status } = await cluster.getJson(`${databases}/invoices`);
  assert.equal(status.phase, 'Cluster in healthy state');
  assert.equal(status.readyInstances, 3);
  assert.equal(status.writeService, 'invoices-rw');
  const table = await cluster.get(databases, {
    Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
  });
  assert.deepEqual((await table.json()).rows[0].cells, [
    'invoices',
    '7s',
    3,
    3,
    'Cluster in healthy state',
  ]);

  const gone = await cluster.send('DELETE', `${databases}/invoices`);
  assert.equal(gone.status, 200);
  assert.equal((await cluster.get(`${databases}/invoices`)).status, 404);
});

test('makes the Secret that an object wants, once it is ready', async () => {
  const now = Date.now();
  const claim = (name: string, spec: object) =>
    JSON.stringify({
      apiVersion: 'storage.acme.example/v1alpha1',
      kind: 'Bucket',
      metadata: { name, namespace: 'billing' },
      spec,
    });
  const applied = applyManifests([
    ...(await readHandApplied()),
    {
      repository: 'invoice-service',
      path: 'deploy/bucket.yaml',
      content: [
        claim('pdfs', { writeConnectionSecretToRef: { name: 'pdf-bucket' } }),
        claim('scratch', {}),
      ].join('\n---\n'),
    },
  ]);
  assert.deepEqual(applied.problems, []);
  const history = new RolloutHistory({ now });
  // What comes after the first apply is as young as it is.
  history.recordApply(applyManifests(await readHandApplied()), now - 60_000);
  history.recordApply(applied, now);
  const secretsAt = (at: number) =>
    deriveCluster(applied, history, at)
      .objects.filter(({ kind }) => kind === 'Secret')
      .map(({ metadata, data }) => [metadata.name, data]);

  assert.deepEqual(secretsAt(now + 9_000), []);
  const [[name, data], ...others] = secretsAt(now + 11_000);
  assert.equal(name, 'pdf-bucket');
  assert.equal(
    readText(data, 'endpoint'),
    // https://pdfs.objects.acme.example
    'aHR0cHM6Ly9wZGZzLm9iamVjdHMuYWNtZS5leGFtcGxl',
  );
  assert.deepEqual(others, []);
});

test('grants Secrets to roles that name them', () => {
  const role = (resource: string) => [
    { apiGroups: [''], resources: [resource], verbs: ['get'] },
  ];
  const access = { verb: 'get', group: '', resource: 'secrets' };
  assert.equal(isGranted(role('secrets'), access), true);
  assert.equal(isGranted(role('*'), access), false);
});
