import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { sampleEvent } from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const checkout = 'component:default/checkout';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: { 'atrium.dev/delivery-service': 'api, worker' },
  },
};

type Kind = 'deployed' | 'rolledback' | 'removed';

/** What happened at an hour of the day, as `deployed api 2 production`. */
function tell(hour: string, line: string): CloudEvent {
  const [kind, service, version, environment] = line.split(' ');
  return sampleEvent(`service.${kind as Kind}`, `2026-11-25T${hour}:00Z`, {
    subjectId: service,
    content: {
      environment: { id: environment },
      artifactId: `pkg:oci/${service}@${version}`,
    },
    atrium: { commit: `commit-${version}` },
  });
}

const merge = (version: string, hour: string) =>
  sampleEvent('change.merged', `2026-11-25T${hour}:00Z`, {
    subjectId: version,
    content: {},
    atrium: { entityRef: checkout, commit: `commit-${version}` },
  });

describe('a component with several services', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    delivery = await startDelivery({
      knex: await openDatabase(databases),
      entities: [component],
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await delivery.clear();
    await delivery.store(
      merge('1', '01:00'),
      merge('2', '02:00'),
      merge('3', '03:00'),
      tell('04:00', 'deployed api 2 production'),
      tell('05:00', 'deployed worker 1 production'),
      tell('06:00', 'deployed api 3 staging'),
      tell('07:00', 'deployed worker 3 staging'),
    );
  });

  it('has all that runs, each compared with itself', async () => {
    const { body } = await delivery.get(`/environments?entityRef=${checkout}`);
    expect(body.environments.map(({ name }: { name: string }) => name)).toEqual(
      ['staging', 'production'],
    );
    const behind = (changesBehind: number) => ({
      environment: 'staging',
      drift: 'behind',
      changesBehind,
      changesAhead: 0,
    });
    expect(body.items).toMatchObject([
      {
        entityRef: checkout,
        cells: [
          {
            environment: 'staging',
            deployment: { service: 'api', version: '3' },
          },
          {
            environment: 'staging',
            deployment: { service: 'worker', version: '3' },
          },
          {
            environment: 'production',
            deployment: { service: 'api', version: '2' },
            comparedWith: behind(1),
          },
          {
            environment: 'production',
            deployment: { service: 'worker', version: '1' },
            comparedWith: behind(2),
          },
        ],
      },
    ]);

    const current = await delivery.get(
      `/current-deployments?entityRef=${checkout}`,
    );
    const places = current.body.items.map(
      (one: Record<string, string>) =>
        `${one.environment} ${one.service} ${one.version}`,
    );
    expect(places.sort()).toEqual([
      'production api 2',
      'production worker 1',
      'staging api 3',
      'staging worker 3',
    ]);

    const { output } = await delivery.actions.invoke({
      id: 'test:get-delivery-status',
      input: { entityRef: checkout },
    });
    expect(output).toMatchObject({
      environments: [
        { environment: 'staging', service: 'api', version: '3' },
        { environment: 'staging', service: 'worker', version: '3' },
        { environment: 'production', service: 'api', version: '2' },
        { environment: 'production', service: 'worker', version: '1' },
      ],
    });
  });

  it('is summed up by all that is in production, until one is removed', async () => {
    await delivery.runTask('delivery-resolve');
    const read = async () => {
      const summaries = await delivery.get(`/summaries?entityRef=${checkout}`);
      const overview = await delivery.get(`/overview?entityRef=${checkout}`);
      const [summary] = summaries.body.items;
      expect(overview.body.items).toMatchObject([
        {
          lastProductionDeployment: summary.lastProductionDeployment,
          ...(summary.productionDeployments && {
            productionDeployments: summary.productionDeployments,
          }),
        },
      ]);
      return summary;
    };
    expect(await read()).toMatchObject({
      lastProductionDeployment: { service: 'worker', version: '1' },
      productionDeployments: [
        { service: 'api', version: '2' },
        { service: 'worker', version: '1' },
      ],
    });
    await delivery.store(tell('08:00', 'removed worker 1 production'));
    const alone = await read();
    expect(alone).toMatchObject({
      lastProductionDeployment: { service: 'api', version: '2' },
    });
    expect(alone).not.toHaveProperty('productionDeployments');
  });

  it('fails by the roll-back of the service that was rolled back', async () => {
    await delivery.store(
      tell('08:00', 'deployed api 3 production'),
      tell('08:10', 'deployed worker 2 production'),
      tell('08:20', 'rolledback api 2 production'),
      tell('08:30', 'deployed worker 2 production'),
    );
    await delivery.runTask('delivery-rollup');
    const { body } = await delivery.get(
      `/dora?entityRef=${checkout}&from=2026-11-25T00:00:00Z&to=2026-11-26T00:00:00Z`,
    );
    expect(body.metrics).toMatchObject({
      // Two of the api, two of the worker.
      deploymentFrequency: {
        value: 4,
        excluded: [
          { reason: 'rollback', count: 1 },
          { reason: 'redeployment', count: 1 },
        ],
      },
      changeFailureRate: { value: 0.25 },
      // The api ran its version 3 from 08:00 to 08:20.
      timeToRestore: { value: 1200, sampleSize: 1 },
    });

    const counts = await request(delivery.server)
      .post('/api/delivery/event-counts')
      .set('authorization', mockCredentials.user.header())
      .send({
        from: '2026-11-25T00:00:00Z',
        to: '2026-11-26T00:00:00Z',
        queries: [
          {
            key: 'bad',
            entityRef: checkout,
            measure: 'deployments',
            environment: 'production',
            failsWithinMinutes: 60,
            result: 'failure',
          },
        ],
      });
    expect(counts.body.items).toMatchObject([
      { minutes: [{ minute: '2026-11-25T08:20:00.000Z', count: 1 }] },
    ]);
    const timeline = await delivery.get(
      `/timeline?entityRef=${checkout}&from=2026-11-25T00:00:00Z&to=2026-11-26T00:00:00Z`,
    );
    const [row] = timeline.body.items;
    expect(
      row.deployments
        .filter((one: { failedBy?: string }) => one.failedBy)
        .map((one: Record<string, string>) => `${one.service} ${one.version}`),
    ).toEqual(['api 3']);
  });

  it('remembers what a service ran before many deployments of another', async () => {
    // More than are read from before a period.
    const busy = Array.from({ length: 25 }, (_, minute) =>
      tell(
        `08:${String(minute).padStart(2, '0')}`,
        `deployed worker b${minute} production`,
      ),
    );
    await delivery.store(...busy, tell('09:00', 'rolledback api 1 production'));
    const { body } = await request(delivery.server)
      .post('/api/delivery/event-counts')
      .set('authorization', mockCredentials.user.header())
      .send({
        from: '2026-11-25T08:55:00Z',
        to: '2026-11-25T09:05:00Z',
        queries: [
          {
            key: 'bad',
            entityRef: checkout,
            measure: 'deployments',
            environment: 'production',
            // The api was deployed five hours before.
            failsWithinMinutes: 360,
            result: 'failure',
          },
        ],
      });
    expect(body.items).toMatchObject([
      { minutes: [{ minute: '2026-11-25T09:00:00.000Z', count: 1 }] },
    ]);
  });
});
