import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, mock, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { TestCluster } from './__testUtils__/TestCluster.ts';
import { isGranted } from './clusterRoles.ts';
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

test('grants Secrets to roles that name them', () => {
  const role = (resource: string) => [
    { apiGroups: [''], resources: [resource], verbs: ['get'] },
  ];
  const access = { verb: 'get', group: '', resource: 'secrets' };
  assert.equal(isGranted(role('secrets'), access), true);
  assert.equal(isGranted(role('*'), access), false);
});
