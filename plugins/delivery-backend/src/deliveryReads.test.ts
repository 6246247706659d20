import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { DeliveryEventSource } from '@atrium/plugin-delivery-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import { finishedRun, sampleEvent } from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const paymentService = 'component:default/payment-service';
const atrium = { repository: 'acme/payment-service', branch: 'main' };

describe('deliveryPlugin, what it answers', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const rerun = jest.fn();
  const source: DeliveryEventSource = {
    id: 'test',
    start: async () => {},
    runController: {
      canRerun: ({ runId }) => runId !== 'fixed',
      rerun,
    },
  };
  let knex: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime();
    knex = await openDatabase(databases);
    delivery = await startDelivery({
      knex,
      source,
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    jest.clearAllMocks();
    await delivery.clear();
  });

  describe('reads', () => {
    it('lists runs page by page, newest first, by filter', async () => {
      await delivery.store(
        finishedRun('a', '2026-11-25T10:00:00Z'),
        finishedRun('b', '2026-11-25T11:00:00Z', 'failure'),
        finishedRun('c', '2026-11-25T12:00:00Z'),
      );
      const first = await delivery.get(
        `/runs?entityRef=${paymentService}&limit=2`,
      );
      expect(first.body).toMatchObject({
        totalItems: 3,
        items: [{ runId: 'c' }, { runId: 'b', outcome: 'failure' }],
      });
      const second = await delivery.get(
        `/runs?entityRef=${paymentService}&limit=2&cursor=${first.body.nextCursor}`,
      );
      expect(second.body).toMatchObject({
        totalItems: 3,
        items: [{ runId: 'a' }],
      });
      expect(second.body.nextCursor).toBeUndefined();

      for (const [query, ids] of [
        ['outcome=failure', ['b']],
        [
          'branch=main&from=2026-11-25T11:00:00Z&to=2026-11-25T12:00:00Z',
          ['b'],
        ],
        ['branch=other', []],
        ['pipeline=build&status=finished', ['c', 'b', 'a']],
      ] as const) {
        const { body } = await delivery.get(
          `/runs?entityRef=system:default/billing&${query}`,
        );
        expect(body.items.map((run: { runId: string }) => run.runId)).toEqual(
          ids,
        );
        expect(body.totalItems).toBe(ids.length);
      }
    });

    it('answers 400, 401 and 404', async () => {
      for (const [path, status] of [
        ['/runs', 400],
        ['/runs?entityRef=payment-service', 400],
        [`/runs?entityRef=${paymentService}&limit=0`, 400],
        [`/runs?entityRef=${paymentService}&cursor=x`, 400],
        [`/runs?entityRef=${paymentService}&outcome=great`, 400],
        ['/runs?entityRef=api:default/payment-api', 400],
        ['/runs?entityRef=component:default/hidden', 404],
        ['/runs/not-an-id', 400],
        ['/runs/00000000-0000-0000-0000-000000000000', 404],
        ['/run-trends', 400],
        ['/environments?entityRef=component:default/hidden', 404],
        ['/current-deployments', 400],
        ['/current-deployments?entityRef=system:default/billing', 400],
        ['/overview?ownerRef=group:default/hidden', 404],
        ['/timeline?from=2026-11-25T00:00:00Z&to=2026-11-24T00:00:00Z', 400],
        [
          '/runs.csv?ownerRef=group:default/hidden&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
          404,
        ],
        ['/runs.csv?entityRef=component:default/hidden', 404],
        [
          '/dora/comparison?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
          400,
        ],
      ] as const) {
        const answer = await delivery.get(path);
        expect({ path, status: answer.status }).toEqual({ path, status });
      }
      const nobody = await delivery.get(
        `/runs?entityRef=${paymentService}`,
        mockCredentials.none.header(),
      );
      expect(nobody.status).toBe(401);
    });

    it('hides the runs of whatever is hidden, and of what belongs to nobody', async () => {
      const common = { subjectId: 'secret', content: {} };
      await delivery.store(
        sampleEvent('pipelinerun.started', '2026-11-25T10:00:00Z', {
          ...common,
          atrium: { entityRef: 'component:default/hidden' },
        }),
        sampleEvent('pipelinerun.started', '2026-11-25T10:00:00Z', {
          ...common,
          subjectId: 'lost',
        }),
      );
      const runs = await knex('runs').select('id');
      expect(runs).toHaveLength(2);
      for (const { id } of runs) {
        const { status, body } = await delivery.get(`/runs/${id}`);
        expect([status, body.error.message]).toEqual([404, `No run '${id}'`]);
      }
    });

    it('answers 403 about what comes in when the policy says so', async () => {
      delivery.denied.add('delivery.ingest.read');
      expect((await delivery.get('/ingest')).status).toBe(403);
    });

    it('says what runs where of several components, without what was removed', async () => {
      const versionIn = (environment: string, version: string) => ({
        subjectId: 'payment-service',
        content: {
          environment: { id: environment },
          artifactId: `pkg:oci/payment-service@${version}`,
        },
        atrium: { version, actor: 'priya' },
      });
      await delivery.store(
        sampleEvent(
          'service.deployed',
          '2026-11-23T10:00:00Z',
          versionIn('prod', '1'),
        ),
        sampleEvent(
          'service.upgraded',
          '2026-11-24T10:00:00Z',
          versionIn('prod', '2'),
        ),
        sampleEvent(
          'service.rolledback',
          '2026-11-25T10:00:00Z',
          versionIn('prod', '1'),
        ),
        sampleEvent(
          'service.deployed',
          '2026-11-24T09:00:00Z',
          versionIn('qa', '2'),
        ),
        sampleEvent(
          'service.deployed',
          '2026-11-24T09:10:00Z',
          versionIn('preview', '2'),
        ),
        sampleEvent(
          'service.removed',
          '2026-11-24T09:30:00Z',
          versionIn('preview', '2'),
        ),
      );
      const path = '/current-deployments?entityRef=component:default/hidden';
      const { body } = await delivery.get(
        `${path}&entityRef=${paymentService}`,
      );
      expect(body.items).toEqual([
        expect.objectContaining({
          entityRef: paymentService,
          environment: 'prod',
          tier: 'production',
          kind: 'rolledback',
          version: '1',
          artifactId: 'pkg:oci/payment-service@1',
          at: '2026-11-25T10:00:00.000Z',
          actor: 'priya',
        }),
        expect.objectContaining({
          environment: 'qa',
          version: '2',
          at: '2026-11-24T09:00:00.000Z',
        }),
      ]);
      const skipped = { count: 1, entityRefs: ['component:default/hidden'] };
      expect(body.skipped).toEqual(skipped);
      expect((await delivery.get(path)).body).toEqual({ items: [], skipped });
      const nobody = await delivery.get(path, mockCredentials.none.header());
      expect(nobody.status).toBe(401);
    });

    it('shows what happened in production, and gives it out as CSV', async () => {
      const deploy = (version: string, time: string) =>
        sampleEvent('service.deployed', time, {
          subjectId: 'payment-service',
          content: {
            environment: { id: 'production' },
            artifactId: `pkg:oci/payment-service@${version}`,
          },
          atrium: { actor: '=cmd()' },
        });
      await delivery.store(
        deploy('1', '2026-11-20T10:00:00Z'),
        deploy('2', '2026-11-24T10:00:00Z'),
        sampleEvent('incident.detected', '2026-11-24T11:00:00Z', {
          subjectId: 'INC-1',
          content: { service: { id: 'payment-service' } },
        }),
        finishedRun('a', '2026-11-24T12:00:00Z', 'failure'),
      );
      await delivery.runTask('delivery-rollup');
      const period = 'from=2026-11-23T00:00:00Z&to=2026-11-26T00:00:00Z';
      const owner = 'ownerRef=group:default/engineering';

      const timeline = await delivery.get(`/timeline?${owner}&${period}`);
      expect(timeline.body).toMatchObject({
        from: '2026-11-23T00:00:00.000Z',
        isTruncated: false,
        items: [
          {
            entityRef: paymentService,
            deployments: [{ version: '2', failedBy: 'incident' }],
            incidents: [{ incidentId: 'INC-1' }],
          },
        ],
      });

      const runs = await delivery.get(`/runs.csv?${owner}&${period}`);
      expect(runs.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="runs.csv"',
      });
      expect(runs.text.split('\r\n')).toEqual([
        'Component,Pipeline,Status,Outcome,Branch,Commit,Trigger,Actor,Queued,Started,Finished,Duration in seconds,Errors,URL',
        `${paymentService},build,finished,failure,main,,,,,,2026-11-24T12:00:00.000Z,,,`,
        '',
      ]);
      const deployments = await delivery.get(`/deployments.csv?${period}`);
      expect(deployments.text.split('\r\n')[1]).toBe(
        `${paymentService},production,production,deployed,2,pkg:oci/payment-service@2,,2026-11-24T10:00:00.000Z,'=cmd(),,,payment-service`,
      );
    });

    it('shows environments, the overview and metrics of whoever owns', async () => {
      const deploy = (
        environment: string,
        version: string,
        time: string,
      ): CloudEvent =>
        sampleEvent('service.deployed', time, {
          subjectId: 'payment-service',
          content: {
            environment: { id: environment },
            artifactId: `pkg:oci/payment-service@${version}`,
          },
          atrium: { commit: `commit-${version}`, actor: 'priya' },
        });
      const merge = (number: string, time: string): CloudEvent =>
        sampleEvent('change.merged', time, {
          subjectId: number,
          content: {},
          atrium: {
            ...atrium,
            commit: `commit-${number}`,
            firstCommitAt: '2026-11-23T09:00:00Z',
          },
        });
      await delivery.store(
        merge('1', '2026-11-23T10:00:00Z'),
        merge('2', '2026-11-24T10:00:00Z'),
        merge('3', '2026-11-24T11:00:00Z'),
        deploy('production', '1', '2026-11-23T11:00:00Z'),
        deploy('staging', '3', '2026-11-24T12:00:00Z'),
        finishedRun('a', '2026-11-24T12:00:00Z', 'failure'),
      );
      await delivery.runTask('delivery-rollup');
      await delivery.untilTold('metrics');

      const matrix = await delivery.get(
        '/environments?entityRef=system:default/billing',
      );
      expect(matrix.body).toMatchObject({
        environments: [
          { name: 'staging', tier: 'staging' },
          { name: 'production', tier: 'production' },
        ],
        items: [
          {
            entityRef: paymentService,
            cells: [
              { environment: 'staging', deployment: { version: '3' } },
              {
                environment: 'production',
                deployment: { version: '1', actor: 'priya' },
                comparedWith: {
                  environment: 'staging',
                  drift: 'behind',
                  changesBehind: 2,
                  changesAhead: 0,
                },
              },
            ],
          },
        ],
      });

      const overview = await delivery.get(
        '/overview?ownerRef=group:default/engineering',
      );
      expect(overview.body).toMatchObject({
        totalItems: 1,
        items: [
          {
            entityRef: paymentService,
            status: 'failed',
            openIncidents: 0,
            runs: [{ runId: 'a' }],
            lastDeployment: { environment: 'staging' },
            lastProductionDeployment: { environment: 'production' },
          },
        ],
      });

      const changes = await delivery.get(
        `/changes?entityRef=${paymentService}`,
      );
      expect(changes.body.items.at(-1)).toMatchObject({
        changeId: '1',
        deployedAt: '2026-11-23T11:00:00.000Z',
        leadTimeSeconds: 7200,
      });

      await delivery.runTask('delivery-resolve');
      const period = 'from=2026-11-23T00:00:00Z&to=2026-11-25T00:00:00Z';
      const { body: report } = await delivery.get(`/dora?${period}`);
      expect(report).toMatchObject({
        from: '2026-11-23T00:00:00.000Z',
        to: '2026-11-25T00:00:00.000Z',
        entities: 2,
        pendingEntities: 0,
        metrics: {
          deploymentFrequency: {
            status: 'measured',
            value: 0.5,
            sampleSize: 1,
            trend: [{ weekStart: '2026-11-23', sampleSize: 1, value: 0.5 }],
          },
          leadTime: {
            status: 'measured',
            value: 7200,
            excluded: [{ reason: 'not-deployed-yet', of: 'changes', count: 2 }],
          },
          changeFailureRate: { status: 'measured', value: 0 },
          timeToRestore: { status: 'not-measured', reason: 'no-failures' },
        },
      });
      const comparison = await delivery.get(
        `/dora/comparison?${period}&entityRef=group:default/team-payments&entityRef=system:default/billing`,
      );
      expect(comparison.body.items).toMatchObject([
        { entityRef: 'group:default/team-payments', entities: 1 },
        { entityRef: 'system:default/billing', entities: 1 },
      ]);

      const status = await delivery.actions.invoke({
        id: 'test:get-delivery-status',
        input: { entityRef: paymentService },
      });
      expect(status.output).toMatchObject({
        runs: [
          { id: expect.any(String), pipeline: 'build', outcome: 'failure' },
        ],
        environments: [
          { environment: 'staging', version: '3' },
          { environment: 'production', version: '1', changesBehind: 2 },
        ],
        openIncidents: [],
      });
      const services = await delivery.actions.invoke({
        id: 'test:list-services-by-delivery',
        input: { ownerRef: 'group:default/engineering' },
      });
      expect(services.output).toEqual({
        totalServices: 1,
        services: [
          {
            entityRef: paymentService,
            status: 'failed',
            openIncidents: 0,
            failedPipelines: ['build'],
            productionVersion: '1',
          },
        ],
      });
      const metrics = await delivery.actions.invoke({
        id: 'test:get-dora-metrics',
        input: { from: '2026-11-23T00:00:00Z', to: '2026-11-25T00:00:00Z' },
      });
      expect(metrics.output).toMatchObject({
        leadTime: { value: 7200, excluded: ['2 changes: not-deployed-yet'] },
        timeToRestore: { status: 'not-measured' },
      });
    });
  });

  describe('POST /runs/:id/rerun', () => {
    async function runIdOf(subjectId: string): Promise<string> {
      await delivery.store(finishedRun(subjectId, '2026-11-25T10:00:00Z'));
      const { body } = await delivery.get(`/runs?entityRef=${paymentService}`);
      return body.items[0].id;
    }

    const post = (id: string, authorization = mockCredentials.user.header()) =>
      request(delivery.server)
        .post(`/api/delivery/runs/${id}/rerun`)
        .set('authorization', authorization);

    it('asks the host of the run, on behalf of the user', async () => {
      const id = await runIdOf('a');
      expect((await delivery.get(`/runs/${id}`)).body).toMatchObject({
        runId: 'a',
        canRerun: true,
        tasks: [],
      });

      expect((await post(id)).status).toBe(202);

      expect(rerun).toHaveBeenCalledWith(
        expect.objectContaining({ runId: 'a' }),
        { userEntityRef: 'user:default/mock' },
      );
    });

    it('lets an agent do it for a person, by the same rules', async () => {
      const id = await runIdOf('a');
      const invoke = (credentials: BackstageCredentials) =>
        delivery.actions.invoke({
          id: 'test:rerun-pipeline-run',
          input: { id },
          credentials,
        });
      await invoke(mockCredentials.user('user:default/priya'));
      expect(rerun).toHaveBeenCalledWith(
        expect.objectContaining({ runId: 'a' }),
        { userEntityRef: 'user:default/priya' },
      );
      await expect(invoke(mockCredentials.service())).rejects.toThrow(
        'Only a person',
      );
      delivery.denied.add('delivery.run.rerun');
      await expect(invoke(mockCredentials.user())).rejects.toThrow(
        'can start its runs again: ask',
      );
      expect(rerun).toHaveBeenCalledTimes(1);
    });

    it('refuses whom the policy refuses, services, and what no host can do', async () => {
      const id = await runIdOf('fixed');
      expect((await delivery.get(`/runs/${id}`)).body.canRerun).toBe(false);
      expect((await post(id)).status).toBe(409);
      expect((await post(id, mockCredentials.service.header())).status).toBe(
        403,
      );
      delivery.denied.add('delivery.run.rerun');
      expect((await post(id)).status).toBe(403);
      expect(rerun).not.toHaveBeenCalled();
    });
  });
});
