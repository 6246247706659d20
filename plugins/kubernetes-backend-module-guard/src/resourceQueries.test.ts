import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { FakeCluster } from './__testUtils__/FakeCluster';
import kubernetesModuleGuard from './index';

const paymentId = { 'backstage.io/kubernetes-id': 'payment-service' };
const ledgerId = { 'backstage.io/kubernetes-id': 'ledger' };

function component(name: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: {},
  };
}

const entities = [
  component('payment-service', paymentId),
  component('shop', {
    'backstage.io/kubernetes-label-selector': 'system=shop',
  }),
  component('stranger', paymentId),
  component('neighbour', {
    'backstage.io/kubernetes-label-selector': 'app=web',
  }),
  component('greedy', { 'backstage.io/kubernetes-label-selector': '!nothing' }),
  component('crafty', { 'backstage.io/kubernetes-id': ',app' }),
  component('climber', {
    ...paymentId,
    'backstage.io/kubernetes-namespace': '../../kube-system',
  }),
];

const pod = {
  metadata: { name: 'web-1', namespace: 'billing', labels: paymentId },
  spec: {
    containers: [
      {
        name: 'app',
        env: [{ name: 'DB_PASSWORD', value: 'hunter2' }],
        resources: {
          requests: { cpu: 1, memory: '1.5Gi' },
          limits: { cpu: 2, memory: 4294967296 },
        },
      },
    ],
    initContainers: [
      { name: 'migrate', resources: { requests: { cpu: '4' } } },
      {
        name: 'mesh',
        restartPolicy: 'Always',
        resources: { requests: { cpu: '500m' }, limits: { cpu: 1 } },
      },
    ],
  },
};
const foreignPod = {
  ...pod,
  metadata: { ...pod.metadata, name: 'ledger-1', labels: ledgerId },
};

/** By the id and the label `app`; what is proven to be whose. */
const holders: Record<string, string[]> = {
  'payment-service': ['component:default/payment-service'],
  'web-backend': ['component:default/payment-service'],
};
const deployment = {
  metadata: {
    name: 'web-deployment',
    namespace: 'billing',
    uid: 'd1',
    labels: { app: 'web-backend' },
  },
};
const replicaSet = {
  metadata: {
    name: 'web-replicas',
    namespace: 'billing',
    uid: 'r1',
    ownerReferences: [{ uid: 'd1' }],
  },
};
const unlabelledPod = {
  metadata: {
    name: 'unlabelled-1',
    namespace: 'billing',
    labels: { app: 'web' },
    ownerReferences: [{ uid: 'r1' }],
  },
};
const unclaimedPod = {
  metadata: {
    name: 'unclaimed-1',
    namespace: 'billing',
    labels: { app: 'web' },
    ownerReferences: [{ uid: 'gone' }],
  },
};

const rollouts = {
  group: 'argoproj.io',
  apiVersion: 'v1alpha1',
  plural: 'rollouts',
};
const secrets = { group: '', apiVersion: 'v1', plural: 'secrets' };

function kubernetesConfig(fields: object = {}) {
  return mockServices.rootConfig.factory({
    data: {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        customResources: [rollouts],
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'acme-production',
                url: 'https://cluster.acme.example',
                // Needs no token, and so nothing that the test runner cannot load.
                authProvider: 'localKubectlProxy',
              },
            ],
          },
        ],
        ...fields,
      },
    },
  });
}

describe('queries for the objects of an entity', () => {
  const cluster = new FakeCluster({
    '/api/v1/pods': [pod, foreignPod, unlabelledPod, unclaimedPod],
    '/apis/apps/v1/deployments': [deployment],
    '/apis/apps/v1/replicasets': [replicaSet],
    '/apis/argoproj.io/v1alpha1/rollouts': [
      { metadata: { name: 'rollout-1', labels: paymentId } },
    ],
    '/api/v1/namespaces/billing/pods': [pod, foreignPod],
    '/apis/metrics.k8s.io/v1beta1/namespaces/billing/pods': [
      {
        metadata: { name: 'web-1' },
        containers: [
          { name: 'app', usage: { cpu: '250m', memory: 1048576 } },
          { name: 'mesh', usage: { cpu: '100m', memory: 1048576 } },
        ],
      },
    ],
    '/api/v1/configmaps': [{ data: { password: 'hunter2' } }],
  });
  const permissions = mockServices.permissions.mock();
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  let backend: TestBackend;
  let isDown = false;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleGuard,
        permissions.factory,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        createServiceFactory({
          service: workloadsServiceRef,
          deps: {},
          factory: () => ({
            async getHolders(objects) {
              if (isDown) {
                throw new Error('The database does not answer');
              }
              return objects.map(({ labels }) => {
                const id = labels['backstage.io/kubernetes-id'] ?? labels.app;
                return holders[id] ?? [];
              });
            },
            getSettings: async () => ({ items: [], unreadClusters: [] }),
            getRuntimes: async () => ({ items: [], unreadClusters: [] }),
          }),
        }),
        catalogServiceMock.factory({ entities }),
        kubernetesConfig(),
      ],
    });
  });

  beforeEach(() => {
    cluster.asked.length = 0;
    isDown = false;
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  });

  function post(path: string, body: object) {
    return request(backend.server)
      .post(`/api/kubernetes${path}`)
      .set('Authorization', mockCredentials.user.header())
      .send(body);
  }

  it('asks by what the catalog says of the entity, not the caller', async () => {
    const forged = component('payment-service', {
      'backstage.io/kubernetes-label-selector': '!nothing',
    });

    const answers = [
      await post('/services/payment-service', { entity: forged }),
      await post('/resources/workloads/query', {
        entityRef: 'component:default/payment-service',
        entity: forged,
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const selectors = cluster.asked.map(asked => asked.split(' ')[1]);
    expect(new Set(selectors)).toEqual(
      new Set(['backstage.io/kubernetes-id=payment-service']),
    );
  });

  it('answers neither config maps nor literal values, and nothing of others', async () => {
    const { status, body, text } = await post('/resources/workloads/query', {
      entityRef: 'component:default/payment-service',
    });

    expect(status).toBe(200);
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('ledger-1');
    expect(cluster.asked.join()).not.toMatch(/configmaps|secrets/);
    const [{ podMetrics, errors }] = body.items;
    expect(errors).toEqual([]);
    expect(podMetrics).toMatchObject([
      {
        pod: { metadata: { name: 'web-1' } },
        // The sidecar counts, and the migration does not.
        cpu: { currentUsage: 0.35, requestTotal: 1.5, limitTotal: 3 },
        memory: {
          currentUsage: 2_097_152,
          requestTotal: 1_610_612_736,
          limitTotal: 4_294_967_296,
        },
      },
    ]);
    expect(podMetrics[0].pod.spec.containers[0].resources).toEqual({
      requests: { cpu: '1', memory: '1.5Gi' },
      limits: { cpu: '2', memory: '4294967296' },
    });
  });

  it('fetches kinds that the config lists', async () => {
    const { status } = await post('/resources/custom/query', {
      entityRef: 'component:default/payment-service',
      customResources: [rollouts, rollouts],
    });

    expect(status).toBe(200);
    expect(cluster.asked).toEqual([
      '/apis/argoproj.io/v1alpha1/rollouts backstage.io/kubernetes-id=payment-service',
    ]);
  });

  it.each([
    [secrets, 'v1/secrets'],
    [{ ...secrets, plural: 'configmaps' }, 'v1/configmaps'],
    [
      { ...rollouts, plural: 'applications' },
      'argoproj.io/v1alpha1/applications',
    ],
    [{ ...secrets, plural: 'secrets?x' }, 'v1/secrets?x'],
    [{ ...secrets, group: 'api', apiVersion: '../v1' }, 'api/../v1/secrets'],
  ])('refuses %j', async (kind, name) => {
    const { status, body } = await post('/resources/custom/query', {
      entityRef: 'component:default/payment-service',
      customResources: [rollouts, kind],
    });

    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `The portal does not read '${name}' from clusters: administrators list kinds under 'kubernetes.customResources', and secrets and config maps are never read`,
    );
    expect(cluster.asked).toEqual([]);
  });

  it.each([
    ['/resources/custom/query', { entityRef: 'component:default/shop' }],
    [
      '/resources/custom/query',
      { entityRef: 'component:default/shop', customResources: ['secrets'] },
    ],
    ['/resources/workloads/query', {}],
    ['/resources/workloads/query', { entityRef: 'component:default/hidden' }],
    ['/services/shop', {}],
    ['/services/shop', { entity: 'component:default/shop' }],
  ])('answers 400 to %s with %j', async (path, body) => {
    expect((await post(path, body)).status).toBe(400);
    expect(cluster.asked).toEqual([]);
  });

  it.each(['greedy', 'crafty', 'climber'])(
    'does not let %s reach for the objects of others',
    async name => {
      const answers = [
        await post('/resources/workloads/query', {
          entityRef: `component:default/${name}`,
        }),
        await post('/services/x', { entity: component(name, {}) }),
      ];

      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
      expect(answers[0].body.error.message).toContain(
        `'component:default/${name}'`,
      );
      expect(cluster.asked).toEqual([]);
    },
  );

  it('leaves out what a selector finds of another entity', async () => {
    const { body } = await post('/resources/workloads/query', {
      entityRef: 'component:default/shop',
    });

    // Both pods carry the id of somebody.
    expect(JSON.stringify(body)).not.toMatch(/web-1|ledger-1/);
    expect(cluster.asked).toContain('/api/v1/pods system=shop');
  });

  it('leaves out what is proven to belong to another entity', async () => {
    const answerTo = async (name: string) => {
      const entityRef = `component:default/${name}`;
      const answers = [
        await post('/resources/workloads/query', { entityRef }),
        await post('/services/x', { entity: component(name, {}) }),
        await post('/resources/custom/query', {
          entityRef,
          customResources: [rollouts],
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      return answers.map(({ text }) => text).join();
    };

    expect(await answerTo('payment-service')).toMatch(/web-1.*rollout-1/s);
    const toStranger = await answerTo('stranger');
    expect(toStranger).not.toMatch(/web-1|rollout-1|usage/i);
    // Of a pod the workload that it comes from decides.
    const toNeighbour = await answerTo('neighbour');
    expect(toNeighbour).not.toMatch(
      /web-1|web-deployment|web-replicas|unlabelled-1/,
    );
    expect(toNeighbour).toContain('unclaimed-1');
  });

  it('answers nothing while nobody can say whose the objects are', async () => {
    isDown = true;
    const entityRef = 'component:default/payment-service';

    const answers = [
      await post('/resources/workloads/query', { entityRef }),
      await post('/services/x', { entity: component('payment-service', {}) }),
      await post('/resources/custom/query', {
        entityRef,
        customResources: [rollouts],
      }),
    ];

    // The stock route of a service answers 500 to whatever fails.
    expect(answers.map(({ status }) => status)).toEqual([503, 500, 503]);
    for (const { text } of answers) {
      expect(text).toContain('Whose these objects are could not be found out');
      expect(text).not.toMatch(/web-1|rollout-1/);
    }
  });

  it('guards the action of the stock plugin as well', async () => {
    const run = (name: string) =>
      actions.invoke({
        id: 'test:get-kubernetes-resources-for-entity',
        input: { name },
        credentials: mockCredentials.user(),
      });

    const { output } = await run('payment-service');

    expect(JSON.stringify(output)).toContain('web-1');
    expect(JSON.stringify(output)).not.toContain('hunter2');
    await expect(run('greedy')).rejects.toThrow('objects of others');
  });

  it('answers nothing without a token or the permission', async () => {
    const query = { entityRef: 'component:default/payment-service' };
    const unknown = await request(backend.server)
      .post('/api/kubernetes/resources/workloads/query')
      .set('Authorization', mockCredentials.none.header())
      .send(query);
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    const refused = await post('/resources/workloads/query', query);

    expect([unknown.status, refused.status]).toEqual([401, 403]);
    expect(cluster.asked).toEqual([]);
  });
});

describe('a config that lists what is never read', () => {
  it('keeps the backend from starting', async () => {
    await expect(
      startTestBackend({
        features: [
          kubernetesPlugin,
          kubernetesModuleGuard,
          catalogServiceMock.factory({ entities: [] }),
          kubernetesConfig({ objectTypes: ['secrets'] }),
        ],
      }),
    ).rejects.toThrow(
      'The portal never reads secrets; remove them from kubernetes.objectTypes',
    );
  });
});
