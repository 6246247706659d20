import type {
  Issue,
  PullRequest,
  Release,
  RepositoryClient,
} from '@atrium/git-hosts';
import { createPlanningResources } from './createPlanningResources';

const repository = {
  fullName: 'Acme/shop',
  url: 'https://git.acme.example/acme/shop',
  source: 'https://git.acme.example',
};
const pullRequest: PullRequest = {
  id: 7,
  number: 3,
  title: 'Refund twice at most',
  html_url: `${repository.url}/pulls/3`,
  user: { login: 'priya' },
  base: { ref: 'main' },
  created_at: '2026-11-23T08:00:00Z',
  updated_at: '2026-11-24T09:00:00Z',
  closed_at: '2026-11-24T09:00:00Z',
  merged_at: '2026-11-24T09:00:00Z',
  merge_commit_sha: 'c0ffee',
};
const issue: Issue = {
  id: 11,
  number: 4,
  title: 'Checkout is down',
  html_url: `${repository.url}/issues/4`,
  labels: ['outage'],
  user: { login: 'jonas' },
  created_at: '2026-11-25T07:00:00Z',
  updated_at: '2026-11-25T07:00:00Z',
  closed_at: undefined,
};
const release: Release = {
  id: 12,
  tag_name: 'v2.0.0',
  target_commitish: 'main',
  draft: false,
  html_url: `${repository.url}/releases/12`,
  author: { login: 'priya' },
  published_at: '2026-11-26T12:00:00Z',
};

function pageOf<T>(...items: T[]) {
  return async () => ({ items, isUnchanged: false });
}

const client = {
  listPullRequests: pageOf(pullRequest, {
    ...pullRequest,
    id: 8,
    merged_at: undefined,
  }),
  listIssues: pageOf(issue),
  listReleases: pageOf(release, { ...release, published_at: undefined }),
  findFirstCommitAt: async () => '2026-11-22T10:00:00Z',
  listReviews: async () => [
    { id: 9, user: { login: 'jonas' }, submitted_at: '2026-11-24T08:00:00Z' },
  ],
  listChangedFiles: async () => ['apps/web/App.tsx', 'apps/api/main.go'],
} as Partial<RepositoryClient> as RepositoryClient;

async function readPages() {
  const resources = createPlanningResources({
    hostId: 'gitea',
    incidentLabels: ['Outage'],
    sink: {
      ingest: jest.fn(),
      isShared: async () => true,
      hasOpenIncident: jest.fn(),
    },
    ingest: jest.fn(),
  });
  const pages = await Promise.all(
    resources.map(async ({ name, readPage }) => {
      const page = await readPage(
        { client, repository },
        { since: new Date(0) },
      );
      return [name, page.items] as const;
    }),
  );
  return Object.fromEntries(pages);
}

describe('createPlanningResources', () => {
  it('reads pull requests, and asks what a merged one does not say', async () => {
    const { pulls } = await readPages();
    expect(pulls[0].changedAt).toBe(Date.UTC(2026, 10, 24, 9));
    expect(pulls[0].events.map(({ id }) => id)).toEqual([
      'pulls/7/created',
      'pulls/7/merged',
    ]);
    expect(pulls[0].more?.key).toBe('pulls/7');
    const details = await pulls[0].more?.read();
    expect(details?.events).toMatchObject([
      {
        id: 'pulls/7/first-commit',
        data: {
          customData: {
            atrium: {
              firstCommitAt: '2026-11-22T10:00:00Z',
              paths: ['apps/web/App.tsx', 'apps/api/main.go'],
            },
          },
        },
      },
      { id: 'pulls/7/reviews/9' },
    ]);
    expect(pulls[1].more).toBeUndefined();
  });

  it('reads issues, of which some are incidents, and releases that are out', async () => {
    const { issues, releases } = await readPages();
    expect(issues.map(({ events }) => events.map(({ id }) => id))).toEqual([
      ['issues/11/created', 'incidents/11/detected'],
    ]);
    expect(releases).toMatchObject([
      {
        changedAt: Date.UTC(2026, 10, 26, 12),
        events: [{ id: 'pkg:gitea/acme/shop@v2.0.0/releases/12/published' }],
      },
    ]);
  });
});
