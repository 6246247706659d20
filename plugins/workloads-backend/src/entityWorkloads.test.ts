import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import { statusOf } from './__testUtils__/FakeClusters';
import { component, deployment, pod } from './__testUtils__/sampleObjects';
import { startWorkloads } from './__testUtils__/startWorkloads';

const path = '/entities/component/default/payment-service/workloads';
const id = 'payment-service';

function delivered(version: string, environment = 'production') {
  return {
    environments: [],
    items: [
      {
        entityRef: 'component:default/payment-service',
        cells: [
          {
            environment,
            isRunning: true,
            deployment: {
              id: '1',
              kind: 'deployed' as const,
              service: id,
              source: '/ci',
              environment,
              tier: 'production' as const,
              version,
              artifactId: `pkg:oci/payment-service@${version}`,
              at: '2026-11-25T07:00:00.000Z',
            },
          },
        ],
      },
    ],
  };
}

/** A cluster that serves everything but metrics and GitOps, and has nothing. */
function emptyCluster() {
  return {
    '/apis/apps/v1/deployments': [],
    '/apis/apps/v1/statefulsets': [],
    '/apis/apps/v1/daemonsets': [],
    '/apis/batch/v1/cronjobs': [],
    '/apis/batch/v1/jobs': [],
    '/api/v1/pods': [],
    '/api/v1/events': [],
    '/apis/autoscaling/v2/horizontalpodautoscalers': [],
  };
}

function fullCluster() {
  return {
    ...emptyCluster(),
    '/apis/apps/v1/deployments': [
      deployment({ name: 'payment-service', id }),
      deployment({ name: 'someone-else', id: 'someone-else' }),
    ],
    '/api/v1/pods': [
      pod({
        name: 'payment-service-7d9f-aaaaa',
        deployment: 'payment-service',
        id,
        resources: {
          requests: { cpu: '250m', memory: '256Mi' },
          limits: { memory: '512Mi' },
        },
      }),
      pod({
        name: 'payment-service-7d9f-bbbbb',
        deployment: 'payment-service',
        id,
        image: 'registry.example/payment-service:1.1.0',
      }),
    ],
    '/apis/metrics.k8s.io/v1beta1/pods': [
      {
        metadata: {
          name: 'payment-service-7d9f-aaaaa',
          namespace: 'billing',
          labels: { 'backstage.io/kubernetes-id': id },
        },
        timestamp: '2026-11-25T08:10:00Z',
        containers: [
          { name: 'app', usage: { cpu: '125000000n', memory: '131072Ki' } },
        ],
      },
    ],
  };
}

describe('GET /entities/:kind/:namespace/:name/workloads', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startWorkloads>>;

  async function read(): Promise<EntityWorkloads> {
    const response = await world.get(path);
    expect(response.status).toBe(200);
    return response.body;
  }

  let now = Date.parse('2026-11-25T12:00:00Z');

  beforeAll(async () => {
    world = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities: [
        component('payment-service', {
          links: [
            {
              url: 'https://runbooks.example/pay',
              title: 'On fire',
              icon: 'runbook',
            },
            { url: 'https://ci.example', title: 'CI' },
          ],
        }),
        component('plain', { annotations: {} }),
      ],
      config: {
        timeout: { milliseconds: 1500 },
        environments: { production: 'production', 'west/pay-*': 'staging' },
        namespaces: { split: ['billing', 'closed'] },
      },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(() => {
    // What the test before it has read is no longer remembered.
    now += 60_000;
    freezeTime(new Date(now));
    world.clear();
    world.clusters.clusters.set('production', fullCluster());
  });

  it('tells what runs, against what was deployed', async () => {
    world.delivery.matrix = delivered('1.2.0');

    const { items, totalItems, clusters, runbooks, ...rest } = await read();

    expect(totalItems).toBe(1);
    expect(rest).toMatchObject({
      entityRef: 'component:default/payment-service',
      canRestart: true,
      canReadLogs: true,
    });
    expect(runbooks).toEqual([
      { url: 'https://runbooks.example/pay', title: 'On fire' },
    ]);
    expect(items[0]).toMatchObject({
      cluster: 'production',
      namespace: 'billing',
      kind: 'Deployment',
      name: 'payment-service',
      health: 'healthy',
      replicas: { desired: 2, ready: 2, updated: 2 },
      version: {
        environment: 'production',
        verdict: 'different',
        reason: "Delivery deployed 1.2.0 to 'production', but 1.1.0 runs.",
        running: ['1.2.0', '1.1.0'],
        deployed: { version: '1.2.0', at: '2026-11-25T07:00:00.000Z' },
      },
      resources: {
        isMeasured: true,
        podCount: 2,
        // The second pod is not measured, so its lack of a limit does not count.
        measuredPods: 1,
        cpuCores: { requested: 0.25, used: 0.125 },
        memoryBytes: {
          requested: 268435456,
          limit: 536870912,
          used: 134217728,
        },
      },
    });
    expect(
      items[0].images.map(image => [image.version, image.podCount]),
    ).toEqual([
      ['1.2.0', 1],
      ['1.1.0', 1],
    ]);
    expect(items[0].pods.map(({ name }) => name)).toEqual([
      'payment-service-7d9f-aaaaa',
      'payment-service-7d9f-bbbbb',
    ]);
    expect(clusters).toMatchObject([
      { cluster: 'production', status: 'read', isMeasured: true, problems: [] },
    ]);
    expect([...world.clusters.callers]).toEqual(['plugin:workloads']);
  });

  it('does not take for running what a pod ran that was evicted', async () => {
    world.delivery.matrix = delivered('1.2.0');
    const ofRelease = (name: string, image?: string, status?: object) =>
      pod({ name, deployment: 'payment-service', id, image, status });
    const old = 'registry.example/payment-service:1.1.0';
    world.clusters.clusters.set('production', {
      ...fullCluster(),
      '/api/v1/pods': [
        ofRelease('payment-service-7d9f-aaaaa'),
        ofRelease('payment-service-5c1b-ccccc', old, {
          phase: 'Failed',
          reason: 'Evicted',
        }),
      ],
    });

    const { items } = await read();

    expect(items[0].version).toMatchObject({
      verdict: 'same',
      running: ['1.2.0'],
    });
    expect(
      items[0].images.map(image => [image.version, image.podCount]),
    ).toEqual([['1.2.0', 1]]);
    // It is still there to be looked at.
    expect(items[0].pods).toHaveLength(2);
  });

  it('tells agents of the pods that the list of pods marks as bad', async () => {
    const secondsOld = (seconds: number) =>
      new Date(now - seconds * 1_000).toISOString();
    const waiting = (name: string, metadata: object, status?: object) => {
      const one = pod({
        name,
        deployment: 'payment-service',
        id,
        status: status ?? { phase: 'Pending' },
      });
      return { ...one, metadata: { ...one.metadata, ...metadata } };
    };
    world.clusters.clusters.set('production', {
      ...fullCluster(),
      '/api/v1/pods': [
        pod({ name: 'ready', deployment: 'payment-service', id }),
        // Two minutes are what a pod may take to begin.
        waiting('stuck', { creationTimestamp: secondsOld(120) }),
        waiting('starting', { creationTimestamp: secondsOld(119) }),
        waiting('ending', { deletionTimestamp: secondsOld(60) }),
        waiting('over', {}, { phase: 'Succeeded' }),
        waiting(
          'evicted',
          {},
          {
            phase: 'Failed',
            reason: 'Evicted',
            message: 'The node was low on resource: memory.',
          },
        ),
      ],
    });

    const { output } = await world.actions.invoke({
      id: 'test:get-entity-workloads',
      input: { entityRef: 'component:default/payment-service' },
      credentials: mockCredentials.user(),
    });

    expect(output).toMatchObject({
      workloads: [
        {
          runningVersions: ['1.2.0'],
          podsInTrouble: [
            { name: 'stuck', status: 'Pending', restarts: 0 },
            {
              name: 'evicted',
              status: 'Evicted',
              message: 'The node was low on resource: memory.',
              restarts: 0,
            },
          ],
        },
      ],
    });
  });

  it('shows the others when a cluster is down, and says which it is', async () => {
    for (const name of ['gone', 'silent', 'expired']) {
      world.clusters.clusters.set(name, {});
    }
    world.clusters.failures.set('gone', () => ({
      status: 500,
      body: {
        error: {
          name: 'Error',
          message:
            "Cluster 'gone' request error; caused by Error: connect ECONNREFUSED 10.0.0.1:443",
        },
      },
    }));
    world.clusters.failures.set('silent', () => 'silence');
    world.clusters.failures.set('expired', () => ({
      status: 401,
      body: statusOf(401, 'Unauthorized'),
    }));

    const { items, clusters } = await read();

    expect(items).toHaveLength(1);
    expect(
      clusters.map(({ cluster, status, problems }) => [
        cluster,
        status,
        problems.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['production', 'read', []],
      ['gone', 'not-read', ['unreachable']],
      ['silent', 'not-read', ['timeout']],
      ['expired', 'not-read', ['unauthorized']],
    ]);
    expect(clusters[3].problems[0].message).toBe(
      "Cluster 'expired' does not accept the credentials of the portal; the token may have expired. Others are shown.",
    );
  });

  it('names what does not answer, and shows all else of the cluster', async () => {
    world.clusters.failures.set('production', requested =>
      /metrics|jobs$/.test(requested) && !requested.endsWith('/cronjobs')
        ? 'silence'
        : undefined,
    );

    const { items, clusters } = await read();

    expect(items).toMatchObject([{ health: 'healthy' }]);
    expect(items[0].pods).toHaveLength(2);
    expect(clusters).toMatchObject([
      {
        status: 'partly-read',
        problems: [
          {
            kind: 'timeout',
            resources: ['jobs', 'metrics'],
            message:
              "Reading jobs and metrics in cluster 'production' takes too long.",
          },
        ],
      },
    ]);
  });

  it('names the namespace that may not be read, and the API that is missing', async () => {
    world.clusters.clusters.delete('production');
    const { '/apis/metrics.k8s.io/v1beta1/pods': _, ...cluster } =
      fullCluster();
    world.clusters.clusters.set('split', cluster);
    world.clusters.failures.set('split', requested =>
      requested.includes('/namespaces/closed/')
        ? {
            status: 403,
            body: statusOf(
              403,
              'deployments is forbidden: User "portal" cannot list resource "deployments" in API group "apps" in the namespace "closed"',
            ),
          }
        : undefined,
    );

    const { items, clusters } = await read();

    expect(items).toHaveLength(1);
    expect(items[0].resources).toMatchObject({ isMeasured: false });
    expect(items[0].resources.cpuCores.used).toBeUndefined();
    const [{ status, problems }] = clusters;
    expect(status).toBe('partly-read');
    expect(problems).toMatchObject([
      {
        kind: 'forbidden',
        namespace: 'closed',
        message: expect.stringMatching(
          /^The portal may not read .*deployments.* in namespace 'closed' of cluster 'split'\.$/,
        ),
      },
      {
        kind: 'missing-api',
        resources: ['metrics'],
        message:
          "There is no metrics API in namespace 'billing' of cluster 'split', so usage is not measured.",
      },
    ]);
  });

  it('finds pods that carry no label, and explains warnings', async () => {
    const at = new Date(now - 60_000).toISOString();
    world.clusters.clusters.set('production', {
      ...emptyCluster(),
      '/apis/apps/v1/deployments': [
        deployment({
          name: 'payment-service',
          id,
          isIdOnPods: false,
          replicas: 1,
          ready: 0,
        }),
      ],
      '/api/v1/pods': [
        pod({
          name: 'payment-service-7d9f-aaaaa',
          deployment: 'payment-service',
          status: {
            phase: 'Running',
            containerStatuses: [
              {
                name: 'app',
                restartCount: 7,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: {
                  terminated: {
                    exitCode: 137,
                    reason: 'OOMKilled',
                    finishedAt: at,
                  },
                },
              },
            ],
          },
        }),
      ],
      '/api/v1/events': [
        {
          metadata: { name: 'e1', namespace: 'billing' },
          involvedObject: {
            kind: 'Pod',
            namespace: 'billing',
            name: 'payment-service-7d9f-aaaaa',
          },
          type: 'Warning',
          reason: 'BackOff',
          message: 'Back-off restarting failed container app',
          count: 12,
          firstTimestamp: at,
          lastTimestamp: at,
        },
        {
          metadata: { name: 'e2', namespace: 'billing' },
          involvedObject: {
            kind: 'Pod',
            namespace: 'billing',
            name: 'other-service-7d9f-aaaaa',
          },
          type: 'Warning',
          reason: 'Unhealthy',
          lastTimestamp: at,
        },
      ],
    });

    const { items, warnings } = await read();

    expect(items[0]).toMatchObject({
      health: 'degraded',
      healthReason: '0 of 1 pods are ready: CrashLoopBackOff.',
      pods: [
        {
          status: 'CrashLoopBackOff',
          restarts: 7,
          lastTermination: { reason: 'OOMKilled', exitCode: 137, at },
        },
      ],
    });
    expect(
      warnings.map(({ reason, title, count, workloadIds }) => ({
        reason,
        title,
        count,
        workloadIds,
      })),
    ).toEqual([
      {
        reason: 'BackOff',
        title: 'A container keeps crashing',
        count: 12,
        workloadIds: [items[0].id],
      },
      {
        reason: 'OOMKilled',
        title: 'A container ran out of memory',
        count: 1,
        workloadIds: [items[0].id],
      },
    ]);
  });

  it('does not wait for pods that only somebody who deletes them replaces', async () => {
    const vault = deployment({ name: 'vault', id, replicas: 3 });
    world.clusters.clusters.set('production', {
      ...emptyCluster(),
      '/apis/apps/v1/statefulsets': [
        {
          ...vault,
          spec: {
            ...(vault.spec as object),
            updateStrategy: { type: 'OnDelete' },
          },
          status: {
            observedGeneration: 3,
            replicas: 3,
            readyReplicas: 3,
            updatedReplicas: 0,
            currentRevision: 'vault-a',
            updateRevision: 'vault-b',
          },
        },
      ],
    });

    const { items } = await read();

    expect(items).toMatchObject([{ health: 'healthy', isRollingOut: false }]);
  });

  it('goes on without delivery', async () => {
    world.delivery.isDown = true;

    const { items } = await read();

    expect(items[0].version).toMatchObject({
      verdict: 'unknown',
      reason: 'Delivery does not answer at present.',
    });
  });

  it('reads lists page by page', async () => {
    world.clusters.pageSize = 1;

    const { items } = await read();

    expect(items[0].pods).toHaveLength(2);
    expect(
      world.clusters.requests.filter(line => line.includes('continue=')),
    ).not.toEqual([]);
  });

  it('answers emptily for an entity without annotations', async () => {
    const response = await world.get(
      '/entities/component/default/plain/workloads',
    );

    expect(response.body).toMatchObject({ items: [], clusters: [] });
    expect(world.clusters.requests).toEqual([]);
  });

  it('shows only what one may see', async () => {
    world.denied.add('workloads.restart');
    world.denied.add('kubernetes.logs.read');
    expect(await read()).toMatchObject({
      canRestart: false,
      canReadLogs: false,
    });

    world.hidden.add('component:default/payment-service');
    expect((await world.get(path)).status).toBe(404);
    world.hidden.clear();
    world.denied.add('workloads.read');
    expect((await world.get(path)).status).toBe(403);
    expect((await world.get(path, mockCredentials.none.header())).status).toBe(
      401,
    );
    expect((await world.get(path.replace('default', 'a b'))).status).toBe(400);
  });
});
