import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { FakeCluster } from './__testUtils__/FakeCluster';
import type { KubernetesObject } from './cluster/KubernetesObject';
import { KubernetesDriver } from './KubernetesDriver';

const inputs = {
  cluster: 'acme',
  namespace: 'databases',
  values: { instances: 1 },
  manifests: [
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: '${name}' },
      spec: { instances: '${inputs.values.instances}' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: '${name}-settings' },
      data: { owner: '${owner}' },
    },
  ],
  ready: "object.status.phase == 'healthy'",
  secretName: '${name}-app',
  host: '${name}-rw.databases.svc',
  port: 5432,
};

function clusterPath(name: string) {
  return `/apis/postgresql.cnpg.io/v1/namespaces/databases/clusters/${name}`;
}

describeDriverConformance('kubernetes', async () => {
  const cluster = new FakeCluster();
  cluster.start();
  return {
    driver: new KubernetesDriver([cluster.config]),
    type: 'postgres',
    inputs,
    parameters: {},
    changed: { inputs: { ...inputs, values: { instances: 3 } } },
    async advance() {
      cluster.reconcile();
    },
    async tamper({ providerName }) {
      const path = clusterPath(providerName);
      const object = cluster.objects.get(path);
      if (object) {
        cluster.objects.set(path, { ...object, spec: { instances: 99 } });
      }
    },
    difference: /^Cluster databases\/\S+: spec\.instances is 99, not 1$/,
    async placeForeign({ providerName }) {
      const path = clusterPath(providerName);
      const theirs = {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: { name: providerName, namespace: 'databases' },
      };
      cluster.objects.set(path, theirs);
      return {
        isUntouched: async () => cluster.objects.get(path)?.spec === undefined,
        async remove() {
          cluster.objects.delete(path);
        },
      };
    },
    async close() {
      cluster.stop();
    },
  };
});

describe('KubernetesDriver', () => {
  const cluster = new FakeCluster();
  const driver = new KubernetesDriver([cluster.config]);
  const target = {
    resourceId: '0b7cbb0e-33a7-4dd5-8d0c-63e5a2a8f7a1',
    installationId: 'acme',
    providerName: 'orders-0b7cbb0e',
    type: 'postgres',
    labels: {
      name: 'orders',
      ownerRef: 'group:default/payments',
      environment: 'dev',
    },
    inputs,
    parameters: {},
    fingerprint: 'made-as-asked',
    access: 'granted' as const,
  };

  beforeAll(() => cluster.start());
  afterAll(() => cluster.stop());

  it('applies by server-side apply, under a name of its own', async () => {
    const context = {
      signal: AbortSignal.timeout(10_000),
      idempotencyKey: 'step',
      progress: () => undefined,
      logger: mockServices.logger.mock(),
    };
    await driver.create(target, context);
    expect(cluster.applied).toEqual(
      Array.from({ length: 3 }, () => ({
        manager: 'atrium-provisioning',
        contentType: 'application/apply-patch+yaml',
      })),
    );
    expect(await driver.observe(target, context)).toEqual({
      status: 'changing',
      message: {
        key: 'provisioning.cluster.waiting',
        values: { object: 'Cluster databases/orders-0b7cbb0e' },
        text: 'Waiting until Cluster databases/orders-0b7cbb0e is ready',
      },
    });
    cluster.reconcile();
    expect(await driver.observe(target, context)).toMatchObject({
      status: 'present',
      fingerprint: 'made-as-asked',
      credentialReference: {
        store: 'kubernetes',
        reference: 'acme/databases/orders-0b7cbb0e-app',
      },
    });
  });

  it.each([
    ['as its first manifest says', { namespace: 'queues' }, {}],
    ['by its plan', {}, { namespace: '${inputs.values.place}' }],
    ['by a parameter', { namespace: '${parameters.place}' }, {}],
  ])('finds what was made in a namespace %s', async (_how, metadata, more) => {
    const wider = new KubernetesDriver([
      { ...cluster.config, namespaces: ['databases', 'queues'] },
    ]);
    const [first] = inputs.manifests;
    const elsewhere = {
      ...target,
      inputs: {
        ...inputs,
        values: { instances: 1, place: 'queues' },
        ...more,
        manifests: [{ ...first, metadata: { ...first.metadata, ...metadata } }],
      },
      parameters: { place: 'queues' },
    };
    const context = {
      signal: AbortSignal.timeout(10_000),
      idempotencyKey: 'step',
      progress: () => undefined,
      logger: mockServices.logger.mock(),
    };
    cluster.objects.clear();
    await wider.create(elsewhere, context);
    expect([...cluster.objects.keys()]).toEqual([
      '/apis/postgresql.cnpg.io/v1/namespaces/queues/clusters/orders-0b7cbb0e',
    ]);
    const found = [];
    for await (const one of wider.list(elsewhere.inputs, context)) {
      found.push(one);
    }
    expect(found).toEqual([
      {
        resourceId: target.resourceId,
        installationId: 'acme',
        providerName: 'orders-0b7cbb0e',
      },
    ]);
  });

  describe('an object that its definition no longer has', () => {
    const [first, settings] = inputs.manifests;
    const smaller = { ...target, inputs: { ...inputs, manifests: [first] } };
    const settingsPath =
      '/api/v1/namespaces/databases/configmaps/orders-0b7cbb0e-settings';
    const context = () => ({
      signal: AbortSignal.timeout(10_000),
      idempotencyKey: 'step',
      progress: () => undefined,
      logger: mockServices.logger.mock(),
    });

    function changeMetadata(
      path: string,
      change: (
        of: KubernetesObject['metadata'],
      ) => KubernetesObject['metadata'],
    ) {
      const object = cluster.objects.get(path);
      if (object) {
        const metadata = change(object.metadata);
        cluster.objects.set(path, { ...object, metadata });
      }
    }

    beforeEach(async () => {
      cluster.objects.clear();
      await driver.create(target, context());
      await driver.update(smaller, context());
      cluster.reconcile();
    });

    it('stays with the data of the resource, and goes with it', async () => {
      expect([...cluster.objects.keys()]).toEqual([
        clusterPath('orders-0b7cbb0e'),
        settingsPath,
      ]);
      expect(await driver.observe(smaller, context())).toMatchObject({
        status: 'present',
        differences: [],
      });
      expect(await driver.delete(smaller, context())).toEqual([
        'ConfigMap databases/orders-0b7cbb0e-settings',
        'Cluster databases/orders-0b7cbb0e',
      ]);
      expect(cluster.objects.size).toBe(0);
    });

    it('is waited for while the cluster removes it', async () => {
      changeMetadata(settingsPath, metadata => ({
        ...metadata,
        deletionTimestamp: '2026-11-27T12:00:00Z',
      }));
      expect(await driver.observe(smaller, context())).toMatchObject({
        status: 'changing',
        message: {
          values: { object: 'ConfigMap databases/orders-0b7cbb0e-settings' },
        },
      });
    });

    it('is not removed where it is of somebody else by now', async () => {
      const theirs = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'orders-0b7cbb0e-settings', namespace: 'databases' },
      };
      cluster.objects.set(settingsPath, theirs);
      expect(await driver.delete(smaller, context())).toEqual([
        'Cluster databases/orders-0b7cbb0e',
      ]);
      expect([...cluster.objects]).toEqual([[settingsPath, theirs]]);
    });

    it('stops a deletion where its kind is not allowed any more', async () => {
      const narrower = new KubernetesDriver([
        { ...cluster.config, kinds: ['postgresql.cnpg.io/Cluster'] },
      ]);
      expect(await narrower.observe(smaller, context())).toMatchObject({
        status: 'present',
      });
      await expect(narrower.delete(smaller, context())).rejects.toThrow(
        'The configuration does not allow v1/ConfigMap',
      );
      expect(cluster.objects.size).toBe(2);
    });

    it('is gone where the cluster does not have its kind any more', async () => {
      const inventory = [
        {
          apiVersion: 'v1',
          kind: 'Forgotten',
          namespace: 'databases',
          name: 'x',
        },
      ];
      changeMetadata(clusterPath('orders-0b7cbb0e'), metadata => ({
        ...metadata,
        annotations: {
          ...metadata.annotations,
          'atrium.dev/inventory': JSON.stringify(inventory),
        },
      }));
      const wider = new KubernetesDriver([
        {
          ...cluster.config,
          kinds: [...cluster.config.kinds, 'v1/Forgotten'],
        },
      ]);
      expect(await wider.delete(smaller, context())).toEqual([
        'Cluster databases/orders-0b7cbb0e',
      ]);
    });

    it('is not looked for however many somebody writes there', async () => {
      changeMetadata(clusterPath('orders-0b7cbb0e'), metadata => ({
        ...metadata,
        annotations: {
          ...metadata.annotations,
          'atrium.dev/inventory': JSON.stringify(
            Array.from({ length: 2_000 }, (_, index) => ({
              apiVersion: 'v1',
              kind: 'ConfigMap',
              namespace: 'databases',
              name: `map-${index}`,
            })),
          ),
        },
      }));
      const asked = jest.spyOn(globalThis, 'fetch');
      await driver.observe(smaller, context());
      expect(
        asked.mock.calls.filter(([url]) => /\/map-\d+$/.test(String(url))),
      ).toHaveLength(200);
      asked.mockRestore();
    });

    it('is one of the manifests again when the definition has it again', async () => {
      await driver.update(target, context());
      expect(await driver.delete(target, context())).toEqual([
        'ConfigMap databases/orders-0b7cbb0e-settings',
        'Cluster databases/orders-0b7cbb0e',
      ]);
    });

    it('makes the place another one where it is the first', () => {
      expect(driver.describeLocation(inputs)).toMatchObject({
        text: 'Kubernetes cluster acme, namespace databases, postgresql.cnpg.io/Cluster',
      });
      expect(
        driver.describeLocation({ ...inputs, manifests: [settings] }),
      ).toMatchObject({
        text: 'Kubernetes cluster acme, namespace databases, v1/ConfigMap ${name}-settings',
      });
    });
  });

  it('finds kinds and namespaces that config does not allow', async () => {
    const [manifest] = inputs.manifests;
    const problems = await driver.check({
      ...target,
      inputs: {
        ...inputs,
        manifests: [
          { ...manifest, apiVersion: 'v1', kind: 'Secret' },
          { ...manifest, metadata: { name: 'x', namespace: 'kube-system' } },
        ],
      },
    });
    expect(problems).toMatchObject([
      {
        field: 'inputs.manifests.0',
        message: { text: 'The configuration does not allow v1/Secret' },
      },
      {
        field: 'inputs.manifests.1',
        message: {
          text: "The configuration does not allow the namespace 'kube-system'",
        },
      },
    ]);
  });

  it('says which placeholder has no value', async () => {
    const problems = await driver.check({
      ...target,
      inputs: { ...inputs, host: '${parameters.host}' },
    });
    expect(problems).toMatchObject([
      {
        field: 'inputs.manifests',
        message: { text: "There is no value for '${parameters.host}'" },
      },
    ]);
  });
});
