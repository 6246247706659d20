import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  authorizationOf,
  scoreToken,
  TestCluster,
  token,
} from './__testUtils__/TestCluster.ts';

const root = path.join(import.meta.dirname, '../../../..');

const asPortal = { Authorization: `Bearer ${token}` };

let cluster: TestCluster;

before(async () => {
  cluster = await TestCluster.start();
});

after(async () => {
  await cluster.close();
});

test('prints in the guides the roles that the sandbox enforces', async () => {
  for (const [file, guide] of [
    ['portal-role.yaml', 'operators.md'],
    ['score-role.yaml', 'score.md'],
  ]) {
    const role = await readFile(
      path.join(root, 'deploy/kubernetes', file),
      'utf8',
    );
    const text = await readFile(path.join(root, 'docs/guides', guide), 'utf8');
    assert.ok(text.includes(`\`\`\`yaml\n${role}\`\`\``), guide);
  }
});

test('lets the account of Score files apply in its namespaces only', async () => {
  const asScore = { Authorization: `Bearer ${scoreToken}` };
  const cases: [string, string, number][] = [
    ['GET', '/apis/apps/v1/namespaces/billing/deployments/none', 404],
    ['GET', '/api/v1/namespaces/billing/configmaps/none', 404],
    ['GET', '/api/v1/namespaces/billing/persistentvolumeclaims/none', 404],
    ['GET', '/api/v1/namespaces/billing/persistentvolumeclaims', 403],
    ['PATCH', '/api/v1/namespaces/billing/persistentvolumeclaims/none', 403],
    ['GET', '/api/v1/namespaces/billing/secrets/none', 403],
    ['GET', '/apis/apps/v1/namespaces/billing/deployments', 403],
    ['GET', '/apis/apps/v1/deployments', 403],
    ['GET', '/apis/apps/v1/namespaces/checkout/deployments/none', 403],
    ['DELETE', '/apis/apps/v1/namespaces/billing/deployments/none', 403],
  ];
  for (const [method, url, expected] of cases) {
    const response = await cluster.get(url, asScore, method);
    assert.equal(response.status, expected, `${method} ${url}`);
    await response.text();
  }
});

test('holds the portal to its role', async () => {
  const { items } = await cluster.getJson('/api/v1/namespaces/billing/pods');
  const { name } = items[0].metadata;
  const cases: [string, string, number][] = [
    ['GET', '/api/v1/namespaces/billing/configmaps', 403],
    ['GET', '/api/v1/namespaces/billing/secrets', 403],
    ['GET', '/api/v1/nodes', 403],
    ['GET', '/api/v1/namespaces', 403],
    ['GET', `/api/v1/namespaces/billing/pods/${name}/log`, 200],
    ['GET', `/api/v1/namespaces/billing/pods/${name}/exec`, 403],
    ['GET', '/apis/apps/v1/deployments', 200],
    ['GET', '/api/v1/events', 200],
    [
      'PUT',
      '/apis/apps/v1/namespaces/billing/deployments/payment-service',
      403,
    ],
    [
      'DELETE',
      '/apis/apps/v1/namespaces/billing/deployments/payment-service',
      403,
    ],
    [
      'PATCH',
      '/apis/apps/v1/namespaces/billing/deployments/payment-service/scale',
      403,
    ],
    ['DELETE', `/api/v1/namespaces/billing/pods/${name}`, 200],
  ];
  for (const [method, url, expected] of cases) {
    const response = await cluster.get(url, asPortal, method);
    assert.equal(response.status, expected, `${method} ${url}`);
    await response.text();
  }
  const refused = await cluster.get(
    '/api/v1/namespaces/billing/configmaps',
    asPortal,
  );
  assert.deepEqual(await refused.json(), {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message:
      'configmaps is forbidden: User "system:serviceaccount:atrium:atrium" cannot list resource "configmaps" in API group "" in the namespace "billing"',
    reason: 'Forbidden',
    details: { kind: 'configmaps' },
    code: 403,
  });
});

test('says who somebody is, and what he may do', async () => {
  const review = async (authorization: string, kind: string, spec?: object) => {
    const group =
      kind === 'SelfSubjectReview' ? 'authentication' : 'authorization';
    const response = await fetch(
      `${
        cluster.config.kubernetesUrl
      }/apis/${group}.k8s.io/v1/${kind.toLowerCase()}s`,
      {
        method: 'POST',
        headers: { Authorization: authorization, Connection: 'close' },
        body: JSON.stringify({ spec }),
      },
    );
    assert.equal(response.status, 201);
    return (await response.json()).status;
  };
  const portal = asPortal.Authorization;
  const developer = authorizationOf('payments-dev');
  const resource = (verb: string, name: string, subresource = '') => ({
    resourceAttributes: { verb, group: '', resource: name, subresource },
  });

  assert.deepEqual((await review(portal, 'SelfSubjectReview')).userInfo, {
    username: 'system:serviceaccount:atrium:atrium',
    groups: [
      'system:serviceaccounts',
      'system:serviceaccounts:atrium',
      'system:authenticated',
    ],
  });
  const answers: [string, object, boolean][] = [
    [portal, resource('list', 'pods'), true],
    [portal, resource('get', 'pods', 'log'), true],
    [portal, resource('list', 'configmaps'), false],
    [portal, resource('create', 'pods', 'exec'), false],
    [developer, resource('list', 'configmaps'), true],
    [developer, resource('delete', 'pods'), false],
    [developer, resource('get', 'secrets'), false],
  ];
  for (const [who, what, allowed] of answers) {
    const status = await review(who, 'SelfSubjectAccessReview', what);
    assert.equal(status.allowed, allowed, JSON.stringify(what));
  }
  const { resourceRules } = await review(portal, 'SelfSubjectRulesReview');
  assert.ok(
    resourceRules.some(
      ({ resources, verbs }: { resources: string[]; verbs: string[] }) =>
        resources.includes('pods/log') && verbs.join() === 'get',
    ),
  );
});
