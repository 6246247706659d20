import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { component, deployment, pod } from './__testUtils__/sampleObjects';
import { startWorkloads } from './__testUtils__/startWorkloads';

const ID = 'backstage.io/kubernetes-id';
const object = {
  cluster: 'production',
  namespace: 'billing',
  labels: { [ID]: 'payment-service' },
};
const service = mockCredentials.service.header();

describe('claims', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const given = component('given');
  let world: Awaited<ReturnType<typeof startWorkloads>>;

  const holdersOf = (...objects: object[]) =>
    world.post('/claims/holders', { objects }, service);
  const workloadsOf = async (name: string) =>
    (await world.get(`/entities/component/default/${name}/workloads`)).body;

  beforeAll(async () => {
    world = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities: [
        component('payment-service'),
        component('stranger', {
          annotations: { [ID]: 'payment-service' },
          owner: 'group:default/team-other',
        }),
        // Hidden from everybody who reads here, so never named.
        component('hidden-rival', {
          annotations: { [ID]: 'payment-service' },
          owner: 'group:default/team-hidden',
        }),
        given,
      ],
    });
  });

  beforeEach(() => {
    world.clear();
    world.denied.add('kubernetes.proxy.unrestricted');
    world.hidden.add('component:default/hidden-rival');
    world.clusters.clusters.set('production', {
      '/apis/apps/v1/deployments': [
        deployment({ name: 'payment-service', id: 'payment-service' }),
      ],
      '/api/v1/pods': [
        pod({
          name: 'payment-service-7d9f-bcdfg',
          deployment: 'payment-service',
          id: 'payment-service',
        }),
      ],
    });
  });

  it('shows workloads to their owner alone, and tells each about the others one may see', async () => {
    expect(await workloadsOf('payment-service')).toMatchObject({
      items: [{ name: 'payment-service', isConfirmed: true }],
      conflicts: {
        holders: [],
        lostWorkloads: 0,
        rivals: ['component:default/stranger'],
      },
      canRestart: true,
      canReadLogs: true,
    });
    expect(await workloadsOf('stranger')).toMatchObject({
      items: [],
      conflicts: {
        holders: ['component:default/payment-service'],
        lostWorkloads: 1,
        rivals: [],
      },
    });
  });

  it('tells other plugins whose an object is, and nobody else', async () => {
    const answer = await holdersOf(
      object,
      { ...object, labels: {} },
      { ...object, namespace: '' },
    );
    expect(answer.body).toEqual({
      items: [
        { holders: ['component:default/payment-service'] },
        { holders: [] },
        { holders: ['component:default/payment-service'] },
      ],
    });
    expect((await holdersOf()).body).toEqual({ items: [] });
    const many = await holdersOf(...Array(101).fill(object));
    expect(many.status).toBe(400);
    expect((await holdersOf({ ...object, namespace: '..' })).status).toBe(400);
    const body = { objects: [object] };
    expect((await world.post('/claims/holders', body)).status).toBe(403);
    const nobody = mockCredentials.none.header();
    const unknown = await world.post('/claims/holders', body, nobody);
    expect(unknown.status).toBe(401);
  });

  it('tells other plugins what is written of the workloads that are proven', async () => {
    const plain = deployment({
      name: 'payment-service',
      id: 'payment-service',
    });
    world.clusters.clusters.set('production', {
      '/apis/apps/v1/deployments': [
        {
          ...plain,
          spec: {
            ...(plain.spec as object),
            template: {
              metadata: {},
              spec: {
                securityContext: { runAsNonRoot: true },
                containers: [
                  {
                    name: 'app',
                    image: `registry.example/a@sha256:${'0f'.repeat(32)}`,
                    livenessProbe: { httpGet: { path: '/', port: 80 } },
                    resources: {
                      requests: { cpu: '1', memory: '1Gi' },
                      limits: { memory: '1Gi' },
                    },
                  },
                  {
                    name: 'sidecar',
                    image: 'proxy:1',
                    securityContext: { runAsUser: 0 },
                  },
                ],
                initContainers: [
                  { name: 'migrate', image: 'migrate:1' },
                  { name: 'mesh', image: 'mesh:9', restartPolicy: 'Always' },
                ],
              },
            },
          },
        },
      ],
      '/apis/apps/v1/statefulsets': [],
      '/apis/apps/v1/daemonsets': [],
      '/apis/batch/v1/cronjobs': [],
      '/api/v1/pods': [
        pod({
          name: 'payment-service-7d9f-bcdfg',
          deployment: 'payment-service',
          status: {
            phase: 'Running',
            containerStatuses: [{ name: 'app', restartCount: 3 }],
            initContainerStatuses: [
              { name: 'migrate', restartCount: 7 },
              { name: 'mesh', restartCount: 2 },
            ],
          },
          initContainers: [
            { name: 'migrate' },
            { name: 'mesh', restartPolicy: 'Always' },
          ],
        }),
      ],
    });
    const settingsOf = (entityRefs: string[], authorization = service) =>
      world.post('/settings/by-entity', { entityRefs }, authorization);
    const { body } = await settingsOf([
      'component:default/stranger',
      'component:default/payment-service',
    ]);
    const bare = { requests: [], limits: [], hasReadinessProbe: false };
    expect(body).toEqual({
      items: [
        // It claims the workload, and cannot prove it.
        { entityRef: 'component:default/stranger', workloads: [] },
        {
          entityRef: 'component:default/payment-service',
          workloads: [
            expect.objectContaining({
              cluster: 'production',
              name: 'payment-service',
              replicas: 2,
              // Of the container and of its sidecar.
              restarts: 5,
              containers: [
                {
                  ...bare,
                  name: 'app',
                  image: expect.stringContaining('@sha256:'),
                  hasDigest: true,
                  hasLivenessProbe: true,
                  requests: ['cpu', 'memory'],
                  limits: ['memory'],
                  isNonRootEnforced: true,
                },
                {
                  ...bare,
                  name: 'sidecar',
                  image: 'proxy:1',
                  hasDigest: false,
                  hasLivenessProbe: false,
                  isNonRootEnforced: false,
                },
                // It runs as long as the others; a migration does not.
                {
                  ...bare,
                  name: 'mesh',
                  image: 'mesh:9',
                  hasDigest: false,
                  hasLivenessProbe: false,
                  isNonRootEnforced: true,
                },
              ],
            }),
          ],
        },
      ],
      unreadClusters: [],
    });
    expect((await settingsOf(['payment-service'])).status).toBe(400);
    const asUser = mockCredentials.user.header();
    expect((await settingsOf([], asUser)).status).toBe(403);
  });

  it('gives nothing to an entity that changed hands since it was proven', async () => {
    const labels = { [ID]: 'given' };
    expect((await holdersOf({ ...object, labels })).body.items).toEqual([
      { holders: ['component:default/given'] },
    ]);

    given.relations[0].targetRef = 'group:default/team-other';

    expect((await holdersOf({ ...object, labels })).body.items).toEqual([
      { holders: [] },
    ]);
  });

  it('notifies both owners of a conflict, once', async () => {
    world.failing.add('notifications');
    await world.lookForConflicts();
    expect(world.notifications).toEqual([]);

    world.failing.clear();
    await world.lookForConflicts();
    await world.lookForConflicts();

    expect(
      world.notifications.map(({ recipients, payload }) => [
        recipients,
        payload.title,
        payload.link,
      ]),
    ).toEqual([
      [
        { type: 'entity', entityRef: ['group:default/team-payments'] },
        'payment-service: its workloads are claimed by hidden-rival and stranger',
        '/catalog/default/component/payment-service/runtime',
      ],
      [
        { type: 'entity', entityRef: ['group:default/team-hidden'] },
        'hidden-rival claims workloads of payment-service',
        '/catalog/default/component/hidden-rival/runtime',
      ],
      [
        { type: 'entity', entityRef: ['group:default/team-other'] },
        'stranger claims workloads of payment-service',
        '/catalog/default/component/stranger/runtime',
      ],
    ]);
  });
});
