import type { Run } from '@atrium/plugin-delivery-common';
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
  const client = { hasCredentials: jest.fn(), request: jest.fn() };
  const controller = new GithubRunController(client);

  beforeEach(() => {
    jest.resetAllMocks();
    client.hasCredentials.mockImplementation(
      url => url === 'https://github.com',
    );
  });

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
    ['success', '/actions/runs/77/rerun'],
    ['cancelled', '/actions/runs/77/rerun'],
    ['failure', '/actions/runs/77/rerun-failed-jobs'],
  ])('starts again what ended in %s', async (outcome, path) => {
    await controller.rerun({ ...run, outcome });
    expect(client.request).toHaveBeenCalledWith(
      expect.objectContaining({ fullName: 'acme/payment-service' }),
      path,
      { method: 'POST' },
    );
  });

  it.each([
    [401, 'NotAllowedError'],
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [422, 'ConflictError'],
  ])('translates the refusal %s to %s', async (statusCode, name) => {
    const refusal = Object.assign(new Error('No'), {
      name: 'ResponseError',
      statusCode,
    });
    client.request.mockRejectedValue(refusal);
    await expect(controller.rerun(run)).rejects.toMatchObject({
      name,
      message: expect.stringContaining('acme/payment-service, run 77'),
    });
  });

  it('passes on what is no refusal', async () => {
    client.request.mockRejectedValue(new Error('Connection lost'));
    await expect(controller.rerun(run)).rejects.toThrow('Connection lost');
  });
});
