import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { openGithubRepository } from '../__testUtils__/openRepositories';

const api = 'https://api.github.com/repos/acme/shop';
const head = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d';
const file = { sha: '3d21ec53', content: 'a2luZDog\nU0xPCg==\n' };

/** What GitHub answers, by its documented shapes, and what it was sent. */
function recordGithub() {
  const sent: Record<string, unknown> = {};
  const record = (path: string, answer: object) =>
    http.post(`${api}${path}`, async ({ request }) => {
      sent[path] = await request.json();
      return HttpResponse.json(answer, { status: 201 });
    });
  return {
    sent,
    handlers: [
      http.get(api, ({ request }) =>
        request.headers.get('authorization') === 'Bearer ghs_1'
          ? HttpResponse.json({
              html_url: 'https://github.com/acme/shop',
              default_branch: 'trunk',
            })
          : HttpResponse.json({ message: 'Bad credentials' }, { status: 401 }),
      ),
      http.get(`${api}/contents/ops/slo.yaml`, ({ request }) =>
        ['trunk', head].includes(
          new URL(request.url).searchParams.get('ref') ?? '',
        )
          ? HttpResponse.json(file)
          : HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${api}/contents/new.yaml`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${api}/git/ref/heads/trunk`, () =>
        HttpResponse.json({ object: { type: 'commit', sha: head } }),
      ),
      http.get(`${api}/git/commits/${head}`, () =>
        HttpResponse.json({ sha: head, tree: { sha: 'tree-before' } }),
      ),
      record('/git/blobs', { sha: 'blob' }),
      record('/git/trees', { sha: 'tree-after' }),
      record('/git/commits', { sha: 'commit', tree: { sha: 'tree-after' } }),
      record('/git/refs', { object: { sha: 'commit' } }),
      record('/pulls', { html_url: 'https://github.com/acme/shop/pull/12' }),
    ],
  };
}

describe('GithubRepository', () => {
  const server = setupServer();
  const repository = openGithubRepository();

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const change = (base: string | undefined) => ({
    files: [
      { path: 'ops/slo.yaml', content: 'kind: SLO\n', base },
      { path: 'new.yaml', content: 'a: 1\n' },
    ],
    branch: 'trunk',
    message: 'Promise something\n\nAs agreed.',
    author: { name: 'Priya', email: 'priya@acme.example' },
  });

  it('reads a file', async () => {
    server.use(...recordGithub().handlers);
    await expect(repository.getInfo()).resolves.toEqual({
      url: 'https://github.com/acme/shop',
      defaultBranch: 'trunk',
      isPublic: false,
      handover: 'pull-request',
    });
    await expect(repository.readFile('ops/slo.yaml', 'trunk')).resolves.toEqual(
      { sha: file.sha, content: 'kind: SLO\n' },
    );
    await expect(
      repository.readFile('new.yaml', 'trunk'),
    ).resolves.toBeUndefined();
  });

  it('marks the commit that a branch is at', async () => {
    const { handlers } = recordGithub();
    const sent: unknown[] = [];
    server.use(
      ...handlers,
      http.post(`${api}/statuses/${head}`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    await repository.setCommitStatus(await repository.getHead('trunk'), {
      context: 'atrium/catalog',
      state: 'success',
      description: 'The catalog has read it.',
      targetUrl: 'https://portal.acme.example/catalog-health',
    });
    expect(sent).toEqual([
      {
        context: 'atrium/catalog',
        state: 'success',
        description: 'The catalog has read it.',
        target_url: 'https://portal.acme.example/catalog-health',
      },
    ]);
  });

  it('lists all workflows, page by page', async () => {
    server.use(
      http.get(`${api}/actions/workflows`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect(searchParams.get('per_page')).toBe('100');
        return searchParams.get('page') === '2'
          ? HttpResponse.json({ workflows: [{ id: 2, name: 'deploy' }] })
          : HttpResponse.json(
              { workflows: [{ id: 1, name: 'build', state: 'active' }] },
              {
                headers: {
                  link: `<${api}/actions/workflows?per_page=100&page=2>; rel="next"`,
                },
              },
            );
      }),
    );
    await expect(repository.listWorkflows()).resolves.toEqual([
      { id: 1, name: 'build' },
      { id: 2, name: 'deploy' },
    ]);
  });

  it('opens a pull request with one commit from a new branch', async () => {
    const { handlers, sent } = recordGithub();
    server.use(...handlers);
    await expect(repository.handOver(change(file.sha))).resolves.toEqual({
      kind: 'pull-request',
      url: 'https://github.com/acme/shop/pull/12',
      commit: 'commit',
    });
    const entry = { mode: '100644', type: 'blob', sha: 'blob' };
    expect(sent['/git/trees']).toEqual({
      base_tree: 'tree-before',
      tree: [
        { path: 'ops/slo.yaml', ...entry },
        { path: 'new.yaml', ...entry },
      ],
    });
    expect(sent['/git/commits']).toEqual({
      message: 'Promise something\n\nAs agreed.',
      tree: 'tree-after',
      parents: [head],
      author: { name: 'Priya', email: 'priya@acme.example' },
    });
    const branch = expect.stringMatching(/^atrium\/promise-something-/);
    expect(sent['/pulls']).toEqual({
      head: branch,
      base: 'trunk',
      title: 'Promise something',
      body: 'As agreed.',
    });
    expect(sent['/git/refs']).toEqual({
      ref: expect.stringMatching(/^refs\/heads\/atrium\/promise-something-/),
      sha: 'commit',
    });
  });

  it('writes nothing when a file has changed meanwhile', async () => {
    const { handlers, sent } = recordGithub();
    server.use(...handlers);
    await expect(repository.handOver(change('older'))).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(repository.handOver(change(undefined))).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(sent).toEqual({});
  });

  it('lists the jobs of a run on all of their pages', async () => {
    const jobs = [1, 2, 3].map(id => ({
      id,
      run_id: 7,
      name: `shard ${id}`,
      status: 'completed',
    }));
    server.use(
      http.get(`${api}/actions/runs/7/attempts/2/jobs`, ({ request }) => {
        const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
        const next = `<${api}/actions/runs/7/attempts/2/jobs?page=${
          page + 1
        }>; rel="next"`;
        return HttpResponse.json(
          { total_count: 3, jobs: [jobs[page - 1]] },
          page < jobs.length ? { headers: { link: next } } : undefined,
        );
      }),
    );
    await expect(
      repository.listJobs({ id: 7, run_attempt: 2 }),
    ).resolves.toMatchObject(jobs);
  });
});
