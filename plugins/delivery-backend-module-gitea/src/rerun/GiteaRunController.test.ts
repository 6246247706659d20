import type { Run } from '@atrium/plugin-delivery-common';
import { parseGiteaRepository } from '../client/GiteaRepository';
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
  const client = {
    findRepository: (url: string) => parseGiteaRepository(url, host),
    hasCredentials: jest.fn(),
    request: jest.fn(),
    post: jest.fn(),
  };
  const controller = new GiteaRunController(client);

  beforeEach(() => {
    jest.resetAllMocks();
    client.hasCredentials.mockReturnValue(true);
    client.request.mockResolvedValue({ body: { head_sha: 'abc' } });
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
    client.hasCredentials.mockReturnValue(false);
    expect(controller.canRerun(run)).toBe(false);
  });

  it('starts it by the number of its page', async () => {
    await controller.rerun(run);
    expect(client.post).toHaveBeenCalledWith(
      expect.objectContaining({ fullName: 'acme/shop', source: host }),
      '/actions/runs/7/rerun',
    );
  });

  it('does not start the run of another commit', async () => {
    client.request.mockResolvedValue({ body: { head_sha: 'def' } });
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(client.post).not.toHaveBeenCalled();
  });

  it.each([
    [401, 'NotAllowedError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
  ])('translates the refusal %s to %s', async (statusCode, name) => {
    const refusal = { name: 'ResponseError', message: 'No', statusCode };
    client.post.mockRejectedValue(Object.assign(new Error('No'), refusal));
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name,
      message: expect.stringContaining('acme/shop/actions/runs/7'),
    });
  });
});
