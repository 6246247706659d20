import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GitHosts } from './GitHosts';

const server = setupServer();
registerMswTestHooks(server);

const gitHosts = GitHosts.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        { host: 'git.acme.example', username: 'atrium', password: 'secret' },
      ],
      github: [{ host: 'github.com', token: 'secret' }],
      gitlab: [{ host: 'gitlab.com', token: 'secret' }],
    },
  }),
);

const commit = 'c0ffee'.padEnd(40, '0');

async function askAbout(target: string) {
  const opened = gitHosts.openHistory(target);
  const path = [opened?.path, 'docs/a b.md'].filter(Boolean).join('/');
  return opened?.history.findLastCommit(path, {
    ref: commit,
    signal: AbortSignal.timeout(5_000),
  });
}

const giteaCommit = {
  sha: 'abc123',
  html_url: 'https://git.acme.example/acme/shop/commit/abc123',
  commit: {
    message: 'Say how refunds work\n\nLonger.',
    author: { name: 'Priya Natarajan', date: '2026-11-01T10:00:00+01:00' },
    committer: { name: 'Jonas', date: '2026-11-02T10:00:00+01:00' },
  },
};

const expected = {
  id: 'abc123',
  date: '2026-11-02T09:00:00.000Z',
  author: 'Priya Natarajan',
  message: 'Say how refunds work',
};

it('asks Gitea, below the folder that the location names', async () => {
  server.use(
    http.get(
      'https://git.acme.example/api/v1/repos/acme/shop/commits',
      ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect(searchParams.get('sha')).toBe(commit);
        expect(searchParams.get('path')).toBe('services/pay/docs/a b.md');
        expect(searchParams.get('limit')).toBe('1');
        expect(request.headers.get('authorization')).toBe(
          `basic ${Buffer.from('atrium:secret').toString('base64')}`,
        );
        return HttpResponse.json([giteaCommit]);
      },
    ),
  );
  await expect(
    askAbout(
      'https://git.acme.example/acme/shop/src/branch/main/services/pay/',
    ),
  ).resolves.toEqual({
    ...expected,
    url: 'https://git.acme.example/acme/shop/commit/abc123',
  });
});

it('asks GitHub', async () => {
  server.use(
    http.get(
      'https://api.github.com/repos/acme/shop/commits',
      ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect(searchParams.get('sha')).toBe(commit);
        expect(searchParams.get('path')).toBe('docs/a b.md');
        expect(searchParams.get('per_page')).toBe('1');
        expect(request.headers.get('authorization')).toBe('Bearer secret');
        return HttpResponse.json([{ ...giteaCommit, html_url: undefined }]);
      },
    ),
  );
  await expect(
    askAbout('https://github.com/acme/shop/tree/main/'),
  ).resolves.toEqual({ ...expected, url: undefined });
});

it('asks GitLab about a project in nested groups', async () => {
  server.use(
    http.get('https://gitlab.com/api/v4/*', ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      expect(pathname).toBe(
        '/api/v4/projects/acme%2Fweb%2Fshop/repository/commits',
      );
      expect(searchParams.get('ref_name')).toBe(commit);
      expect(searchParams.get('path')).toBe('handbook/docs/a b.md');
      return HttpResponse.json([
        {
          id: 'abc123',
          web_url: 'https://gitlab.com/acme/web/shop/-/commit/abc123',
          title: 'Say how refunds work',
          author_name: 'Priya Natarajan',
          committed_date: '2026-11-02T10:00:00+01:00',
        },
      ]);
    }),
  );
  await expect(
    askAbout('https://gitlab.com/acme/web/shop/-/tree/main/handbook'),
  ).resolves.toEqual({
    ...expected,
    url: 'https://gitlab.com/acme/web/shop/-/commit/abc123',
  });
});

it('knows nothing of a file that has no commits', async () => {
  server.use(
    http.get('https://api.github.com/repos/acme/shop/commits', () =>
      HttpResponse.json([]),
    ),
  );
  await expect(
    askAbout('https://github.com/acme/shop/tree/main/'),
  ).resolves.toBeUndefined();
});

it.each([
  ['an error', () => new HttpResponse(null, { status: 403 })],
  ['something else', () => HttpResponse.json([{ sha: 1 }])],
])('fails when the host answers with %s', async (_name, answer) => {
  server.use(
    http.get('https://api.github.com/repos/acme/shop/commits', answer),
  );
  await expect(
    askAbout('https://github.com/acme/shop/tree/main/'),
  ).rejects.toThrow();
});

it.each([
  'https://bitbucket.org/acme/shop/src/main/',
  'https://git.acme.example/acme/shop',
  'https://elsewhere.example/acme/shop/src/branch/main/',
  '/srv/docs',
])('does not ask about %s', target => {
  expect(gitHosts.openHistory(target)).toBeUndefined();
});
