import { GitHosts } from '@atrium/git-hosts';
import type { Run } from '@atrium/plugin-delivery-common';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GiteaRunController } from './GiteaRunController';

const host = 'http://localhost:3000/git';
const run: Run = {
  id: '0',
  runId: 'acme/shop/runs/7',
  source: host,
  pipeline: 'ci',
  status: 'finished',
  outcome: 'success',
  commit: 'abc',
  repository: 'localhost:3000/git/acme/shop',
  url: `${host}/acme/shop/actions/runs/7`,
  updatedAt: '2026-11-25T10:04:31Z',
};

describe('GiteaRunController', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const api = `${host}/api/v1/repos/acme/shop/actions/runs/7`;
  const started = jest.fn();
  const create = (password?: string) =>
    new GiteaRunController(
      GitHosts.fromConfig(
        new ConfigReader({
          integrations: {
            gitea: [{ host: 'localhost:3000', baseUrl: host, password }],
          },
        }),
      ).gitea,
    );
  const controller = create('secret');

  beforeEach(() => {
    jest.resetAllMocks();
    server.use(
      http.get(api, () => HttpResponse.json({ head_sha: 'abc' })),
      http.post(`${api}/rerun`, () => {
        started();
        return HttpResponse.json({}, { status: 201 });
      }),
    );
  });

  it.each<[string, Partial<Run>, boolean]>([
    ['whoever told about it', {}, true],
    ['the page of a job of it', { url: `${run.url}/jobs/1#step` }, true],
    ['no page', { url: undefined }, false],
    ['another page', { url: `${host}/acme/shop/pulls/7` }, false],
    ['the run of another repository', { repository: 'acme/other' }, false],
    ['no repository', { repository: undefined }, false],
    [
      'another host',
      { url: 'http://evil.example/acme/shop/actions/runs/7' },
      false,
    ],
    ['a way out', { url: `${host}/acme/../actions/runs/7` }, false],
  ])('says whether it starts a run again: %s', (_what, changed, expected) => {
    expect(controller.canRerun({ ...run, ...changed })).toBe(expected);
  });

  it('does not offer it without credentials', () => {
    expect(create().canRerun(run)).toBe(false);
  });

  it('starts it by the number of its page', async () => {
    await controller.rerun(run);
    expect(started).toHaveBeenCalledTimes(1);
  });

  it('does not start the run of another commit', async () => {
    server.use(http.get(api, () => HttpResponse.json({ head_sha: 'def' })));
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(started).not.toHaveBeenCalled();
  });

  it.each([
    [401, 'NotAllowedError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
  ])('translates the refusal %s to %s', async (status, name) => {
    server.use(
      http.post(`${api}/rerun`, () =>
        HttpResponse.json({ message: 'No' }, { status }),
      ),
    );
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name,
      message: expect.stringContaining('acme/shop/actions/runs/7'),
    });
  });
});
