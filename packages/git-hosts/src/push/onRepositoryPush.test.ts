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
      before: 'a'.repeat(40),
      after: 'b'.repeat(40),
      total_commits: 70,
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
        isNewBranch: false,
        isDeleted: false,
        totalCommits: 70,
        commits: [
          {
            id: 'c1',
            addedPaths: ['a.md'],
            modifiedPaths: ['b.md'],
            removedPaths: [],
          },
          {
            id: 'c2',
            addedPaths: [],
            modifiedPaths: [],
            removedPaths: ['a.md'],
          },
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
        isNewBranch: false,
        isDeleted: false,
        pushedBy: 'octocat',
        commits: [
          {
            id: 'c1',
            url,
            addedPaths: ['a.md'],
            modifiedPaths: [],
            removedPaths: [],
          },
        ],
      },
    ]);
  });

  it('takes a branch that was made or deleted, without commits', async () => {
    await receive('gitea.push', {
      ref: 'refs/heads/main',
      before: '0'.repeat(40),
      after: 'b'.repeat(40),
      commits: null,
      repository: { html_url: 'https://git.acme.example/acme/ledger' },
    });
    await receive('gitea.push', {
      ref: 'refs/heads/main',
      before: 'b'.repeat(40),
      after: '0'.repeat(40),
      repository: { html_url: 'https://git.acme.example/acme/ledger' },
    });

    expect(pushes).toMatchObject([
      { branch: 'main', commits: [], isNewBranch: true, isDeleted: false },
      { branch: 'main', commits: [], isNewBranch: false, isDeleted: true },
    ]);
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
