import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import type { BareRepositories } from './BareRepositories.mts';
import type { SimulatorRouter } from './simulatorTypes.mts';

const ROUTE =
  /^\/([^/]+\/[^/]+)\.git\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export interface ServeGitOptions {
  repositories: BareRepositories;
  /** Called when a push has moved the main branch. */
  onPush(push: {
    repository: string;
    before: string | undefined;
    after: string;
  }): Promise<void>;
}

/** Clone, fetch and push below `/:owner/:name.git`, by git's own server. */
export function serveGit(router: SimulatorRouter, options: ServeGitOptions) {
  const { repositories, onPush } = options;

  router.all(ROUTE, async (request, response) => {
    const { 0: repository, 1: endpoint } = request.params;
    if (!repositories.has(repository)) {
      response.status(404).send('Repository not found.');
      return;
    }
    const before = await repositories.readBranch(repository, 'main');
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_PROJECT_ROOT: repositories.root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${repository}.git/${endpoint}`,
        QUERY_STRING: new URL(request.url, 'http://localhost').search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.header('content-type') ?? '',
        HTTP_CONTENT_ENCODING: request.header('content-encoding') ?? '',
        GIT_PROTOCOL: request.header('git-protocol') ?? '',
        REMOTE_USER: 'x-access-token',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
    }
    const { status, headers, body } = parseCgi(Buffer.concat(chunks));
    const after = await repositories.readBranch(repository, 'main');
    response.writeHead(status, headers).end(body);
    if (after && after !== before) {
      await onPush({ repository, before, after });
    }
  });
}

function parseCgi(output: Buffer) {
  const end = output.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map(line => line.split(': ', 2)),
  );
  const { Status: status = '200', ...others } = headers;
  return {
    status: Number.parseInt(status, 10),
    headers: others,
    body: output.subarray(end + 4),
  };
}
