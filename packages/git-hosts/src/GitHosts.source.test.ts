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

const sourceOf = (url: string) => {
  const opened = gitHosts.openSource(url);
  if (!opened) {
    throw new Error(`Nothing at '${url}'`);
  }
  return opened.source;
};

it.each([
  [
    'https://github.com/acme/shop/blob/mine/a.yaml',
    'https://api.github.com/repos/acme/shop',
  ],
  [
    'https://git.acme.example/acme/shop/src/branch/mine/a.yaml',
    'https://git.acme.example/api/v1/repos/acme/shop',
  ],
  [
    'https://gitlab.com/acme/web/shop/-/blob/mine/a.yaml',
    'https://gitlab.com/api/v4/projects/acme%2Fweb%2Fshop',
  ],
])('knows the default branch of %s', async (page, api) => {
  let answer = HttpResponse.json({ html_url: page, default_branch: 'trunk' });
  server.use(
    http.get(`${new URL(api).origin}/*`, ({ request }) =>
      request.url === api ? answer : HttpResponse.error(),
    ),
  );
  expect(await sourceOf(page).findDefaultBranch()).toBe('trunk');
  answer = HttpResponse.json({}, { status: 404 });
  expect(await sourceOf(page).findDefaultBranch()).toBeUndefined();
  answer = HttpResponse.json({}, { status: 403 });
  await expect(sourceOf(page).findDefaultBranch()).rejects.toThrow();
});

const blob = (path: string) => ({
  path,
  type: 'blob',
  mode: '100644',
  size: 7,
});

it('reads branch and files of GitHub, which says when it leaves some out', async () => {
  const api = 'https://api.github.com/repos/acme/shop';
  server.use(
    http.get(`${api}/branches/main`, () =>
      HttpResponse.json({ commit: { sha: 'c0ffee' }, protected: true }),
    ),
    http.get(`${api}/git/trees/c0ffee`, ({ request }) => {
      expect(new URL(request.url).searchParams.get('recursive')).toBe('true');
      return HttpResponse.json({
        tree: [blob('README.md'), { path: 'src', type: 'tree' }],
        truncated: true,
      });
    }),
  );
  const source = sourceOf('https://github.com/acme/shop/blob/main/a.yaml');
  expect(await source.getBranch('main')).toEqual({
    commit: 'c0ffee',
    isProtected: true,
  });
  expect(await source.listFiles('c0ffee')).toEqual({
    files: [{ path: 'README.md', sizeBytes: 7 }],
    isTruncated: true,
  });
});

it('reads the files of Gitea page by page', async () => {
  const api = 'https://git.acme.example/api/v1/repos/acme/shop';
  server.use(
    http.get(`${api}/branches/main`, () =>
      HttpResponse.json({ commit: { id: 'c0ffee' }, protected: false }),
    ),
    http.get(`${api}/git/trees/c0ffee`, ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('page'));
      return HttpResponse.json({
        tree: [blob(`${page}.md`)],
        truncated: page < 3,
      });
    }),
  );
  const source = sourceOf(
    'https://git.acme.example/acme/shop/src/branch/main/a.yaml',
  );
  expect(await source.getBranch('main')).toEqual({
    commit: 'c0ffee',
    isProtected: false,
  });
  const { files, isTruncated } = await source.listFiles('c0ffee');
  expect(files.map(({ path }) => path)).toEqual(['1.md', '2.md', '3.md']);
  expect(isTruncated).toBe(false);
});

it('reads branch, files and content of GitLab', async () => {
  const api = 'https://gitlab.com/api/v4/projects/acme%2Fweb%2Fshop/repository';
  server.use(
    http.get('https://gitlab.com/api/v4/*', ({ request }) => {
      const url = new URL(request.url);
      const path = `${url.origin}${url.pathname}`;
      switch (path) {
        case `${api}/branches/main`:
          return HttpResponse.json({ commit: { id: 'c0ffee' } });
        case `${api}/tree`:
          return url.searchParams.has('page_token')
            ? HttpResponse.json([{ path: 'b.md', type: 'blob' }])
            : HttpResponse.json(
                [
                  { path: 'a.md', type: 'blob' },
                  { path: 'src', type: 'tree' },
                ],
                { headers: { link: `<${api}/tree?page_token=2>; rel="next"` } },
              );
        case `${api}/files/docs%2Fa.md`:
          return HttpResponse.json({ blob_id: 'b10b', content: 'IyBBCg==' });
        default:
          return HttpResponse.json({}, { status: 404 });
      }
    }),
  );
  const source = sourceOf(
    'https://gitlab.com/acme/web/shop/-/blob/main/a.yaml',
  );
  expect(await source.getBranch('main')).toEqual({ commit: 'c0ffee' });
  expect(await source.listFiles('c0ffee')).toEqual({
    files: [{ path: 'a.md' }, { path: 'b.md' }],
    isTruncated: false,
  });
  expect(await source.readFile('docs/a.md', 'c0ffee')).toEqual({
    sha: 'b10b',
    content: '# A\n',
  });
  expect(await source.readFile('none.md', 'c0ffee')).toBeUndefined();
  expect(await source.getBranch('none')).toBeUndefined();
});
