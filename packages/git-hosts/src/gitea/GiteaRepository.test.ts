import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  type SandboxGitHost,
  startSandboxGitHost,
} from '../testUtils/startSandboxGitHost';
import { openGiteaRepository } from '../__testUtils__/openRepositories';
import type { GiteaRepository } from './GiteaRepository';

const priya = { name: 'Priya Natarajan', email: 'payments-dev@acme.example' };

describe('GiteaRepository, on the git host of the sandbox', () => {
  let host: SandboxGitHost;
  let repository: GiteaRepository;

  const open = (options: { repo?: string; password?: string } = {}) =>
    openGiteaRepository({
      baseUrl: host.url,
      username: 'atrium',
      password: options.password ?? host.token,
      fullName: `acme/${options.repo ?? 'payment-service'}`,
    });

  beforeAll(async () => {
    host = await startSandboxGitHost();
    repository = open();
  });

  afterAll(() => host.close());

  it('says what it is, and reads files', async () => {
    await expect(repository.getInfo()).resolves.toEqual({
      url: `${host.url}/acme/payment-service`,
      defaultBranch: 'main',
      isPublic: true,
      handover: 'commit',
    });
    await expect(
      repository.readFile('deploy/service.yaml', 'main'),
    ).resolves.toMatchObject({ content: 'kind: Service\n' });
    await expect(
      repository.readFile('slo.yaml', 'main'),
    ).resolves.toBeUndefined();
  });

  it('lists the files of a branch', async () => {
    const branch = await repository.getBranch('main');
    expect(branch).toEqual({
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      isProtected: false,
    });
    const { files, isTruncated } = await repository.listFiles(
      branch?.commit ?? '',
    );
    expect(isTruncated).toBe(false);
    expect(files).toContainEqual({
      path: 'deploy/service.yaml',
      sizeBytes: 14,
    });
    await expect(repository.getBranch('none')).resolves.toBeUndefined();
    await expect(open({ repo: 'none' }).getBranch('main')).resolves.toBe(
      undefined,
    );
  });

  it('hands several files over by one commit in the name of a person', async () => {
    const before = await repository.readFile('docs/index.md', 'main');
    const handover = await repository.handOver({
      files: [
        { path: 'slo.yaml', content: 'kind: SLO # größer\n' },
        { path: 'docs/index.md', content: '# Docs\n', base: before?.sha },
      ],
      branch: 'main',
      message: 'Promise something',
      author: priya,
    });
    expect(handover).toEqual({
      kind: 'commit',
      url: `${host.url}/acme/payment-service/commit/${handover.commit}`,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    const commit = await fetch(
      `${host.url}/api/v1/repos/acme/payment-service/git/commits/${handover.commit}`,
    );
    await expect(commit.json()).resolves.toMatchObject({
      commit: { message: 'Promise something\n', author: priya },
      files: [
        { filename: 'docs/index.md', status: 'modified' },
        { filename: 'slo.yaml', status: 'added' },
      ],
    });
    await expect(
      repository.readFile('slo.yaml', 'main'),
    ).resolves.toMatchObject({ content: 'kind: SLO # größer\n' });
  });

  it('writes nothing when one file is no longer what it was', async () => {
    const readme = await repository.readFile('README.md', 'main');
    const attempt = (base: string | undefined) =>
      repository.handOver({
        files: [
          { path: 'new.yaml', content: 'a' },
          { path: 'README.md', content: 'b', base },
        ],
        branch: 'main',
        message: 'Overwrite',
      });
    await expect(attempt(undefined)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await expect(attempt('0'.repeat(40))).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('changed meanwhile'),
    });
    await expect(repository.readFile('README.md', 'main')).resolves.toEqual(
      readme,
    );
    await expect(
      repository.readFile('new.yaml', 'main'),
    ).resolves.toBeUndefined();
  });

  it('marks the commit that a branch is at', async () => {
    const commit = await repository.getHead('main');
    const status = {
      context: 'atrium/catalog',
      state: 'failure' as const,
      description: 'catalog-info.yaml:2: Missing closing quote',
      targetUrl: 'https://portal.acme.example/catalog-health',
    };
    await repository.setCommitStatus(commit, status);
    await repository.setCommitStatus(commit, { ...status, state: 'success' });

    const answer = await fetch(
      `${host.url}/api/v1/repos/acme/payment-service/commits/main/status`,
    );
    await expect(answer.json()).resolves.toMatchObject({
      sha: commit,
      state: 'success',
      statuses: [
        {
          context: 'atrium/catalog',
          status: 'success',
          description: status.description,
          target_url: status.targetUrl,
          creator: { login: 'atrium' },
        },
      ],
    });
    await expect(repository.getHead('nowhere')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('tells a missing repository from one that the portal may not write', async () => {
    await expect(open({ repo: 'nowhere' }).getInfo()).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `No repository 'acme/nowhere' on '${new URL(host.url).host}'`,
    });
    await expect(open({ password: 'wrong' }).getInfo()).rejects.toMatchObject({
      // Refused to the portal, not to the user.
      name: 'ServiceUnavailableError',
    });
  });
});

describe('GiteaRepository, where the repository has pull requests', () => {
  const server = setupServer();
  const api = 'https://git.acme.example/api/v1/repos/acme/shop';

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it.each([
    [200, { permission: 'owner' }, 'write'],
    [200, { permission: 'write' }, 'write'],
    [200, { permission: 'read' }, 'read'],
    [200, { permission: 'none' }, 'none'],
    [404, { message: 'user does not exist' }, 'none'],
    // The portal's own account may not ask.
    [403, { message: 'Must be a site admin' }, undefined],
  ])(
    'reads what an account may do from %s %j',
    async (status, body, permission) => {
      server.use(
        http.get(`${api}/collaborators/payments-dev/permission`, () =>
          HttpResponse.json(body, { status }),
        ),
      );
      const repository = openGiteaRepository();
      await expect(repository.getPermission('payments-dev')).resolves.toBe(
        permission,
      );
    },
  );

  describe('lists on all of their pages', () => {
    const numbers = [1, 2, 3, 4, 5];

    /** Two items on each page, whatever was asked for. */
    function servePages(
      path: string,
      { hasLink, toBody }: { hasLink: boolean; toBody(page: number[]): object },
    ) {
      const pages: number[] = [];
      server.use(
        http.get(`${api}${path}`, ({ request }) => {
          const page = Number(
            new URL(request.url).searchParams.get('page') ?? 1,
          );
          pages.push(page);
          const items = numbers.slice(page * 2 - 2, page * 2);
          const link =
            page < 3
              ? `<${api}${path}?page=${page + 1}>; rel="next"`
              : `<${api}${path}?page=1>; rel="first"`;
          return HttpResponse.json(
            { total_count: numbers.length, ...toBody(items) },
            hasLink ? { headers: { link } } : undefined,
          );
        }),
      );
      return pages;
    }

    it.each([
      ['by their links', true],
      ['by their number, where there are no links', false],
    ])('the jobs of a run, %s', async (_, hasLink) => {
      servePages('/actions/runs/7/jobs', {
        hasLink,
        toBody: ids => ({
          jobs: ids.map(id => ({
            id,
            run_id: 7,
            name: `shard ${id}`,
            status: 'completed',
          })),
        }),
      });
      const jobs = await openGiteaRepository().listJobs({ id: 7 });
      expect(jobs.map(({ id }) => id)).toEqual(numbers);
    });

    it('the runs, where there are no links', async () => {
      const pages = servePages('/actions/runs', {
        hasLink: false,
        toBody: ids => ({
          workflow_runs: ids.map(id => ({
            id,
            status: 'completed',
            head_sha: 'abc',
            html_url: `https://git.acme.example/acme/shop/actions/runs/${id}`,
          })),
        }),
      });
      const repository = openGiteaRepository();
      const found: number[] = [];
      let url: string | undefined;
      do {
        const page = await repository.listRuns({ url });
        found.push(...page.items.map(({ id }) => id));
        url = page.nextUrl;
      } while (url);
      expect(found).toEqual(numbers);
      expect(pages).toEqual([1, 2, 3, 4]);
    });
  });

  it('opens one from a new branch', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get(api, () =>
        HttpResponse.json({
          html_url: 'https://git.acme.example/acme/shop',
          default_branch: 'main',
          has_pull_requests: true,
        }),
      ),
      http.post(`${api}/contents`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          { commit: { sha: 'abc', html_url: 'https://git/commit' } },
          { status: 201 },
        );
      }),
      http.post(`${api}/pulls`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(
          { html_url: 'https://git.acme.example/acme/shop/pulls/7' },
          { status: 201 },
        );
      }),
    );
    const repository = openGiteaRepository();
    await expect(
      repository.handOver({
        files: [{ path: 'slo.yaml', content: 'x', base: 'b10b' }],
        branch: 'main',
        message: 'Raise the target\n\nWe keep it anyway.',
      }),
    ).resolves.toEqual({
      kind: 'pull-request',
      url: 'https://git.acme.example/acme/shop/pulls/7',
      commit: 'abc',
    });
    const branch = expect.stringMatching(/^atrium\/raise-the-target-/);
    expect(sent).toEqual([
      expect.objectContaining({
        branch: 'main',
        new_branch: branch,
        files: [
          {
            operation: 'update',
            path: 'slo.yaml',
            content: 'eA==',
            sha: 'b10b',
          },
        ],
      }),
      {
        head: branch,
        base: 'main',
        title: 'Raise the target',
        body: 'We keep it anyway.',
      },
    ]);
  });
});
