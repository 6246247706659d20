import { GitHosts } from '@atrium/git-hosts';
import type { Run } from '@atrium/plugin-delivery-common';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubRunController } from './GithubRunController';

const run: Run = {
  id: '0',
  runId: 'actions/runs/77/attempts/2',
  source: 'https://github.com',
  pipeline: 'build',
  status: 'finished',
  outcome: 'success',
  repository: 'github.com/acme/payment-service',
  url: 'https://github.com/acme/payment-service/actions/runs/77/attempts/2',
  updatedAt: '2026-11-25T10:04:31Z',
};

describe('GithubRunController', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const api =
    'https://api.github.com/repos/acme/payment-service/actions/runs/77';
  const controller = new GithubRunController(
    GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            { host: 'github.com', token: 'ghp_1' },
            { host: 'ghe.acme.example' },
          ],
        },
      }),
    ).github,
  );

  it.each<[string, Partial<Run>, boolean]>([
    ['a run of GitHub Actions', {}, true],
    ['a run of another system', { runId: 'build/77' }, false],
    ['a run without page', { url: undefined }, false],
    [
      'a page of another repository than the event named',
      { repository: 'github.com/strangers/toy' },
      false,
    ],
    [
      'a run whose page is elsewhere',
      { url: 'https://github.com.evil.example/acme/shop/actions/runs/77' },
      false,
    ],
    [
      'a host without credentials',
      {
        source: 'https://ghe.acme.example',
        url: 'https://ghe.acme.example/acme/shop/actions/runs/77',
      },
      false,
    ],
  ])('says whether it starts again: %s', (_what, changed, expected) => {
    expect(controller.canRerun({ ...run, ...changed })).toBe(expected);
  });

  it.each<[Run['outcome'], string]>([
    ['success', 'rerun'],
    ['cancelled', 'rerun'],
    ['failure', 'rerun-failed-jobs'],
  ])('starts again what ended in %s', async (outcome, action) => {
    const started: unknown[] = [];
    server.use(
      http.post(`${api}/:action`, ({ params }) => {
        started.push(params.action);
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    await controller.rerun({ ...run, outcome });
    expect(started).toEqual([action]);
  });

  it.each([
    [401, 'NotAllowedError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [422, 'ConflictError'],
  ])('translates the refusal %s to %s', async (status, name) => {
    server.use(
      http.post(`${api}/rerun`, () =>
        HttpResponse.json({ message: 'No' }, { status }),
      ),
    );
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name,
      message: expect.stringContaining('acme/payment-service, run 77'),
    });
  });

  it('passes on what is no refusal', async () => {
    server.use(http.post(`${api}/rerun`, () => HttpResponse.error()));
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('was not answered'),
    });
  });
});
