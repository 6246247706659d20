import { eventually, freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import { GithubHost } from '../__testUtils__/github/GithubHost';
import {
  dependabot,
  dependabotRun,
  deployment,
  deploymentStatus,
  issue,
  pullRequest,
  release,
  review,
  webhooks,
  workflow,
  workflowJob,
  workflowRun,
} from '../__testUtils__/payloads';
import { startPortal } from '../__testUtils__/startPortal';

const of = 'entityRef=component:default/payment-service';
const repository = '/repos/acme/payment-service';

const lists = {
  runs: [
    { ...workflowRun, id: 3, created_at: '2026-11-25T10:00:05Z' },
    {
      ...workflowRun,
      id: 2,
      name: 'Build 1.4.2',
      created_at: '2026-11-24T10:00:05Z',
    },
    { ...dependabotRun, id: 1, created_at: '2026-11-23T10:00:05Z' },
  ],
  workflows: [dependabot, workflow],
  jobs: [workflowJob],
  deployments: [deployment],
  statuses: [
    deploymentStatus,
    { ...deploymentStatus, id: 1, state: 'in_progress' },
  ],
  pulls: [pullRequest],
  commits: [{ commit: { author: { date: '2026-11-23T08:00:00Z' } } }],
  reviews: [review],
  issues: [
    { ...issue, labels: [{ name: 'incident' }] },
    { ...issue, id: 42, pull_request: { url: 'https://api.github.com' } },
  ],
  releases: [release],
};

describe('polling GitHub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let host: GithubHost;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    // An hour after what the payloads tell.
    freezeTime('2026-11-25T13:00:00Z');
    host = await GithubHost.start();
    await host.set({ lists, pageSize: 2 });
    portal = await startPortal({
      databases,
      apiBaseUrl: host.url,
      github: {
        polling: {
          enabled: true,
          repositories: ['acme/*'],
        },
      },
    });
  });

  afterAll(async () => {
    jest.useRealTimers();
    await host?.stop();
  });

  async function poll(): Promise<string[]> {
    await portal.runTask('delivery-github-poll');
    return host.takeRequests();
  }

  async function countOf(path: string): Promise<number> {
    const { body } = await portal.ask(`${path}?${of}`);
    return body.items.length;
  }

  it('tells the whole history on the first poll, page by page', async () => {
    expect(await poll()).toEqual([
      `GET ${repository}/actions/runs 200`,
      `GET ${repository}/actions/workflows 200`,
      `GET ${repository}/actions/runs/3/attempts/1/jobs 200`,
      `GET ${repository}/actions/runs/2/attempts/1/jobs 200`,
      `GET ${repository}/actions/runs?page=2 200`,
      `GET ${repository}/actions/workflows 200`,
      `GET ${repository}/actions/runs/1/attempts/1/jobs 200`,
      `GET ${repository}/deployments 200`,
      `GET ${repository}/deployments/145988746/statuses 200`,
      `GET ${repository}/pulls 200`,
      `GET ${repository}/pulls/42/commits 200`,
      `GET ${repository}/pulls/42/reviews 200`,
      `GET ${repository}/issues 200`,
      `GET ${repository}/releases 200`,
    ]);
    const { body: runs } = await portal.ask(`/runs?${of}`);
    expect(runs.items).toMatchObject([
      // Both are told to have started at the same time.
      { pipeline: 'build' },
      { pipeline: 'build' },
      { runId: 'actions/runs/1/attempts/1', pipeline: 'Dependabot Updates' },
    ]);
    const { body: changes } = await portal.ask(`/changes?${of}`);
    expect(changes.items).toMatchObject([
      {
        state: 'merged',
        firstCommitAt: '2026-11-23T08:00:00.000Z',
        firstReviewedAt: '2026-11-24T15:20:38.000Z',
      },
    ]);
    const { body: deployments } = await portal.ask(`/deployments?${of}`);
    expect(deployments.items).toMatchObject([
      { kind: 'deployed', at: '2026-11-25T10:06:02.000Z' },
    ]);
    expect(await countOf('/incidents')).toBe(1);
    expect(await countOf('/tickets')).toBe(1);
  });

  it('asks each list once when nothing has changed, which costs nothing', async () => {
    expect(await poll()).toEqual([
      `GET ${repository}/actions/runs 304`,
      `GET ${repository}/deployments 304`,
      `GET ${repository}/pulls 304`,
      `GET ${repository}/issues 304`,
      `GET ${repository}/releases 304`,
    ]);
  });

  it('stores once what a webhook tells as well', async () => {
    const count = async () => {
      const { body } = await portal.ask('/ingest');
      return body.counts.find(({ type }: { type: string }) =>
        type.startsWith('dev.cdevents.service.deployed'),
      );
    };
    expect(await count()).toMatchObject({ accepted: 1, duplicates: 0 });
    await portal.sendWebhook('deployment_status', webhooks.deployment_status);
    // Webhooks are worked off after the answer.
    const after = await eventually(count, ({ duplicates }) => duplicates > 0);
    expect(after).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  it('reads only what is new', async () => {
    await host.set({
      lists: {
        ...lists,
        runs: [
          {
            ...workflowRun,
            id: 4,
            created_at: '2026-11-25T12:00:00Z',
            run_started_at: '2026-11-25T12:00:00Z',
            updated_at: '2026-11-25T12:03:00Z',
          },
          ...lists.runs,
        ],
      },
    });
    expect((await poll()).slice(0, 4)).toEqual([
      `GET ${repository}/actions/runs 200`,
      `GET ${repository}/actions/workflows 200`,
      `GET ${repository}/actions/runs/4/attempts/1/jobs 200`,
      `GET ${repository}/deployments 304`,
    ]);
    expect(await countOf('/runs')).toBe(4);
  });

  it('leaves the last part of the rate limit to others', async () => {
    await host.set({ remaining: 499 });
    expect(await poll()).toEqual([`GET ${repository}/actions/runs 304`]);
    expect(await poll()).toEqual([]);
  });
});
