import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GitHostContext } from './GitHostContext.ts';
import type { GitUser } from './GitUsers.ts';
import { HttpError, statusOf } from './HttpError.ts';
import type { Repository } from './Repository.ts';
import { spawnGit } from './runGit.ts';

const route =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** Clone, fetch and push, by git's own `http-backend`. */
export function createSmartHttpRouter(context: GitHostContext) {
  const router = PromiseRouter();

  router.all(route, async (request, response) => {
    const { 0: owner, 1: name, 2: endpoint } = request.params;
    try {
      const { service, isPush } = readService(request, endpoint);
      const user = context.users.authenticate(request.headers.authorization);
      const repository = context.store.get(owner, name);
      checkAccess({ context, owner, name, repository, user, isPush });
      if (!repository) {
        throw new HttpError(404, `No repository '${owner}/${name}'`);
      }

      const child = startBackend(request, { repository, user, endpoint });
      if (isPush && endpoint !== 'info/refs') {
        await answerPush(child, response, () =>
          context.store.refresh(repository, user?.name ?? ''),
        );
      } else {
        await answer(child, response, service);
      }
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      sendError(response, error);
    }
  });

  return router;
}

function readService(request: Request, endpoint: string) {
  const isDiscovery = endpoint === 'info/refs';
  if (request.method !== (isDiscovery ? 'GET' : 'POST')) {
    throw new HttpError(405, 'Method not allowed');
  }
  const service = isDiscovery ? String(request.query.service) : endpoint;
  if (!['git-upload-pack', 'git-receive-pack'].includes(service)) {
    throw new HttpError(403, 'Only the smart HTTP protocol is served');
  }
  return { service, isPush: service === 'git-receive-pack' };
}

function checkAccess(options: {
  context: GitHostContext;
  owner: string;
  name: string;
  repository: Repository | undefined;
  user: GitUser | undefined;
  isPush: boolean;
}) {
  const { context, owner, repository, user, isPush } = options;
  if (!user && (isPush || repository?.details.isPrivate)) {
    throw new HttpError(401, 'Sign in to do this');
  }
  if (!repository && isPush && owner === context.organisation.name) {
    throw new HttpError(
      403,
      'Push to create is not enabled for organizations.',
    );
  }
}

function startBackend(
  request: Request,
  options: {
    repository: Repository;
    user: GitUser | undefined;
    endpoint: string;
  },
): ChildProcessWithoutNullStreams {
  const { repository, user, endpoint } = options;
  const { headers } = request;
  const environment: Record<string, string> = {
    // The folder comes from the store, never from the address.
    GIT_PROJECT_ROOT: repository.gitDir,
    PATH_INFO: `/${endpoint}`,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method,
    QUERY_STRING: request.originalUrl.split('?')[1] ?? '',
    CONTENT_TYPE: headers['content-type'] ?? '',
    REMOTE_ADDR: request.socket.remoteAddress ?? '',
    SERVER_PROTOCOL: 'HTTP/1.1',
  };
  if (user) {
    environment.REMOTE_USER = user.name;
    environment.GIT_COMMITTER_NAME = user.displayName;
    environment.GIT_COMMITTER_EMAIL = user.email;
  }
  // Without a length (a chunked body) git reads up to the end.
  if (headers['content-length']) {
    environment.CONTENT_LENGTH = headers['content-length'];
  }
  if (headers['content-encoding']) {
    environment.HTTP_CONTENT_ENCODING = headers['content-encoding'];
  }
  const protocol = headers['git-protocol'];
  if (typeof protocol === 'string') {
    environment.GIT_PROTOCOL = protocol;
  }

  const child = spawnGit(['http-backend'], { environment });
  request.pipe(child.stdin);
  request.on('close', () => {
    if (!request.complete) {
      child.kill();
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(`git host: ${repository.fullName}: ${chunk}`);
  });
  return child;
}

/** Passes the answer of git on while it comes. */
async function answer(
  child: ChildProcessWithoutNullStreams,
  response: Response,
  service: string,
) {
  response.on('close', () => child.kill());
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of child.stdout) {
    if (head === undefined) {
      await write(response, chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const body = takeHead(head, response);
    if (body) {
      head = undefined;
      await write(response, body);
    }
  }
  if (head !== undefined) {
    throw new Error(`${service} ended without an answer`);
  }
  response.end();
}

/**
 * Answers a push once the git host knows about it.
 *
 * @remarks
 * The answer is held back, so that whoever reads after the push sees it.
 */
async function answerPush(
  child: ChildProcessWithoutNullStreams,
  response: Response,
  onPushed: () => Promise<void>,
) {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
    }
  } finally {
    await onPushed();
  }
  const body = takeHead(Buffer.concat(chunks), response);
  if (!body) {
    throw new Error('git-receive-pack ended without an answer');
  }
  response.end(body);
}

/** Reads the CGI header and returns what follows, or undefined if cut. */
function takeHead(data: Buffer, response: Response): Buffer | undefined {
  const end = /\r?\n\r?\n/.exec(data.toString('latin1'));
  if (!end) {
    return undefined;
  }
  response.status(200);
  for (const line of data.toString('latin1', 0, end.index).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.status(Number.parseInt(value, 10));
    } else {
      response.setHeader(name, value);
    }
  }
  return data.subarray(end.index + end[0].length);
}

function write(response: Response, chunk: Buffer) {
  if (response.destroyed || response.write(chunk)) {
    return undefined;
  }
  return new Promise<void>(resolve => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}

function sendError(response: Response, error: unknown) {
  const status = statusOf(error);
  if (status === 401) {
    response.setHeader('WWW-Authenticate', 'Basic realm="Gitea"');
  }
  if (status === 500) {
    process.stderr.write(`git host: ${error}\n`);
  }
  const message =
    error instanceof HttpError ? error.message : 'Internal server error';
  response.status(status).type('text/plain').send(`${message}\n`);
}
