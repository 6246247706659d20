import type { Observation } from '@atrium/plugin-provisioning-node';
import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeWithKubectl,
  SandboxCluster,
} from './__testUtils__/SandboxCluster';
import { KubernetesDriver } from './KubernetesDriver';
import { KubernetesWorkloads } from './KubernetesWorkloads';

const name = 'orders-0b7cbb0e';
const target = {
  resourceId: '0b7cbb0e-33a7-4dd5-8d0c-63e5a2a8f7a1',
  installationId: 'acme',
  providerName: name,
  type: 'postgres',
  labels: {
    name: 'orders',
    ownerRef: 'group:default/payments',
    environment: 'dev',
  },
  // As the guide for drivers has it.
  inputs: {
    cluster: 'acme',
    namespace: 'databases',
    values: { instances: 3, storage: '20Gi' },
    manifests: [
      {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: { name: '${name}' },
        spec: {
          instances: '${inputs.values.instances}',
          storage: { size: '${inputs.values.storage}' },
        },
      },
    ],
    ready: 'object.status.readyInstances == object.spec.instances',
    secretName: '${name}-app',
    host: '${name}-rw.databases.svc',
    port: 5432,
  },
  parameters: {},
  fingerprint: 'made-as-asked',
  access: 'granted' as const,
};

describeWithKubectl('on the sandbox cluster, with kubectl', () => {
  let cluster: SandboxCluster;

  beforeAll(async () => {
    cluster = await SandboxCluster.start();
    await cluster.kubectl('admin', ['create', 'namespace', 'databases']);
  });

  afterAll(() => cluster.stop());

  const context = () => ({
    signal: AbortSignal.timeout(30_000),
    idempotencyKey: 'step',
    progress: () => undefined,
    logger: mockServices.logger.mock(),
  });

  it('makes a database by CloudNativePG, whose Secret others read', async () => {
    const driver = new KubernetesDriver([
      {
        ...cluster.connect('provisioning'),
        kinds: ['postgresql.cnpg.io/Cluster'],
        namespaces: ['databases'],
      },
    ]);
    const observe = () => driver.observe(target, context());
    expect(await observe()).toEqual({ status: 'absent' });
    await driver.create(target, context());
    expect(await observe()).toMatchObject({
      status: 'changing',
      message: { text: `Waiting until Cluster databases/${name} is ready` },
    });
    let seen: Observation = await observe();
    while (seen.status === 'changing') {
      await sleep(500);
      seen = await observe();
    }
    expect(seen).toMatchObject({
      status: 'present',
      fingerprint: 'made-as-asked',
      differences: [],
      credentialReference: {
        store: 'kubernetes',
        reference: `acme/databases/${name}-app`,
      },
    });

    const object = ['-n', 'databases', 'get', 'clusters.postgresql.cnpg.io'];
    const json = ['-o', 'json', '--show-managed-fields'];
    const { metadata, spec } = JSON.parse(
      await cluster.kubectl('admin', [...object, name, ...json]),
    );
    expect(spec).toEqual({ instances: 3, storage: { size: '20Gi' } });
    expect(metadata.managedFields).toMatchObject([
      { manager: 'atrium-provisioning', operation: 'Apply' },
    ]);

    const secret = ['-n', 'databases', 'get', 'secret', `${name}-app`];
    const { data } = JSON.parse(
      await cluster.kubectl('secrets', [...secret, '-o', 'json']),
    );
    expect(Buffer.from(data.username, 'base64').toString()).toBe('app');
    expect(data.password).toBeDefined();
    // Neither the portal nor an administrator of everything else reads it.
    for (const account of ['provisioning', 'admin'] as const) {
      await expect(cluster.kubectl(account, secret)).rejects.toThrow(
        /Forbidden/,
      );
    }
    await expect(cluster.kubectl('secrets', [...object, name])).rejects.toThrow(
      /Forbidden/,
    );

    await cluster.kubectl('admin', [
      '-n',
      'databases',
      'patch',
      'clusters.postgresql.cnpg.io',
      name,
      '--type=merge',
      '-p',
      '{"spec":{"instances":1}}',
    ]);
    expect(await observe()).toMatchObject({
      differences: [
        { text: `Cluster databases/${name}: spec.instances is 1, not 3` },
      ],
    });

    expect(await driver.delete(target, context())).toEqual([
      `Cluster databases/${name}`,
    ]);
    expect(await observe()).toEqual({ status: 'absent' });
    expect(await cluster.kubectl('admin', [...object, '-o', 'name'])).toBe('');
    await expect(cluster.kubectl('secrets', secret)).rejects.toThrow(
      /NotFound/,
    );
  });

  it('refuses a namespace that is not there', async () => {
    const elsewhere = { ...target.inputs, namespace: 'none' };
    const driver = new KubernetesDriver([
      {
        ...cluster.connect('provisioning'),
        kinds: ['postgresql.cnpg.io/Cluster'],
        namespaces: ['none'],
      },
    ]);
    await expect(
      driver.create({ ...target, inputs: elsewhere }, context()),
    ).rejects.toMatchObject({ name: 'ProviderRefusal', isTemporary: false });
  });

  it('applies a workload beside others, and takes no field from them', async () => {
    const workloads = new KubernetesWorkloads([cluster.connect('score')]);
    const deployment = (image: string) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'billing' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'app', image }] },
        },
      },
    });
    expect(await workloads.dryRun('acme', deployment('web:1'))).toMatchObject({
      live: undefined,
      conflicts: [],
    });
    expect(await workloads.get('acme', deployment('web:1'))).toBeUndefined();
    await workloads.apply('acme', deployment('web:1'));

    const setImage = ['set', 'image', 'deployment/web', 'app=web:9'];
    await cluster.kubectl('admin', ['-n', 'billing', ...setImage]);
    const conflicting = await workloads.dryRun('acme', deployment('web:2'));
    expect(conflicting).toMatchObject({
      conflicts: [
        {
          manager: 'kubectl-set',
          field: 'spec.template.spec.containers[name="app"].image',
        },
      ],
      result: {
        spec: {
          template: {
            spec: { containers: [{ name: 'app', image: 'web:2' }] },
          },
        },
      },
    });
    await expect(
      workloads.apply('acme', deployment('web:2')),
    ).rejects.toMatchObject({ name: 'ProviderRefusal' });
    expect(
      await cluster.kubectl('admin', [
        '-n',
        'billing',
        'get',
        'deployment/web',
        '-o',
        'jsonpath={.spec.template.spec.containers[0].image}',
      ]),
    ).toBe('web:9');

    const invalid = await workloads.dryRun('acme', {
      ...deployment('web:9'),
      spec: { selector: {}, template: {} },
    });
    expect(invalid).toMatchObject({
      problem: { text: expect.stringMatching(/422/) },
    });

    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'drafts', namespace: 'billing' },
    };
    expect(await workloads.get('acme', claim)).toBeUndefined();
    await expect(workloads.dryRun('acme', claim)).rejects.toThrow(
      /no part of a workload/,
    );
    await expect(workloads.apply('acme', claim)).rejects.toThrow(
      /no part of a workload/,
    );
    for (const [clusterName, kind, message] of [
      ['other', 'Deployment', /does not allow workloads/],
      ['acme', 'DaemonSet', /no part of a workload/],
    ] as const) {
      await expect(
        workloads.get(clusterName, { ...deployment('web:1'), kind }),
      ).rejects.toThrow(message);
    }
  });
});
