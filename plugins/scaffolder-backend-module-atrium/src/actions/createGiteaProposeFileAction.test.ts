import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GitHosts } from '@atrium/git-hosts';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createActionContext } from '../__testUtils__/createActionContext';
import { createGiteaProposeFileAction } from './createGiteaProposeFileAction';

const REPOSITORY = '/api/v1/repos/acme/coupon-service';

type GiteaProposeFileInput = {
  repoUrl: string;
  path: string;
  commitMessage: string;
  branch?: string;
};

const priya = {
  ref: 'user:default/payments-dev',
  entity: {
    apiVersion: 'backstage.io/v1alpha1' as const,
    kind: 'User' as const,
    metadata: {
      name: 'payments-dev',
      annotations: { 'atrium.dev/gitea-login': 'priya' },
    },
    spec: {
      profile: {
        displayName: 'Priya Natarajan',
        email: 'payments-dev@acme.example',
      },
    },
  },
};

interface ReceivedCommit {
  authorization?: string;
  body: Record<string, unknown>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text;
}

describe('gitea:propose-file', () => {
  let server: Server;
  let host: string;
  let files: string[];
  let commits: ReceivedCommit[];
  let pulls: Record<string, unknown>[];
  let hasPullRequests: boolean;
  let permission: string;

  beforeEach(async () => {
    files = ['README.md'];
    commits = [];
    pulls = [];
    hasPullRequests = false;
    permission = 'write';
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', `http://${host}`);
      const answer = (status: number, body: object) =>
        response
          .writeHead(status, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(body));
      const file = pathname.slice(`${REPOSITORY}/contents/`.length);

      if (pathname === REPOSITORY) {
        answer(200, {
          html_url: `http://${host}/acme/coupon-service`,
          default_branch: 'trunk',
          has_pull_requests: hasPullRequests,
        });
      } else if (pathname === `${REPOSITORY}/pulls`) {
        pulls.push(JSON.parse(await readBody(request)));
        answer(201, { html_url: `http://${host}/acme/coupon-service/pulls/1` });
      } else if (pathname === `${REPOSITORY}/collaborators/priya/permission`) {
        answer(200, { permission });
      } else if (pathname === `${REPOSITORY}/contents`) {
        commits.push({
          authorization: request.headers.authorization,
          body: JSON.parse(await readBody(request)),
        });
        answer(201, {
          commit: { sha: 'abc123', html_url: `http://${host}/commit/abc123` },
        });
      } else if (files.includes(file)) {
        answer(200, { sha: 'f11e', content: '' });
      } else {
        answer(404, { message: 'Not Found' });
      }
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise(done => server.close(done)));

  function createAction() {
    const integrations = ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          gitea: [
            {
              host,
              baseUrl: `http://${host}`,
              username: 'atrium',
              password: 'secret',
            },
          ],
        },
      }),
    );
    return createGiteaProposeFileAction({
      gitHosts: new GitHosts(integrations),
      integrations,
    });
  }

  async function createContext(
    input: { path?: string; repo?: string; branch?: string },
    overrides: Partial<ActionContext<GiteaProposeFileInput>> = {},
  ) {
    const { path = 'catalog-info.yaml', repo = 'coupon-service' } = input;
    const ctx = await createActionContext<GiteaProposeFileInput>(
      {
        repoUrl: `${host}?owner=acme&repo=${repo}`,
        path,
        commitMessage: 'Add catalog-info.yaml',
        ...(input.branch ? { branch: input.branch } : {}),
      },
      { user: priya, ...overrides },
    );
    await writeFile(join(ctx.workspacePath, 'catalog-info.yaml'), 'kind: X\n');
    await writeFile(join(ctx.workspacePath, 'README.md'), 'new');
    return ctx;
  }

  it('commits the file to the default branch, in the name of the user', async () => {
    const ctx = await createContext({});
    await createAction().handler(ctx);

    expect(commits).toEqual([
      {
        authorization: `basic ${Buffer.from('atrium:secret').toString(
          'base64',
        )}`,
        body: {
          files: [
            {
              operation: 'create',
              path: 'catalog-info.yaml',
              content: Buffer.from('kind: X\n').toString('base64'),
            },
          ],
          branch: 'trunk',
          message:
            'Add catalog-info.yaml\n\nProposed by user:default/payments-dev',
          author: {
            name: 'Priya Natarajan',
            email: 'payments-dev@acme.example',
          },
        },
      },
    ]);
    expect(ctx.outputs).toEqual({
      remoteUrl: `http://${host}/acme/coupon-service`,
      handover: 'commit',
      changeUrl: `http://${host}/commit/abc123`,
      commitHash: 'abc123',
    });
  });

  it('commits nothing for somebody who may not write there', async () => {
    permission = 'read';
    await expect(
      createAction().handler(await createContext({})),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining("'priya' may not write to it there"),
    });
    await expect(
      createAction().handler(await createContext({}, { user: undefined })),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(commits).toEqual([]);
  });

  it('opens a pull request in their name where the repository takes them', async () => {
    hasPullRequests = true;
    permission = 'read';
    const ctx = await createContext({});
    await createAction().handler(ctx);

    expect(commits[0].body).toMatchObject({
      branch: 'trunk',
      new_branch: expect.stringMatching(/^atrium\/add-catalog-info-yaml-/),
    });
    expect(pulls).toEqual([
      {
        head: commits[0].body.new_branch,
        base: 'trunk',
        title: 'Add catalog-info.yaml',
        body: 'Proposed by user:default/payments-dev',
      },
    ]);
    expect(ctx.outputs).toMatchObject({
      handover: 'pull-request',
      changeUrl: `http://${host}/acme/coupon-service/pulls/1`,
    });
  });

  it('refuses to overwrite a file', async () => {
    const ctx = await createContext({ path: 'README.md', branch: 'main' });

    await expect(createAction().handler(ctx)).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        "Repository 'acme/coupon-service' already has a README.md on branch 'main'; nothing was changed",
    });
    expect(commits).toEqual([]);
  });

  it('says when the repository does not exist', async () => {
    const ctx = await createContext({ repo: 'nowhere' });

    await expect(createAction().handler(ctx)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `No repository 'acme/nowhere' on '${host}'`,
    });
  });

  it('does not read outside the workspace', async () => {
    const ctx = await createContext({ path: '../../etc/passwd' });

    await expect(createAction().handler(ctx)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(commits).toEqual([]);
  });

  it('does not commit twice when the task is resumed', async () => {
    files.push('catalog-info.yaml');
    const ctx = await createContext(
      {},
      {
        checkpoint: async <T>() =>
          ({ kind: 'commit', url: 'http://x', commit: 'earlier' } as T),
      },
    );
    await createAction().handler(ctx);

    expect(commits).toEqual([]);
    expect(ctx.outputs.commitHash).toBe('earlier');
  });
});
