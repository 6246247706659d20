import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod';
import { encodePath } from './encodePath';
import { fileAnswerSchema } from './fileAnswerSchema';
import { pullRequestFor } from './pullRequestFor';
import { RepositoryApi } from './RepositoryApi';
import type {
  CommitStatus,
  RepositoryChange,
  RepositoryFile,
  RepositoryFileChange,
  RepositoryHandover,
  RepositoryInfo,
  RepositoryPermission,
  RepositoryWriter,
} from './RepositoryWriter';

/** Which repository, and how to get there. */
export interface GiteaRepositoryOptions {
  config: GiteaIntegrationConfig;
  owner: string;
  repo: string;
  signal?: AbortSignal;
}

const repositorySchema = z.object({
  html_url: z.string(),
  default_branch: z.string(),
  private: z.boolean().default(true),
  // For whoever has an account.
  internal: z.boolean().default(false),
  has_pull_requests: z.boolean().default(false),
});
const changedSchema = z.object({
  commit: z.object({ sha: z.string(), html_url: z.string() }),
});
const branchSchema = z.object({ commit: z.object({ id: z.string() }) });
const pullSchema = z.object({ html_url: z.string() });

/** How Gitea says that a file is not what it was taken for. */
const CHANGED_MEANWHILE = /sha does not match|already exists|does not exist/i;

/** A repository on Gitea or Forgejo, by its REST API. */
export class GiteaRepository implements RepositoryWriter {
  readonly #name: string;
  readonly #host: string;
  readonly #api: RepositoryApi;

  constructor({ config, owner, repo, signal }: GiteaRepositoryOptions) {
    const baseUrl = config.baseUrl ?? `https://${config.host}`;
    const path = encodePath(`${owner}/${repo}`);
    this.#name = `${owner}/${repo}`;
    this.#host = config.host;
    this.#api = new RepositoryApi({
      baseUrl: `${baseUrl}/api/v1/repos/${path}`,
      getHeaders: async () => ({ ...getGiteaRequestOptions(config).headers }),
      signal,
    });
  }

  async getInfo(): Promise<RepositoryInfo> {
    const found = await this.#api.find('', { schema: repositorySchema });
    if (!found) {
      throw new NotFoundError(
        `No repository '${this.#name}' on '${this.#host}'`,
      );
    }
    return {
      url: found.html_url,
      defaultBranch: found.default_branch,
      isPublic: !found.private && !found.internal,
      handover: found.has_pull_requests ? 'pull-request' : 'commit',
    };
  }

  async getPermission(
    login: string,
  ): Promise<RepositoryPermission | undefined> {
    return this.#api.getPermission(login);
  }

  async getHead(branch: string): Promise<string> {
    const { commit } = await this.#api.request(
      `/branches/${encodePath(branch)}`,
      { schema: branchSchema },
    );
    return commit.id;
  }

  async setCommitStatus(commit: string, status: CommitStatus): Promise<void> {
    return this.#api.setCommitStatus(commit, status);
  }

  async readFile(
    path: string,
    branch: string,
  ): Promise<RepositoryFile | undefined> {
    return this.#api.find(
      `/contents/${encodePath(path)}?ref=${encodeURIComponent(branch)}`,
      { schema: fileAnswerSchema },
    );
  }

  async handOver(change: RepositoryChange): Promise<RepositoryHandover> {
    const { handover } = await this.getInfo();
    if (handover === 'commit') {
      return this.commit(change);
    }
    const pullRequest = pullRequestFor(change.message);
    const { commit } = await this.commit(change, pullRequest.head);
    const { html_url: url } = await this.#api.request('/pulls', {
      schema: pullSchema,
      method: 'POST',
      body: { ...pullRequest, base: change.branch },
    });
    return { kind: 'pull-request', url, commit };
  }

  /** Commits all files at once, to the branch itself or to a new one from it. */
  async commit(
    change: RepositoryChange,
    newBranch?: string,
  ): Promise<RepositoryHandover> {
    const { files, branch, message, author } = change;
    const { commit } = await this.#api.request('/contents', {
      schema: changedSchema,
      method: 'POST',
      body: {
        files: files.map(toFileOperation),
        branch,
        new_branch: newBranch,
        message,
        author,
      },
      toError: ({ status, words }) => {
        if (status === 409 || CHANGED_MEANWHILE.test(words)) {
          return new ConflictError(
            `'${
              this.#name
            }' has changed meanwhile; nothing was written: ${words}`,
          );
        }
        return status === 422
          ? new InputError(`'${this.#name}' does not take it: ${words}`)
          : undefined;
      },
    });
    return { kind: 'commit', url: commit.html_url, commit: commit.sha };
  }
}

function toFileOperation({ path, content, base }: RepositoryFileChange) {
  return {
    operation: base === undefined ? 'create' : 'update',
    path,
    content: Buffer.from(content).toString('base64'),
    sha: base,
  };
}
