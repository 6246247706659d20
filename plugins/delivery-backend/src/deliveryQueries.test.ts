import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { finishedRun, sampleEvent } from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const paymentService = 'component:default/payment-service';

describe('deliveryPlugin, what one may ask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    delivery = await startDelivery({ knex: await openDatabase(databases) });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await delivery.clear();
  });

  it('refuses parameters that it does not know', async () => {
    const entity = `entityRef=${paymentService}`;
    for (const path of [
      `/runs?${entity}&result=failure`,
      `/deployments?${entity}&entityref=x`,
      `/changes?${entity}&status=open`,
      `/incidents?${entity}&label=x`,
      `/tickets?${entity}&labels=x`,
      `/run-trends?${entity}&period=7d`,
      `/environments?${entity}&tier=production`,
      `/current-deployments?${entity}&environment=x`,
      `/overview?${entity}&owner=x`,
      `/timeline?${entity}&owner=x`,
      `/runs.csv?${entity}&outcome=failure`,
      `/deployments.csv?${entity}&tier=production`,
      `/dora?${entity}&ownerRef=x`,
      `/dora/comparison?${entity}&ownerRef=x`,
      '/runs/00000000-0000-0000-0000-000000000000?x=1',
      '/ingest?limit=10',
    ]) {
      const { status, body } = await delivery.get(path);
      expect({ path, status }).toEqual({ path, status: 400 });
      expect(body.error.message).toContain('Unknown query parameter');
    }
    for (const path of [
      '/events?source=x',
      '/event-counts?x=1',
      '/runs/00000000-0000-0000-0000-000000000000/rerun?x=1',
    ]) {
      const { status } = await request(delivery.server)
        .post(`/api/delivery${path}`)
        .set('authorization', mockCredentials.user.header())
        .send({});
      expect({ path, status }).toEqual({ path, status: 400 });
    }
  });

  it('takes the last 30 days where no period is given', async () => {
    await delivery.store(
      finishedRun('new', '2026-11-25T10:00:00Z', 'failure'),
      finishedRun('old', '2026-10-25T10:00:00Z', 'failure'),
    );
    const timeline = await delivery.get('/timeline');
    expect(timeline.body).toMatchObject({
      from: '2026-10-26T12:00:30.000Z',
      to: '2026-11-25T12:00:30.000Z',
    });
    const dora = await delivery.get(`/dora?entityRef=${paymentService}`);
    expect(dora.body).toMatchObject({
      from: '2026-10-26T00:00:00.000Z',
      to: '2026-11-26T00:00:00.000Z',
    });
    const runs = await delivery.get('/runs.csv');
    expect(runs.text.trim().split('\r\n')).toHaveLength(2);
    const trends = await delivery.get(
      `/run-trends?entityRef=${paymentService}`,
    );
    expect(trends.body.items[0].weeks).toHaveLength(1);
  });

  it('gives out the runs of the entity that is asked about only', async () => {
    await delivery.store(
      finishedRun('a', '2026-11-25T10:00:00Z'),
      sampleEvent('pipelinerun.finished', '2026-11-25T10:00:00Z', {
        subjectId: 'b',
        content: { pipelineName: 'web-build', outcome: 'success' },
        atrium: { entityRef: 'component:default/shop-web' },
      }),
    );
    const pipelinesOf = async (query: string) => {
      const { text } = await delivery.get(`/runs.csv${query}`);
      const [, ...rows] = text.trim().split('\r\n');
      return rows.map(row => row.split(',')[1]).sort();
    };
    expect(await pipelinesOf('')).toEqual(['build', 'web-build']);
    expect(await pipelinesOf(`?entityRef=${paymentService}`)).toEqual([
      'build',
    ]);
    expect(await pipelinesOf('?entityRef=component:default/shop-web')).toEqual([
      'web-build',
    ]);
    const overview = await delivery.get(
      '/overview?entityRef=component:default/shop-web',
    );
    expect(overview.body.items).toMatchObject([
      { entityRef: 'component:default/shop-web' },
    ]);
  });

  it('sums up many components at once', async () => {
    await delivery.store(
      finishedRun('old', '2026-10-01T10:00:00Z'),
      finishedRun('a', '2026-11-20T10:00:00Z'),
      finishedRun('b', '2026-11-21T10:00:00Z', 'failure'),
      finishedRun('c', '2026-11-22T10:00:00Z', 'error'),
      finishedRun('d', '2026-11-23T10:00:00Z', 'cancelled'),
      sampleEvent('service.deployed', '2026-11-20T11:00:00Z', {
        subjectId: 'payment-service',
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/payment-service@1',
        },
      }),
    );
    const { body } = await delivery.get(
      `/summaries?entityRef=${paymentService}&entityRef=component:default/gone&entityRef=component:default/shop-web&from=2026-11-01T00:00:00Z&to=2026-11-25T00:00:00Z`,
    );
    expect(body).toMatchObject({
      items: [
        {
          entityRef: paymentService,
          finishedRuns: 3,
          failedRuns: 2,
          openIncidents: 0,
          lastSuccess: { at: '2026-11-20T10:00:00.000Z' },
          lastProductionDeployment: { version: '1' },
        },
        {
          entityRef: 'component:default/shop-web',
          status: 'unknown',
          finishedRuns: 0,
        },
      ],
      skipped: { count: 1, entityRefs: ['component:default/gone'] },
    });
    expect(body.items[1].lastSuccess).toBeUndefined();
    for (const wrong of ['', '?entityRef=group:default/team-payments']) {
      const { status } = await delivery.get(`/summaries${wrong}`);
      expect(status).toBe(400);
    }
  });

  it('answers about what is known where a question names what is not', async () => {
    const unknown = [
      'entityRef=group:default/gone',
      'entityRef=api:default/payment-api',
    ].join('&');
    const { status, body } = await delivery.get(
      `/dora/comparison?${unknown}&entityRef=group:default/team-payments`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [{ entityRef: 'group:default/team-payments' }],
      skipped: {
        count: 2,
        entityRefs: ['group:default/gone', 'api:default/payment-api'],
      },
    });
    const none = await delivery.get(`/dora/comparison?${unknown}`);
    expect(none.body).toMatchObject({ items: [], skipped: { count: 2 } });
  });

  it('measures the lead time by a merge with its commit, as the guide says', async () => {
    // Merged on Monday at 9 and at 10, deployed at 12: three and two hours.
    const merge = (subjectId: string, time: string, commit: string) =>
      sampleEvent('change.merged', time, {
        subjectId,
        content: {},
        atrium: { repository: 'acme/payment-service', commit },
      });
    const first = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334';
    const second = 'aa1c2d3e4f5061728394a5b6c7d8e9f001122334';
    await delivery.store(
      merge('7', '2026-11-23T09:00:00Z', first),
      merge('8', '2026-11-23T10:00:00Z', second),
      sampleEvent('service.deployed', '2026-11-23T12:00:00Z', {
        subjectId: 'payment-service',
        content: {
          environment: { id: 'production' },
          artifactId: `pkg:oci/payment-service@${second}`,
        },
      }),
    );
    await delivery.runTask('delivery-rollup');
    const { body } = await delivery.get(`/dora?entityRef=${paymentService}`);
    expect(body.metrics.leadTime).toMatchObject({
      status: 'measured',
      value: 2.5 * 3600,
      sampleSize: 2,
      starts: [{ at: 'merge', count: 2 }],
      excluded: [],
    });
    const changes = await delivery.get(`/changes?entityRef=${paymentService}`);
    expect(
      changes.body.items.map(
        ({ leadTimeSeconds }: { leadTimeSeconds: number }) => leadTimeSeconds,
      ),
    ).toEqual([2 * 3600, 3 * 3600]);
  });
});
