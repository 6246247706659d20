import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { RepositoryName } from './HostRepository';
import { encodePath } from './http/encodePath';
import type { HostApi } from './http/HostApi';
import {
  branchSchema,
  fileSchema,
  lastCommitSchema,
  permissionSchema,
  repositorySchema,
  treeSchema,
} from './objects';
import type {
  CommitStatus,
  FindLastCommitOptions,
  RepositoryBranch,
  RepositoryCommit,
  RepositoryFile,
  RepositoryFileList,
  RepositoryPermission,
  RepositoryPermissions,
  RepositorySource,
  RepositoryStatuses,
} from './RepositoryClient';

/** Gitea gives a thousand at a time, GitHub as many as it ever does. */
const MAX_TREE_PAGES = 20;

/** What Gitea took over from GitHub's REST API as it is. */
export abstract class GithubCompatibleRepository
  implements RepositorySource, RepositoryPermissions, RepositoryStatuses
{
  protected readonly repository: RepositoryName;
  protected readonly api: HostApi;
  /** How a list of commits is cut to one. */
  protected abstract readonly singleCommit: string;
  /** Whether what is left out of a listing is on a next page. */
  protected abstract readonly hasTreePages: boolean;

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

  async findDefaultBranch(): Promise<string | undefined> {
    const found = await this.api.find('', { schema: repositorySchema });
    return found?.default_branch || undefined;
  }

  async getBranch(name: string): Promise<RepositoryBranch | undefined> {
    return this.api.find(`/branches/${encodePath(name)}`, {
      schema: branchSchema,
    });
  }

  async listFiles(commit: string): Promise<RepositoryFileList> {
    const files: RepositoryFileList['files'] = [];
    const path = `/git/trees/${encodeURIComponent(commit)}?recursive=true`;
    let isTruncated = true;
    for (let page = 1; isTruncated && page <= MAX_TREE_PAGES; page++) {
      const tree = await this.api.request(`${path}&page=${page}`, {
        schema: treeSchema,
      });
      files.push(...tree.files);
      isTruncated = tree.isTruncated;
      if (!this.hasTreePages) {
        break;
      }
    }
    return { files, isTruncated };
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
