import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { statusOf } from './__testUtils__/FakeClusters';
import { component, deployment, pod } from './__testUtils__/sampleObjects';
import { startWorkloads } from './__testUtils__/startWorkloads';

const entityPath = '/entities/component/default/payment-service';
const id = 'payment-service';
const place = { cluster: 'production', namespace: 'billing' };
const workload = {
  ...place,
  workloadKind: 'Deployment',
  name: 'payment-service',
};

describe('restarts', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startWorkloads>>;

  const restart = (body: object) => world.post(`${entityPath}/restart`, body);
  const deletePod = (name: string) =>
    world.post(`${entityPath}/pods/delete`, { ...place, pod: name });
  const changes = () =>
    world.clusters.requests.filter(line => !line.startsWith('GET'));

  beforeAll(async () => {
    world = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities: [
        component('payment-service'),
        component('stranger', {
          annotations: { 'backstage.io/kubernetes-id': 'payment-service' },
          owner: 'group:default/team-other',
        }),
        component('greedy', {
          annotations: { 'backstage.io/kubernetes-label-selector': 'app' },
          owner: 'group:default/team-other',
        }),
      ],
    });
  });

  beforeEach(() => {
    world.clear();
    const bare = pod({ name: 'bare', deployment: 'x', id });
    world.clusters.clusters.set('production', {
      '/apis/apps/v1/deployments': [
        deployment({ name: 'payment-service', id, isIdOnPods: false }),
        deployment({ name: 'other', id: 'other', labels: { app: 'other' } }),
      ],
      '/api/v1/pods': [
        pod({ name: 'payment-service-7d9f-bcdfg', deployment: id }),
        pod({ name: 'other-7d9f-bcdfg', deployment: 'other', id: 'other' }),
        { ...bare, metadata: { ...bare.metadata, ownerReferences: [] } },
      ],
    });
  });

  it('rolls a workload out anew, and audits it', async () => {
    const response = await restart(workload);

    expect(response.status).toBe(202);
    const { requestedAt } = response.body;
    expect(changes()).toEqual([
      'PATCH production /apis/apps/v1/namespaces/billing/deployments/payment-service?fieldManager=atrium',
    ]);
    expect(world.clusters.bodies).toEqual([
      [
        'application/strategic-merge-patch+json',
        {
          spec: {
            template: {
              metadata: {
                annotations: {
                  'kubectl.kubernetes.io/restartedAt': requestedAt,
                },
              },
            },
          },
        },
      ],
    ]);
    expect(world.audited).toEqual([
      "workload-restart Deployment 'payment-service' succeeded",
    ]);
  });

  it('refuses to restart what is paused, and replaces its pods one by one', async () => {
    const paused = deployment({ name: 'payment-service', id });
    world.clusters.clusters.set('production', {
      ...world.clusters.clusters.get('production'),
      '/apis/apps/v1/deployments': [
        { ...paused, spec: { ...(paused.spec as object), paused: true } },
      ],
    });

    const response = await restart(workload);

    expect(response.status).toBe(409);
    const message =
      "Deployment 'payment-service' is paused, so no pod would be replaced. Resume it first, with 'kubectl rollout resume' or in its manifest.";
    expect(response.body.error).toMatchObject({
      name: 'ConflictError',
      message,
    });
    const { body } = await world.get(`${entityPath}/workloads`);
    expect(body.items).toMatchObject([
      { isPaused: true, isConfirmed: true, canBeRestarted: false },
    ]);
    await expect(
      world.actions.invoke({
        id: 'test:restart-workload',
        input: { entityRef: `component:default/${id}`, ...workload },
        credentials: mockCredentials.user(),
      }),
    ).rejects.toThrow(message);
    expect(changes()).toEqual([]);
    expect((await deletePod('payment-service-7d9f-bcdfg')).status).toBe(202);
    expect(world.audited).toEqual([
      "workload-restart Deployment 'payment-service' failed",
      "workload-restart Deployment 'payment-service' failed",
      "pod-restart Pod 'payment-service-7d9f-bcdfg' succeeded",
    ]);
  });

  it('refuses to restart what is updated by OnDelete, and replaces its pods one by one', async () => {
    const vault = deployment({ name: 'vault', id });
    const one = pod({ name: 'vault-0', deployment: 'vault', id });
    world.clusters.clusters.set('production', {
      '/apis/apps/v1/statefulsets': [
        {
          ...vault,
          spec: {
            ...(vault.spec as object),
            updateStrategy: { type: 'OnDelete' },
          },
        },
      ],
      '/api/v1/pods': [
        {
          ...one,
          metadata: {
            ...one.metadata,
            ownerReferences: [
              { kind: 'StatefulSet', name: 'vault', controller: true },
            ],
          },
        },
      ],
    });

    const response = await restart({
      ...place,
      workloadKind: 'StatefulSet',
      name: 'vault',
    });

    expect(response.status).toBe(409);
    expect(response.body.error).toMatchObject({
      name: 'ConflictError',
      message:
        "StatefulSet 'vault' replaces a pod only once somebody deletes it: its update strategy is OnDelete. Restart its pods one by one.",
    });
    expect(changes()).toEqual([]);
    const { body } = await world.get(`${entityPath}/workloads`);
    expect(body.items).toMatchObject([
      { isOnDelete: true, isConfirmed: true, canBeRestarted: false },
    ]);
    expect((await deletePod('vault-0')).status).toBe(202);
  });

  it('deletes a pod that belongs to the entity by its workload', async () => {
    expect((await deletePod('payment-service-7d9f-bcdfg')).status).toBe(202);

    expect(changes()).toEqual([
      'DELETE production /api/v1/namespaces/billing/pods/payment-service-7d9f-bcdfg',
    ]);
    expect(world.audited).toEqual([
      "pod-restart Pod 'payment-service-7d9f-bcdfg' succeeded",
    ]);
  });

  it('leaves alone what is not of the entity, and what would not come back', async () => {
    expect((await restart({ ...workload, name: 'other' })).status).toBe(404);
    expect((await restart({ ...workload, name: 'missing' })).status).toBe(404);
    expect((await deletePod('other-7d9f-bcdfg')).status).toBe(404);
    expect((await deletePod('bare')).status).toBe(409);

    expect(changes()).toEqual([]);
    expect(world.audited).toEqual([
      "workload-restart Deployment 'other' failed",
      "workload-restart Deployment 'missing' failed",
      "pod-restart Pod 'other-7d9f-bcdfg' failed",
      "pod-restart Pod 'bare' failed",
    ]);
  });

  it('lets nobody restart by the entity of a stranger, and takes nothing from the owner', async () => {
    world.denied.add('kubernetes.proxy.unrestricted');
    world.denied.add('workloads.restart component:default/payment-service');

    const response = await world.post(
      '/entities/component/default/stranger/restart',
      workload,
    );

    expect(response.status).toBe(403);
    expect(response.body.error.message).toBe(
      "Deployment 'payment-service' belongs to payment-service: the claim of stranger does not count. Ask team-payments to restart it.",
    );
    expect(changes()).toEqual([]);
    expect((await restart(workload)).status).toBe(403);

    world.denied.clear();
    world.denied.add('kubernetes.proxy.unrestricted');
    world.denied.add('workloads.restart component:default/stranger');
    expect((await restart(workload)).status).toBe(202);
    expect(changes()).toHaveLength(1);
  });

  it('gives no right by a claim that no rule confirms', async () => {
    world.denied.add('kubernetes.proxy.unrestricted');

    const response = await world.post(
      '/entities/component/default/greedy/restart',
      { ...workload, name: 'other' },
    );

    expect(response.status).toBe(403);
    expect(response.body.error.message).toBe(
      "Only administrators can restart Deployment 'other': no rule under 'workloads.claims' confirms that it belongs to greedy. Ask the platform team for one.",
    );
    expect(changes()).toEqual([]);
    const { body } = await world.get(
      '/entities/component/default/greedy/workloads',
    );
    expect(body.items).toMatchObject([
      { name: 'other', isConfirmed: false, canBeRestarted: false },
    ]);
    expect(body).toMatchObject({ canRestart: false, canReadLogs: false });
  });

  it('says when the cluster refuses', async () => {
    world.clusters.failures.set('production', path =>
      path.endsWith('/payment-service') && world.clusters.requests.length > 1
        ? {
            status: 403,
            body: statusOf(403, 'deployments.apps is forbidden: cannot patch'),
          }
        : undefined,
    );

    const response = await restart(workload);

    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain('cannot patch');
    expect(world.audited).toEqual([
      "workload-restart Deployment 'payment-service' failed",
    ]);
  });

  it('refuses what it does not understand, and whom it does not know', async () => {
    for (const body of [
      { ...workload, workloadKind: 'CronJob' },
      { ...workload, name: '../secrets' },
      { ...workload, namespace: '' },
      {},
    ]) {
      expect((await restart(body)).status).toBe(400);
    }
    const unknown = await restart({ ...workload, cluster: 'unheard-of' });
    expect(unknown.status).toBe(404);

    const path = `${entityPath}/restart`;
    const nobody = mockCredentials.none.header();
    expect((await world.post(path, workload, nobody)).status).toBe(401);
    const service = mockCredentials.service.header();
    expect((await world.post(path, workload, service)).status).toBe(403);
    world.hidden.add('component:default/payment-service');
    expect((await restart(workload)).status).toBe(404);
    expect(changes()).toEqual([]);
  });

  it('lets agents restart with the rights of a person', async () => {
    const input = {
      entityRef: 'component:default/payment-service',
      ...workload,
    };
    const invoke = () =>
      world.actions.invoke({
        id: 'test:restart-workload',
        input,
        credentials: mockCredentials.user(),
      });

    expect((await invoke()).output).toMatchObject({
      requestedAt: expect.any(String),
    });
    expect(changes()).toHaveLength(1);

    world.denied.add('workloads.restart');
    await expect(invoke()).rejects.toThrow('Only the owners');
    expect(changes()).toHaveLength(1);
  });

  it('tells agents what runs', async () => {
    const { output } = await world.actions.invoke({
      id: 'test:get-entity-workloads',
      input: { entityRef: 'component:default/payment-service' },
      credentials: mockCredentials.user(),
    });

    expect(output).toMatchObject({
      workloads: [
        {
          cluster: 'production',
          name: 'payment-service',
          health: 'healthy',
          versionVerdict: 'unknown',
        },
      ],
      unread: expect.arrayContaining([
        expect.stringContaining("in cluster 'production'"),
      ]),
    });
  });
});
