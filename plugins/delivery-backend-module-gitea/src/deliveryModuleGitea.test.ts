import { eventually, freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  commit,
  commits,
  issue,
  pullRequest,
  release,
  repository,
  reviews,
  waitingRun,
  workflowJob,
  workflowRun,
} from './__testUtils__/payloads';
import { startPortal } from './__testUtils__/startPortal';

const origin = 'https://git.acme.example';
const api = `${origin}/api/v1/repos/acme/payment-service`;
const of = 'entityRef=component:default/payment-service';
const olderRun = {
  ...workflowRun,
  id: 794,
  html_url: `${origin}/acme/payment-service/actions/runs/794`,
  created_at: '2026-11-24T10:00:00Z',
  started_at: '2026-11-24T10:00:00Z',
  completed_at: '2026-11-24T10:03:00Z',
  conclusion: 'success',
};

describe('deliveryModuleGitea', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const asked: string[] = [];
  const server = setupServer();
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let runs: object[] = [workflowRun];

  beforeAll(async () => {
    // An hour after what the payloads tell.
    freezeTime('2026-11-25T13:00:00Z');
    server.listen({
      onUnhandledRequest({ url }, print) {
        if (new URL(url).hostname !== '127.0.0.1') {
          print.error();
        }
      },
    });
    server.events.on('request:start', ({ request }) => {
      if (request.url.startsWith(api)) {
        const { pathname, search } = new URL(request.url);
        asked.push(pathname.replace(/^.*payment-service/, '') + search);
      }
    });
    server.use(
      http.get(`${api}/actions/runs`, ({ request }) => {
        // Two a page.
        const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
        const link = `<${api}/actions/runs?limit=50&page=${
          page + 1
        }>; rel="next"`;
        return HttpResponse.json(
          {
            total_count: runs.length,
            workflow_runs: runs.slice(page * 2 - 2, page * 2),
          },
          page * 2 < runs.length ? { headers: { link } } : undefined,
        );
      }),
      http.get(`${api}/actions/runs/:run/jobs`, ({ params }) =>
        HttpResponse.json({
          total_count: 1,
          jobs: params.run === '795' ? [workflowJob] : [],
        }),
      ),
      http.get(`${api}/actions/runs/:run`, () =>
        HttpResponse.json(workflowRun),
      ),
      http.get(`${api}/pulls`, () => HttpResponse.json([pullRequest])),
      http.get(`${api}/pulls/42/commits`, () => HttpResponse.json(commits)),
      http.get(`${api}/pulls/42/reviews`, () => HttpResponse.json(reviews)),
      http.get(`${api}/issues`, () => HttpResponse.json([issue])),
      http.get(`${api}/releases`, () => HttpResponse.json([release])),
    );
    portal = await startPortal({
      databases,
      gitea: { polling: { enabled: true } },
    });
  });

  afterAll(() => {
    server.close();
    jest.useRealTimers();
  });

  const list = async (name: string) =>
    (await portal.ask(`/${name}?${of}`)).body.items;

  it('tells the history of a repository on the first poll', async () => {
    runs = [waitingRun, workflowRun, olderRun];
    await portal.poll();

    expect(await list('runs')).toMatchObject([
      {
        pipeline: 'build.yaml',
        branch: 'main',
        commit,
        actor: 'priya',
        trigger: 'push',
        outcome: 'failure',
        queuedAt: '2026-11-25T10:00:00.000Z',
        durationSeconds: 240,
        url: workflowRun.html_url,
      },
      { outcome: 'success', durationSeconds: 180 },
    ]);
    expect(await list('changes')).toMatchObject([
      {
        state: 'merged',
        number: '42',
        commit,
        firstCommitAt: '2026-11-23T15:00:00.000Z',
        firstReviewedAt: '2026-11-24T15:00:00.000Z',
        mergedAt: '2026-11-25T09:00:00.000Z',
      },
    ]);
    expect(await list('incidents')).toMatchObject([
      {
        description: 'Payments are declined',
        tier: 'production',
        durationSeconds: 1800,
      },
    ]);
    expect(await list('tickets')).toHaveLength(1);
    const { body } = await portal.ask('/ingest');
    expect(body.counts).toContainEqual(
      expect.objectContaining({
        source: origin,
        type: expect.stringContaining('artifact.published'),
        accepted: 1,
      }),
    );
  });

  it('shows the steps of a run, and starts it again by its number', async () => {
    const [{ id }] = await list('runs');
    const { body: run } = await portal.ask(`/runs/${id}`);
    expect(run).toMatchObject({
      canRerun: true,
      tasks: [{ task: 'unit tests', outcome: 'failure', durationSeconds: 228 }],
    });

    const started: string[] = [];
    server.use(
      http.post(`${api}/actions/runs/:run/rerun`, ({ params, request }) => {
        const authorization = request.headers.get('authorization') ?? '';
        const [, user] = authorization.split(' ');
        started.push(`${params.run} by ${Buffer.from(user, 'base64')}`);
        return HttpResponse.json(workflowRun, { status: 201 });
      }),
    );
    expect((await portal.ask(`/runs/${id}/rerun`, 'post')).status).toBe(202);
    expect(started).toEqual(['795 by portal:secret']);
  });

  it('looks again only at what has changed or is not over', async () => {
    asked.length = 0;
    runs = [
      {
        ...waitingRun,
        status: 'in_progress',
        started_at: '2026-11-25T12:00:00Z',
      },
      workflowRun,
      olderRun,
    ];
    await portal.poll();
    expect(asked.slice(0, 2)).toEqual([
      '/actions/runs?limit=50',
      '/actions/runs?limit=50&page=2',
    ]);
    expect(asked).toContain(
      '/issues?state=all&type=issues&since=2026-11-25T10:40:00.000Z&limit=50',
    );
    expect(asked).not.toContain('/actions/runs/795/jobs?limit=50');
    const [newest] = await list('runs');
    expect(newest).toMatchObject({ status: 'running' });
  });

  it('stores once what a webhook tells as well, and what it alone tells', async () => {
    await portal.publish('gitea.workflow_run', {
      action: 'completed',
      repository,
      workflow_run: workflowRun,
    });
    await portal.publish('gitea.workflow_job', {
      action: 'completed',
      repository,
      workflow_job: workflowJob,
    });
    await portal.publish('gitea.pull_request', {
      action: 'closed',
      number: 42,
      repository,
      pull_request: pullRequest,
    });
    await portal.publish('gitea.release', { repository, release });
    await portal.publish('gitea.issues', {
      action: 'opened',
      repository,
      issue: { ...issue, id: 78, number: 44, labels: [], closed_at: null },
    });
    const tickets = await eventually(
      () => list('tickets'),
      ({ length }) => length === 2,
    );
    expect(tickets).toMatchObject([{ state: 'open' }, { state: 'closed' }]);
    expect(await list('runs')).toHaveLength(3);
    expect(await list('changes')).toHaveLength(1);
    expect(await list('incidents')).toHaveLength(1);
  });

  const publishIssue = (action: string, changed: object) =>
    portal.publish('gitea.issues', {
      action,
      repository,
      issue: { ...issue, state: 'open', closed_at: null, ...changed },
    });
  const until = (name: string, field: string, value: unknown) =>
    eventually(
      async () => (await list(name))[0][field],
      found => found === value,
    );

  it('hears that an issue or pull request was opened again', async () => {
    await publishIssue('reopened', { updated_at: '2026-11-25T11:00:00Z' });
    await until('incidents', 'resolvedAt', undefined);

    const publish = (action: string, changed: object) =>
      portal.publish('gitea.pull_request', {
        action,
        repository,
        pull_request: {
          ...pullRequest,
          id: 302,
          number: 45,
          state: 'open',
          merged: false,
          merged_at: null,
          closed_at: null,
          created_at: '2026-11-25T11:00:00Z',
          ...changed,
        },
      });
    await publish('closed', {
      state: 'closed',
      closed_at: '2026-11-25T11:10:00Z',
      updated_at: '2026-11-25T11:10:00Z',
    });
    await until('changes', 'state', 'abandoned');
    await publish('reopened', { updated_at: '2026-11-25T11:20:00Z' });
    await until('changes', 'state', 'open');
    expect(await list('changes')).toMatchObject([
      { number: '45', state: 'open' },
      { number: '42', state: 'merged' },
    ]);
  });

  it('takes an incident for resolved once it has lost the label', async () => {
    const bug = { id: 2, name: 'bug' };
    await publishIssue('label_updated', {
      labels: [bug],
      updated_at: '2026-11-25T11:30:00Z',
    });
    await until('incidents', 'resolvedAt', '2026-11-25T11:30:00.000Z');
    await publishIssue('label_updated', {
      title: 'Labelled once more',
      labels: [bug, { id: 3, name: 'ui' }],
      updated_at: '2026-11-25T11:40:00Z',
    });
    const tickets = await eventually(
      () => list('tickets'),
      items => JSON.stringify(items).includes('Labelled once more'),
    );
    expect(tickets).toContainEqual(
      expect.objectContaining({ number: '43', state: 'open' }),
    );
    // What comes later does not move the end.
    expect(await list('incidents')).toMatchObject([
      { resolvedAt: '2026-11-25T11:30:00.000Z' },
    ]);

    await publishIssue('label_updated', { updated_at: '2026-11-25T11:50:00Z' });
    await until('incidents', 'resolvedAt', undefined);
    await publishIssue('label_cleared', { updated_at: '2026-11-25T12:00:00Z' });
    await until('incidents', 'resolvedAt', '2026-11-25T12:00:00.000Z');
  });

  it('ends an incident with its issue where nothing told of the label', async () => {
    await publishIssue('label_updated', { updated_at: '2026-11-25T12:10:00Z' });
    await until('incidents', 'resolvedAt', undefined);
    await publishIssue('closed', {
      labels: [],
      state: 'closed',
      closed_at: '2026-11-25T12:20:00Z',
      updated_at: '2026-11-25T12:20:01Z',
    });
    await until('incidents', 'resolvedAt', '2026-11-25T12:20:00.000Z');
    expect(await list('incidents')).toHaveLength(1);
  });

  it('makes no incident of an issue that never was one', async () => {
    await publishIssue('label_updated', {
      id: 79,
      number: 46,
      labels: [{ id: 2, name: 'bug' }],
      created_at: '2026-11-25T12:00:00Z',
      updated_at: '2026-11-25T12:30:00Z',
    });
    await until('tickets', 'number', '46');
    expect(await list('incidents')).toHaveLength(1);
  });
});
