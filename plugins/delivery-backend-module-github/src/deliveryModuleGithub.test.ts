import { eventually, freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { pullRequest, webhooks, workflowRun } from './__testUtils__/payloads';
import { startPortal } from './__testUtils__/startPortal';

const api = 'https://api.github.com/repos/acme/payment-service';
const of = 'entityRef=component:default/payment-service';
const commit = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334';
const forwarded: string[] = [];

const github = setupServer(
  http.get(`${api}/pulls/42/commits`, () =>
    HttpResponse.json([
      {
        sha: 'd'.repeat(40),
        commit: { author: { date: '2026-11-23T08:00:00Z' } },
      },
    ]),
  ),
  http.get(`${api}/commits/${commit}/pulls`, () => HttpResponse.json([])),
  http.post(`${api}/actions/runs/:id/:action`, ({ params, request }) => {
    forwarded.push(
      `${params.action} ${params.id} ${request.headers.get('authorization')}`,
    );
    return HttpResponse.json({}, { status: 201 });
  }),
);

describe('deliveryModuleGithub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    freezeTime('2026-11-25T13:00:00Z');
    github.listen({
      onUnhandledRequest({ url }, print) {
        if (new URL(url).hostname !== '127.0.0.1') {
          print.error();
        }
      },
    });
    portal = await startPortal({ databases });
  });

  afterAll(() => github.close());

  /** Events are worked off after the answer. */
  const untilShown = <T>(
    path: string,
    isThere: (items: T[]) => boolean,
  ): Promise<T[]> =>
    eventually(async () => (await portal.ask(path)).body.items, isThere);

  it('refuses what is not signed with the secret', async () => {
    expect(
      await portal.sendWebhook('workflow_run', webhooks.workflow_run, 'guess'),
    ).toBe(403);
    expect((await portal.ask(`/runs?${of}`)).body.items).toEqual([]);
  });

  it('shows the run, its jobs and the deployment that webhooks told', async () => {
    for (const event of [
      'workflow_run',
      'workflow_job',
      'deployment_status',
    ] as const) {
      expect(await portal.sendWebhook(event, webhooks[event])).toBe(202);
    }
    const [deployment] = await untilShown<object>(
      `/deployments?${of}`,
      items => items.length === 1,
    );
    expect(deployment).toMatchObject({
      kind: 'deployed',
      environment: 'production',
      commit,
      actor: 'priya-n',
      runId: 'actions/runs/1589141559/attempts/1',
    });
    const [run] = await untilShown<{ id: string }>(
      `/runs?${of}`,
      items => items.length === 1,
    );
    const { body } = await portal.ask(`/runs/${run.id}`);
    expect(body).toMatchObject({
      pipeline: 'build',
      branch: 'main',
      status: 'finished',
      outcome: 'success',
      durationSeconds: 266,
      canRerun: true,
      tasks: [{ task: 'unit tests', outcome: 'success', durationSeconds: 253 }],
    });
  });

  it('counts a webhook that is delivered again as a duplicate', async () => {
    const count = async () => {
      const { body } = await portal.ask('/ingest');
      return body.counts.find(({ type }: { type: string }) =>
        type.startsWith('dev.cdevents.pipelinerun.finished'),
      );
    };
    const before = await count();
    await portal.sendWebhook('workflow_run', webhooks.workflow_run);
    const after = await eventually(
      count,
      ({ duplicates }) => duplicates > before.duplicates,
    );
    expect(after).toMatchObject({
      accepted: before.accepted,
      duplicates: before.duplicates + 1,
    });
  });

  it('asks for the first commit of a merged pull request', async () => {
    await portal.sendWebhook('pull_request', webhooks.pull_request);
    const [change] = await untilShown<{ firstCommitAt?: string }>(
      `/changes?${of}`,
      items => items[0]?.firstCommitAt !== undefined,
    );
    expect(change).toMatchObject({
      state: 'merged',
      number: '42',
      commit,
      firstCommitAt: '2026-11-23T08:00:00.000Z',
      mergedAt: '2026-11-25T09:59:58.000Z',
    });
  });

  it('takes the merge as told when GitHub cannot be asked', async () => {
    github.use(http.get(`${api}/pulls/43/commits`, () => HttpResponse.error()));
    await portal.sendWebhook('pull_request', {
      ...webhooks.pull_request,
      pull_request: { ...pullRequest, id: 279147438, number: 43 },
    });
    const items = await untilShown<{ number?: string; state: string }>(
      `/changes?${of}`,
      all => all.length === 2,
    );
    expect(items.find(({ number }) => number === '43')).toMatchObject({
      state: 'merged',
    });
  });

  it('takes a push without pull request for a change', async () => {
    await portal.sendWebhook('push', webhooks.push);
    const items = await untilShown<{ changeId: string }>(
      `/changes?${of}`,
      all => all.length === 3,
    );
    expect(
      items.find(({ changeId }) => changeId === `commits/${commit}`),
    ).toMatchObject({
      state: 'merged',
      title: 'Fix the build',
      commit,
      mergedAt: '2026-11-25T10:00:00.000Z',
      firstCommitAt: '2026-11-25T08:00:00.000Z',
      actor: 'priya-n',
    });
  });

  it('starts a failed run again at GitHub, and says what GitHub refuses', async () => {
    await portal.sendWebhook('workflow_run', {
      ...webhooks.workflow_run,
      workflow_run: {
        ...workflowRun,
        id: 77,
        html_url: 'https://github.com/acme/payment-service/actions/runs/77',
        conclusion: 'failure',
      },
    });
    const [run] = await untilShown<{ id: string }>(
      `/runs?${of}&outcome=failure`,
      items => items.length === 1,
    );
    expect(await portal.ask(`/runs/${run.id}/rerun`, 'post')).toEqual({
      status: 202,
      body: undefined,
    });
    expect(forwarded).toEqual([
      'rerun-failed-jobs 77 Bearer ghp_of_the_portal',
    ]);

    github.use(
      http.post(`${api}/actions/runs/:id/:action`, () =>
        HttpResponse.json(
          { message: 'Resource not accessible by personal access token' },
          { status: 403 },
        ),
      ),
    );
    const refused = await portal.ask(`/runs/${run.id}/rerun`, 'post');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'GitHub does not let the portal start runs again',
    );
  });
});
