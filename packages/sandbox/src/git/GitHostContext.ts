import type { Request } from 'express';
import type { SandboxConfig } from '../config.ts';
import type { Actions } from './Actions.ts';
import type { CommitStatusStore } from './CommitStatusStore.ts';
import type { GitUser, GitUsers } from './GitUsers.ts';
import { HttpError } from './HttpError.ts';
import type { Repository } from './Repository.ts';
import type { RepositoryStore } from './RepositoryStore.ts';

/** What every part of the git host works with. */
export interface GitHostContext {
  config: SandboxConfig;
  organisation: Organisation;
  store: RepositoryStore;
  users: GitUsers;
  statuses: CommitStatusStore;
  /** The CI, where there is one. */
  actions?: Actions;
}

export interface Organisation {
  name: string;
  displayName: string;
  description: string;
}

/** The repository of `/:owner/:repo`, when the user may know of it. */
export function requireRepository(
  context: GitHostContext,
  request: Request,
  user: GitUser | undefined,
): Repository {
  const { owner, repo } = request.params;
  const repository = context.store.get(owner, repo);
  if (!repository || (repository.details.isPrivate && !user)) {
    throw new HttpError(404, `No repository '${owner}/${repo}'`);
  }
  return repository;
}
