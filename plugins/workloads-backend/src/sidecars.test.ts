import { freezeTime } from '@atrium/backend-common/testUtils';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { component, deployment, pod } from './__testUtils__/sampleObjects';
import { startWorkloads } from './__testUtils__/startWorkloads';

const id = 'payment-service';

describe('native sidecars', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startWorkloads>>;

  beforeAll(async () => {
    world = await startWorkloads({
      knex: await databases.init('POSTGRES_18'),
      entities: [component('payment-service')],
    });
    freezeTime(new Date('2026-11-25T12:00:00Z'));
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  it('count among what runs, and not what ends before the pod begins', async () => {
    const at = '2026-11-25T11:59:00.000Z';
    const name = 'payment-service-7d9f-aaaaa';
    const requests = (memory: string) => ({ requests: { memory } });
    const initContainers = [
      { name: 'migrate', image: 'migrate:1', resources: requests('4Gi') },
      {
        name: 'mesh',
        image: 'mesh:9',
        restartPolicy: 'Always',
        resources: requests('128Mi'),
      },
    ];
    world.clusters.clusters.set('production', {
      '/apis/apps/v1/deployments': [
        deployment({
          name: id,
          id,
          image: `registry.example/web@sha256:${'ab'.repeat(32)}`,
          limits: { memory: '512Mi' },
          initContainers,
        }),
      ],
      '/api/v1/pods': [
        pod({
          name,
          deployment: id,
          id,
          resources: requests('256Mi'),
          // Something in the cluster has added a second sidecar to the pod.
          initContainers: [
            ...initContainers,
            { name: 'agent', image: 'agent:3', restartPolicy: 'Always' },
          ],
          status: {
            phase: 'Running',
            conditions: [{ type: 'Ready', status: 'True' }],
            initContainerStatuses: [
              {
                name: 'mesh',
                restartCount: 4,
                state: { running: {} },
                lastState: {
                  terminated: {
                    exitCode: 137,
                    reason: 'OOMKilled',
                    finishedAt: at,
                  },
                },
              },
            ],
            containerStatuses: [{ name: 'app', state: { running: {} } }],
          },
        }),
      ],
      '/apis/metrics.k8s.io/v1beta1/pods': [
        {
          metadata: {
            name,
            namespace: 'billing',
            labels: { 'backstage.io/kubernetes-id': id },
          },
          containers: [
            { name: 'app', usage: { memory: '200Mi' } },
            { name: 'mesh', usage: { memory: '300Mi' } },
          ],
        },
      ],
    });

    const { body } = await world.get(
      '/entities/component/default/payment-service/workloads',
    );
    const { items, warnings }: EntityWorkloads = body;

    expect(items[0]).toMatchObject({
      // 256 Mi + 128 Mi, and 200 Mi + 300 Mi.
      resources: { memoryBytes: { requested: 402653184, used: 524288000 } },
      pods: [{ restarts: 4, containers: ['app', 'mesh', 'agent'] }],
    });
    expect(items[0].images).toMatchObject([
      { container: 'app', isCurrent: true, podCount: 0 },
      { container: 'mesh', isCurrent: true, podCount: 1 },
      { container: 'app', isCurrent: false, podCount: 1 },
    ]);
    expect(warnings).toMatchObject([
      { reason: 'OOMKilled', workloadIds: [items[0].id] },
    ]);
    const list = await world.get('/workloads');
    expect(list.body.items).toMatchObject([
      { name: id, problems: ['no-digest', 'no-limits'] },
    ]);
  });
});
