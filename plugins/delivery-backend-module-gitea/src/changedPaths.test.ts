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
  commit,
  commits,
  pullRequest,
  repository,
  reviews,
  workflowRun,
} from './__testUtils__/payloads';
import { createRunResource } from './polling/createRunResource';
import { GiteaWebhookHandler } from './webhooks/GiteaWebhookHandler';

const place = {
  fullName: 'acme/payment-service',
  url: 'https://git.acme.example/acme/payment-service',
  source: 'https://git.acme.example',
};

const answers: Record<string, unknown> = {
  [`/git/commits/${commit}?stat=false&verification=false&files=true`]: {
    sha: commit,
    files: [
      { filename: 'apps/web/App.tsx', status: 'modified' },
      { filename: 'apps/api/main.go', status: 'added' },
    ],
  },
  '/pulls/42/commits?limit=50&verification=false&files=false': commits,
  '/pulls/42/reviews?limit=50': reviews,
  '/actions/runs/795/jobs?limit=50': { jobs: [] },
  '/actions/runs?limit=50': { workflow_runs: [workflowRun] },
};
const api = 'https://git.acme.example/api/v1/repos/acme/payment-service';

function pathsOf(events: CloudEvent[]): [string, string[]][] {
  return events.flatMap(({ id, data }) => {
    const { customData } = data as {
      customData?: { atrium?: { paths?: string[] } };
    };
    const paths = customData?.atrium?.paths;
    return paths ? [[id, paths] as [string, string[]]] : [];
  });
}

describe('what a run or change touches', () => {
  const paths = ['apps/web/App.tsx', 'apps/api/main.go'];
  const server = setupServer();
  registerMswTestHooks(server);
  const ask = jest.fn(async (path: string) => answers[path]);
  const { gitea } = GitHosts.fromConfig(
    new ConfigReader({
      integrations: { gitea: [{ host: 'git.acme.example' }] },
    }),
  );
  const told: CloudEvent[] = [];
  const isShared = jest.fn(async () => true);
  const context = {
    hostId: 'gitea',
    incidentLabels: [],
    sink: { ingest: jest.fn(), isShared, hasOpenIncident: jest.fn() },
    async ingest(events: CloudEvent[]) {
      told.push(...events);
    },
  };
  const handler = new GiteaWebhookHandler({
    ...context,
    host: gitea,
    logger: mockServices.logger.mock(),
  });

  beforeEach(() => {
    told.length = 0;
    jest.clearAllMocks();
    server.use(
      http.get(`${api}/*`, async ({ request }) =>
        HttpResponse.json((await ask(request.url.slice(api.length))) as object),
      ),
    );
  });

  const publish = (topic: string, eventPayload: object) =>
    handler.onEvent({ topic, eventPayload });

  it('is asked for where components share the repository, and told with the run', async () => {
    const payload = { repository, workflow_run: workflowRun };
    await publish('gitea.workflow_run', payload);
    expect(pathsOf(told)).toEqual([
      ['actions/runs/795/attempts/1/paths', paths],
    ]);
    expect(told.at(0)?.id).toMatch(/paths$/);

    told.length = 0;
    await publish('gitea.pull_request', {
      repository,
      pull_request: pullRequest,
    });
    expect(pathsOf(told)).toEqual([['pulls/301/first-commit', paths]]);
  });

  it('is not asked for elsewhere', async () => {
    isShared.mockResolvedValueOnce(false);
    await publish('gitea.workflow_run', {
      repository,
      workflow_run: workflowRun,
    });
    expect(ask).not.toHaveBeenCalled();
    expect(told).not.toHaveLength(0);
  });

  it('is left out where Gitea does not say it', async () => {
    ask.mockRejectedValueOnce(new Error('No'));
    await publish('gitea.workflow_run', {
      repository,
      workflow_run: workflowRun,
    });
    expect(pathsOf(told)).toEqual([]);
    expect(told).not.toHaveLength(0);
  });

  it('is asked for by polling as well', async () => {
    const runs = createRunResource(context.sink);
    const polled = { client: gitea.open(place), repository: place };
    const page = { since: new Date(0) };
    const [run] = (await runs.readPage(polled, page)).items;
    expect(pathsOf((await run.more?.read())?.events ?? [])).toEqual([
      ['actions/runs/795/attempts/1/paths', paths],
    ]);
  });
});
