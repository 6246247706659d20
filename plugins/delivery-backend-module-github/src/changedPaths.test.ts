import { GitHosts } from '@atrium/git-hosts';
import type { CloudEvent } from '@atrium/plugin-delivery-common';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  pullRequest,
  webhooks,
  workflow,
  workflowRun,
} from './__testUtils__/payloads';
import { createGithubResources } from './polling/createGithubResources';
import { GithubWebhookHandler } from './webhooks/GithubWebhookHandler';

const files = [
  { filename: 'apps/web/App.tsx', status: 'modified' },
  { filename: 'apps/api/main.go', status: 'added' },
];
const paths = ['apps/web/App.tsx', 'apps/api/main.go'];

const api = 'https://api.github.com/repos/acme/payment-service';

function pathsOf(events: CloudEvent[]): [string, string[]][] {
  return events.flatMap(({ id, data }) => {
    const { customData } = data as {
      customData?: { atrium?: { paths?: string[] } };
    };
    const told = customData?.atrium?.paths;
    return told ? [[id, told] as [string, string[]]] : [];
  });
}

describe('what a run or change touches', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const { github } = GitHosts.fromConfig(new ConfigReader({}));
  const ask = jest.fn(async (path: string): Promise<unknown> => {
    if (/^\/commits\/[^/?]+$/.test(path)) {
      return { files };
    }
    if (path.includes('/pulls/') && path.includes('/commits')) {
      return [{ commit: { author: { date: '2026-11-23T08:00:00Z' } } }];
    }
    if (path.startsWith('/actions/runs?')) {
      return { workflow_runs: [workflowRun] };
    }
    if (path.startsWith('/actions/workflows?')) {
      return { workflows: [workflow] };
    }
    return path.includes('/jobs') ? { jobs: [] } : [];
  });
  const told: CloudEvent[] = [];
  const isShared = jest.fn(async () => true);
  const context = {
    hostId: 'github',
    incidentLabels: [],
    sink: { ingest: jest.fn(), isShared, hasOpenIncident: jest.fn() },
    async ingest(events: CloudEvent[]) {
      told.push(...events);
    },
  };
  let handler: GithubWebhookHandler;

  beforeEach(() => {
    told.length = 0;
    jest.clearAllMocks();
    server.use(
      http.get(`${api}/*`, async ({ request }) =>
        HttpResponse.json((await ask(request.url.slice(api.length))) as object),
      ),
    );
    handler = new GithubWebhookHandler({
      ...context,
      open: repository => github.open(repository),
      logger: mockServices.logger.mock(),
    });
  });

  const publish = (event: string, eventPayload: object) =>
    handler.onEvent({ topic: `github.${event}`, eventPayload });
  const runId = `actions/runs/${workflowRun.id}/attempts/1`;

  it('is asked for once where components share the repository, and told with the run', async () => {
    await publish('workflow_run', webhooks.workflow_run);
    expect(pathsOf(told)).toEqual([[`${runId}/paths`, paths]]);
    expect(told.at(0)?.id).toMatch(/paths$/);
    await publish('workflow_run', webhooks.workflow_run);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is told of merges and pushes', async () => {
    await publish('pull_request', webhooks.pull_request);
    expect(pathsOf(told)).toEqual([
      [`pulls/${pullRequest.id}/first-commit`, paths],
    ]);

    told.length = 0;
    const [first, ...others] = webhooks.push.commits;
    await publish('push', {
      ...webhooks.push,
      commits: [
        { ...first, added: ['a/new.ts'], modified: ['b/old.ts'] },
        ...others.map(one => ({ ...one, removed: ['c/gone.ts'] })),
      ],
    });
    expect(pathsOf(told).at(0)?.[1]).toEqual(
      expect.arrayContaining(['a/new.ts', 'b/old.ts']),
    );
  });

  it('is not asked for elsewhere, and left out where GitHub does not say it', async () => {
    isShared.mockResolvedValueOnce(false);
    await publish('workflow_run', webhooks.workflow_run);
    expect(ask).not.toHaveBeenCalled();
    ask.mockRejectedValueOnce(new Error('No'));
    await publish('workflow_run', webhooks.workflow_run);
    expect(pathsOf(told)).toEqual([]);
    expect(told).not.toHaveLength(0);
  });

  it('is left out where a commit changed more than an event may name', async () => {
    ask.mockResolvedValueOnce({
      files: Array.from({ length: 300 }, (_, n) => ({ filename: `f${n}` })),
    });
    await publish('workflow_run', webhooks.workflow_run);
    expect(pathsOf(told)).toEqual([]);
  });

  it('is asked for by polling as well', async () => {
    const place = {
      fullName: 'acme/payment-service',
      url: 'https://github.com/acme/payment-service',
      source: 'https://github.com',
    };
    const [runs] = createGithubResources(context.sink);
    const polled = { client: github.open(place), repository: place };
    const page = { since: new Date(0) };
    const [run] = (await runs.readPage(polled, page)).items;
    expect(pathsOf((await run.more?.read())?.events ?? [])).toEqual([
      [`${runId}/paths`, paths],
    ]);
  });
});
