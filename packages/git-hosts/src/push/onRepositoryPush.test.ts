import { mockServices } from '@backstage/backend-test-utils';
import type { EventsServiceSubscribeOptions } from '@backstage/plugin-events-node';
import { onRepositoryPush, type RepositoryPush } from './onRepositoryPush';

describe('onRepositoryPush', () => {
  const pushes: RepositoryPush[] = [];
  const events = mockServices.events.mock();
  let subscription: EventsServiceSubscribeOptions;

  beforeAll(async () => {
    events.subscribe.mockImplementation(async options => {
      subscription = options;
    });
    await onRepositoryPush({
      id: 'notes-pushes',
      events,
      logger: mockServices.logger.mock(),
      handle: async push => {
        pushes.push(push);
      },
    });
  });

  beforeEach(() => {
    pushes.length = 0;
  });

  const receive = (topic: string, eventPayload: unknown) =>
    subscription.onEvent({ topic, eventPayload });

  it('listens to both hosts in the name of the plugin', () => {
    expect(subscription).toMatchObject({
      id: 'notes-pushes',
      topics: ['gitea.push', 'github.push'],
    });
  });

  it('takes a push of Gitea, whose empty lists are null', async () => {
    await receive('gitea.push', {
      ref: 'refs/heads/feature/a',
      commits: [
        { id: 'c1', added: ['a.md'], modified: ['b.md'], removed: null },
        { id: 'c2', added: null, modified: null, removed: ['a.md'] },
      ],
      repository: {
        html_url: 'https://git.acme.example/acme/payment-service/',
        default_branch: 'main',
      },
    });

    expect(pushes).toEqual([
      {
        repositoryUrl: 'https://git.acme.example/acme/payment-service',
        branch: 'feature/a',
        isDefaultBranch: false,
        commits: [
          { id: 'c1', changedPaths: ['a.md', 'b.md'], removedPaths: [] },
          { id: 'c2', changedPaths: [], removedPaths: ['a.md'] },
        ],
      },
    ]);
  });

  it('takes a push of GitHub, with the pages of its commits', async () => {
    const url = 'https://github.com/acme/ledger/commit/c1';
    await receive('github.push', {
      ref: 'refs/heads/main',
      commits: [{ id: 'c1', url, added: ['a.md'], modified: [], removed: [] }],
      repository: {
        html_url: 'https://github.com/acme/ledger',
        default_branch: 'main',
      },
      sender: { login: 'octocat' },
    });

    expect(pushes).toEqual([
      {
        repositoryUrl: 'https://github.com/acme/ledger',
        branch: 'main',
        isDefaultBranch: true,
        pushedBy: 'octocat',
        commits: [{ id: 'c1', url, changedPaths: ['a.md'], removedPaths: [] }],
      },
    ]);
  });

  it('takes a branch that was made or deleted, without commits', async () => {
    await receive('gitea.push', {
      ref: 'refs/heads/main',
      commits: null,
      repository: { html_url: 'https://git.acme.example/acme/ledger' },
    });

    expect(pushes).toMatchObject([{ branch: 'main', commits: [] }]);
  });

  it.each([
    ['a tag', { ref: 'refs/tags/v1' }],
    [
      'a page that is no web address',
      { repository: { html_url: 'file:///a' } },
    ],
    ['commits without ids', { commits: [{}] }],
  ])('leaves out %s', async (_what, change) => {
    await receive('github.push', {
      ref: 'refs/heads/main',
      repository: { html_url: 'https://github.com/acme/ledger' },
      ...change,
    });
    await receive('github.push', 'nonsense');

    expect(pushes).toEqual([]);
  });
});
