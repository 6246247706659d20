import type { Request, Response } from 'express';
import { requireRepository } from '../GitHostContext.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import type { GitUser } from '../GitUsers.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import { parseFilePath } from '../validateNames.ts';

/** Reads the parts of a request and fails with the status Gitea gives. */
export interface RequestReader {
  user(request: Request): GitUser | undefined;
  requireUser(request: Request): GitUser;
  repository(request: Request): Repository;
  /** The commit of the query parameter, or of the default branch. */
  commit(repository: Repository, ref: unknown): Promise<string>;
  path(path: string | undefined): string;
  page(request: Request): { skip: number; limit: number };
  body(request: Request): Record<string, unknown>;
  /** Sends one page of a list with the headers Gitea sets. */
  sendPage<T>(
    response: Response,
    page: { items: T[]; totalCount: number },
  ): void;
}

const defaultLimit = 30;
const maxLimit = 50;

export function createRequestReader(context: GitHostContext): RequestReader {
  const { users } = context;

  const user = (request: Request) =>
    users.authenticate(request.headers.authorization);

  return {
    user,

    requireUser(request) {
      const found = user(request);
      if (!found) {
        throw new HttpError(401, 'token is required');
      }
      return found;
    },

    repository: request => requireRepository(context, request, user(request)),

    async commit(repository, ref) {
      if (ref !== undefined && typeof ref !== 'string') {
        throw new HttpError(422, 'ref is not a single value');
      }
      const commit = await repository.resolveCommit(ref);
      if (!commit) {
        throw new HttpError(
          404,
          `No branch, tag or commit '${ref ?? repository.defaultBranch}' in '${
            repository.fullName
          }'`,
        );
      }
      return commit;
    },

    path(path) {
      const parsed = parseFilePath(path ?? '');
      if (parsed === undefined) {
        throw new HttpError(422, `path contains a malformed path component`);
      }
      return parsed;
    },

    page(request) {
      const page = readCount(request.query.page, 1);
      const limit = Math.min(
        readCount(request.query.limit, defaultLimit),
        maxLimit,
      );
      return { skip: (page - 1) * limit, limit };
    },

    body(request) {
      const { body } = request;
      if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new HttpError(422, 'The body is not a JSON object');
      }
      return body;
    },

    sendPage(response, { items, totalCount }) {
      response.setHeader('X-Total-Count', String(totalCount));
      response.setHeader('Access-Control-Expose-Headers', 'X-Total-Count');
      response.json(items);
    },
  };
}

/** Gitea takes what is no number as not given. */
function readCount(value: unknown, fallback: number) {
  const count = Number(value);
  return Number.isSafeInteger(count) && count > 0 && count < 1e9
    ? count
    : fallback;
}
