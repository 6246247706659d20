import type {
  WorkloadPage,
  WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { statusOf } from './__testUtils__/FakeClusters';
import { component, deployment } from './__testUtils__/sampleObjects';
import { startWorkloads } from './__testUtils__/startWorkloads';

const digest = `sha256:${'0f'.repeat(32)}`;
const limits = { memory: '256Mi' };

/** What a CronJob of an old manifest looks like. */
const oldCronJob = {
  metadata: {
    name: 'ledger-close',
    namespace: 'billing',
    labels: { team: 'ledger' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        apiVersion: 'batch/v1beta1',
        kind: 'CronJob',
      }),
    },
  },
  spec: {
    schedule: '0 3 * * *',
    jobTemplate: {
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'close',
                image: `registry.example/ledger@${digest}`,
                resources: { limits },
              },
            ],
          },
        },
      },
    },
  },
};

const oldIngress = {
  metadata: {
    name: 'payments',
    namespace: 'billing',
    labels: { 'backstage.io/kubernetes-id': 'payment-service' },
    managedFields: [
      { manager: 'kubectl', apiVersion: 'networking.k8s.io/v1beta1' },
    ],
  },
};

const entities = [
  component('payment-service'),
  component('ledger', {
    annotations: { 'backstage.io/kubernetes-label-selector': 'team=ledger' },
    owner: 'group:default/team-ledger',
  }),
  component('secret', { owner: 'group:default/team-secret' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-ledger', namespace: 'default' },
    relations: [{ type: 'childOf', targetRef: 'group:default/finance' }],
  },
];

describe('across clusters', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startWorkloads>>;

  async function list(query = ''): Promise<WorkloadPage> {
    const response = await world.get(`/workloads${query}`);
    expect(response.status).toBe(200);
    return response.body;
  }

  async function names(query: string): Promise<string[]> {
    return (await list(query)).items.map(({ name }) => name);
  }

  beforeAll(async () => {
    world = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities,
      config: { environments: { east: 'production' } },
    });
  });

  beforeEach(() => {
    world.clear();
    world.clusters.clusters.set('east', {
      '/apis/apps/v1/deployments': [
        deployment({
          name: 'payment-service',
          id: 'payment-service',
          image: 'registry.example/payment-service:2.0.0',
          ready: 1,
          limits,
        }),
        deployment({ name: 'secret', id: 'secret', namespace: 'vault' }),
      ],
      '/apis/apps/v1/statefulsets': [],
      '/apis/apps/v1/daemonsets': [],
      '/apis/batch/v1/cronjobs': [oldCronJob],
      '/apis/autoscaling/v2/horizontalpodautoscalers': [],
      '/apis/networking.k8s.io/v1/ingresses': [oldIngress],
    });
    world.clusters.clusters.set('west', {
      '/apis/apps/v1/deployments': [
        deployment({
          name: 'stray',
          id: 'nobody',
          namespace: 'lost',
          image: `registry.example/stray@${digest}`,
        }),
      ],
      '/apis/apps/v1/statefulsets': [],
      '/apis/apps/v1/daemonsets': [],
      '/apis/batch/v1/cronjobs': [],
      '/apis/autoscaling/v2/horizontalpodautoscalers': [],
      '/apis/networking.k8s.io/v1/ingresses': [],
    });
    world.delivery.matrix = {
      environments: [],
      items: [
        {
          entityRef: 'component:default/payment-service',
          cells: [
            {
              environment: 'production',
              isRunning: true,
              deployment: {
                id: '1',
                kind: 'deployed',
                service: 'payment-service',
                source: '/ci',
                environment: 'production',
                tier: 'production',
                version: '2.1.0',
                at: '2026-11-25T07:00:00.000Z',
              },
            },
          ],
        },
      ],
    };
  });

  it('lists workloads with owner and problems, the worst first', async () => {
    const { items, totalItems, clusters } = await list();

    expect(totalItems).toBe(4);
    expect(
      items.map(({ name, ownerRef, kubernetesId, problems }) => ({
        name,
        ownerRef,
        kubernetesId,
        problems,
      })),
    ).toEqual([
      {
        name: 'payment-service',
        ownerRef: 'group:default/team-payments',
        kubernetesId: 'payment-service',
        problems: ['not-ready', 'version-drift', 'no-digest'],
      },
      {
        name: 'ledger-close',
        ownerRef: 'group:default/team-ledger',
        kubernetesId: undefined,
        problems: ['deprecated-api'],
      },
      {
        name: 'secret',
        ownerRef: 'group:default/team-secret',
        kubernetesId: 'secret',
        problems: ['no-digest', 'no-limits'],
      },
      {
        name: 'stray',
        ownerRef: undefined,
        kubernetesId: 'nobody',
        problems: ['no-limits'],
      },
    ]);
    expect(items[0]).toMatchObject({
      entityRef: 'component:default/payment-service',
      environment: 'production',
      apiVersion: 'apps/v1',
      versionVerdict: 'different',
      deployedVersion: '2.1.0',
      images: [{ tag: '2.0.0' }],
    });
    expect(items[1]).toMatchObject({
      apiVersion: 'batch/v1beta1',
      deprecation: {
        deprecatedIn: '1.21',
        removedIn: '1.25',
        replacement: 'batch/v1',
        isRemoved: true,
      },
      images: [{ digest }],
    });
    expect(clusters.map(({ status }) => status)).toEqual(['read', 'read']);
  });

  it('filters and pages', async () => {
    expect(await names('?cluster=west')).toEqual(['stray']);
    expect(await names('?namespace=vault')).toEqual(['secret']);
    expect(await names('?kind=CronJob')).toEqual(['ledger-close']);
    expect(await names('?ownerRef=group:default/team-ledger')).toEqual([
      'ledger-close',
    ]);
    // Its department has what the team has.
    expect(await names('?ownerRef=group:default/finance')).toEqual([
      'ledger-close',
    ]);
    expect(await names('?unowned=true')).toEqual(['stray']);
    expect(await names('?problem=no-digest')).toEqual([
      'payment-service',
      'secret',
    ]);
    expect(await names('?name=LEDG')).toEqual(['ledger-close']);

    const first = await list('?limit=3');
    expect(first.items).toHaveLength(3);
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect(second.items.map(({ name }) => name)).toEqual(['stray']);
    expect(second).toMatchObject({ totalItems: 4 });
    expect(second.nextCursor).toBeUndefined();
  });

  it('hides what belongs to hidden entities, without calling it unowned', async () => {
    world.hidden.add('component:default/secret');

    // What a user sees is remembered for some seconds.
    const other = mockCredentials.user.header('user:default/new-hire');
    const { body } = await world.get('/workloads', other);
    const unowned = await world.get('/workloads?unowned=true', other);

    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'payment-service',
      'ledger-close',
      'stray',
    ]);
    expect(unowned.body.items).toMatchObject([{ name: 'stray' }]);
    expect(unowned.body.totalItems).toBe(1);
  });

  it('sums up what runs for many entities at once, as far as they are seen', async () => {
    const entityRefs = ['payment-service', 'ledger', 'secret', 'idle'].map(
      name => `component:default/${name}`,
    );
    world.hidden.add('component:default/secret');
    const { body, status } = await world.post('/runtimes/by-entity', {
      entityRefs,
    });
    expect(status).toBe(200);
    expect(body.unreadClusters).toEqual([]);
    expect(body.items).toEqual([
      {
        entityRef: 'component:default/payment-service',
        workloads: 1,
        desiredPods: 2,
        readyPods: 1,
        degraded: 1,
        down: 0,
        stopped: 0,
        reason: '1 of 2 pods are ready.',
        messages: {
          reason: [
            {
              key: 'workloads.health.ready',
              values: { ready: 1, desired: 2 },
            },
          ],
        },
      },
      {
        entityRef: 'component:default/ledger',
        workloads: 1,
        desiredPods: 0,
        readyPods: 0,
        degraded: 0,
        down: 0,
        stopped: 0,
      },
    ]);
    // Asked whenever something changes, it asks for no more than it needs.
    const kinds = world.clusters.requests.map(
      request => request.split('?')[0].split('/').at(-1) ?? '',
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'cronjobs',
      'daemonsets',
      'deployments',
      'statefulsets',
    ]);
    const refused = await world.post('/runtimes/by-entity', { entityRefs: [] });
    expect(refused.status).toBe(400);
  });

  it('goes by the tag where delivery deployed a digest', async () => {
    // What delivery says is remembered, so this asks a portal of its own.
    const other = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities,
      config: { environments: { east: 'production' } },
    });
    world.clusters.clusters.forEach((lists, name) =>
      other.clusters.clusters.set(name, lists),
    );
    const [item] = world.delivery.matrix.items;
    const cells = item.cells.map(cell => ({
      ...cell,
      deployment: {
        ...cell.deployment,
        version: '2.0.0',
        artifactId: `pkg:oci/payment-service@${digest.replace(':', '%3A')}`,
      },
    }));
    other.delivery.matrix = { environments: [], items: [{ ...item, cells }] };

    const { body } = await other.get('/workloads?name=payment-service');

    expect(body.items).toMatchObject([
      { versionVerdict: 'same', problems: ['not-ready', 'no-digest'] },
    ]);
  });

  it('names the clusters of which it could not read everything', async () => {
    world.clusters.failures.set('east', path =>
      path.endsWith('/statefulsets')
        ? { status: 403, body: statusOf(403, 'statefulsets is forbidden') }
        : undefined,
    );

    const { body } = await world.post('/runtimes/by-entity', {
      entityRefs: ['component:default/payment-service'],
    });

    expect(body.items).toMatchObject([{ workloads: 1 }]);
    expect(body.unreadClusters).toEqual(['east']);
  });

  it('counts by problem, owner and namespace', async () => {
    const response = await world.get('/workloads/summary');
    const summary: WorkloadSummary = response.body;

    expect(summary).toMatchObject({
      totalWorkloads: 4,
      unowned: 1,
      problems: {
        'not-ready': 1,
        'version-drift': 1,
        'deprecated-api': 1,
        'no-digest': 2,
        'no-limits': 2,
      },
      deprecations: [
        { deprecation: { apiVersion: 'batch/v1beta1' }, workloads: 1 },
      ],
    });
    expect(
      summary.owners.map(({ ownerRef, workloads, withProblems }) => [
        ownerRef,
        workloads,
        withProblems,
      ]),
    ).toEqual([
      ['group:default/team-ledger', 1, 1],
      ['group:default/team-payments', 1, 1],
      ['group:default/team-secret', 1, 1],
    ]);
    expect(summary.deprecatedObjects).toMatchObject([
      {
        cluster: 'east',
        kind: 'Ingress',
        name: 'payments',
        entityRef: 'component:default/payment-service',
        deprecation: { removedIn: '1.22', replacement: 'networking.k8s.io/v1' },
      },
    ]);
    expect(summary.namespaces).toEqual([
      { cluster: 'east', namespace: 'billing', workloads: 2 },
      { cluster: 'east', namespace: 'vault', workloads: 1 },
      { cluster: 'west', namespace: 'lost', workloads: 1 },
    ]);
  });

  it('shows the others when a cluster or delivery is down', async () => {
    world.delivery.isDown = true;
    world.clusters.failures.set('west', () => ({
      status: 502,
      body: 'bad gateway',
    }));

    const { items, clusters } = await list();

    expect(items.map(({ cluster }) => cluster)).toEqual([
      'east',
      'east',
      'east',
    ]);
    expect(clusters[1]).toMatchObject({
      cluster: 'west',
      status: 'not-read',
      problems: [{ kind: 'unreachable', resources: [] }],
    });
  });

  it('costs one read of each list, however many look at it', async () => {
    const busy = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities,
      config: { cacheFor: { seconds: 10 } },
    });
    busy.clusters.clusters.set('east', {
      '/apis/apps/v1/deployments': [deployment({ name: 'web' })],
      '/apis/apps/v1/statefulsets': [],
      '/apis/apps/v1/daemonsets': [],
      '/apis/batch/v1/cronjobs': [],
      '/apis/autoscaling/v2/horizontalpodautoscalers': [],
      '/apis/networking.k8s.io/v1/ingresses': [],
    });

    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        busy.get(
          '/workloads',
          mockCredentials.user.header(`user:default/dev-${index}`),
        ),
      ),
    );

    // Six lists and the version of the cluster.
    expect(busy.clusters.requests).toHaveLength(7);
  });

  it('refuses what it does not understand, and whom it does not know', async () => {
    for (const query of [
      '?limit=0',
      '?problem=other',
      '?cursor=x',
      '?kind=Pod',
      '?ownerref=group:default/team-payments',
      '/summary?limit=1',
    ]) {
      expect([query, (await world.get(`/workloads${query}`)).status]).toEqual([
        query,
        400,
      ]);
    }
    const nobody = mockCredentials.none.header();
    expect((await world.get('/workloads', nobody)).status).toBe(401);
    world.denied.add('workloads.read');
    expect((await world.get('/workloads')).status).toBe(403);
    expect((await world.get('/workloads/summary')).status).toBe(403);
  });
});
