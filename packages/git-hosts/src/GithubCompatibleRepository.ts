import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { RepositoryName } from './HostRepository';
import { encodePath } from './http/encodePath';
import type { HostApi } from './http/HostApi';
import { fileSchema, lastCommitSchema, permissionSchema } from './objects';
import type {
  CommitStatus,
  FindLastCommitOptions,
  RepositoryCommit,
  RepositoryFile,
  RepositoryHistory,
  RepositoryPermission,
  RepositoryPermissions,
  RepositoryStatuses,
} from './RepositoryClient';

/** What Gitea took over from GitHub's REST API as it is. */
export abstract class GithubCompatibleRepository
  implements RepositoryHistory, RepositoryPermissions, RepositoryStatuses
{
  protected readonly repository: RepositoryName;
  protected readonly api: HostApi;
  /** How a list of commits is cut to one. */
  protected abstract readonly singleCommit: string;

  constructor(repository: RepositoryName, api: HostApi) {
    this.repository = repository;
    this.api = api;
  }

  async getPermission(
    login: string,
  ): Promise<RepositoryPermission | undefined> {
    try {
      return await this.api.request(
        `/collaborators/${encodeURIComponent(login)}/permission`,
        {
          schema: permissionSchema,
          // The portal itself may not be allowed to ask.
          toError: ({ status }) =>
            status === 401 || status === 403
              ? new NotAllowedError()
              : undefined,
        },
      );
    } catch (error) {
      if (error instanceof NotFoundError) {
        return 'none';
      }
      if (error instanceof NotAllowedError) {
        return undefined;
      }
      throw error;
    }
  }

  async readFile(
    path: string,
    ref: string,
  ): Promise<RepositoryFile | undefined> {
    return this.api.find(
      `/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
      { schema: fileSchema },
    );
  }

  findLastCommit(
    path: string,
    { ref, signal }: FindLastCommitOptions,
  ): Promise<RepositoryCommit | undefined> {
    const query = new URLSearchParams({ sha: ref, path });
    return this.api.request(`/commits?${query}&${this.singleCommit}`, {
      schema: lastCommitSchema,
      signal,
    });
  }

  async setCommitStatus(commit: string, status: CommitStatus): Promise<void> {
    const { context, state, description, targetUrl } = status;
    await this.api.request(`/statuses/${encodeURIComponent(commit)}`, {
      schema: z.unknown(),
      method: 'POST',
      body: { context, state, description, target_url: targetUrl },
    });
  }

  /** @throws NotFoundError when the portal sees no such repository. */
  protected async describe<T>(schema: z.ZodType<T>): Promise<T> {
    const found = await this.api.find('', { schema });
    if (!found) {
      const { fullName, url } = this.repository;
      throw new NotFoundError(
        `No repository '${fullName}' on '${new URL(url).host}'`,
      );
    }
    return found;
  }
}
