import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
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

interface GithubRepositoryOptions {
  config: GithubIntegrationConfig;
  credentials: GithubCredentialsProvider;
  owner: string;
  repo: string;
}

const API_VERSION = '2022-11-28';

const repositorySchema = z.object({
  html_url: z.string(),
  default_branch: z.string(),
  visibility: z.string().optional(),
});
const refSchema = z.object({ object: z.object({ sha: z.string() }) });
const commitSchema = z.object({
  sha: z.string(),
  tree: z.object({ sha: z.string() }),
});
const objectSchema = z.object({ sha: z.string() });
const pullSchema = z.object({ html_url: z.string() });

/** A repository on GitHub, by its REST API. */
export class GithubRepository implements RepositoryWriter {
  readonly #name: string;
  readonly #webUrl: string;
  readonly #api: RepositoryApi;

  constructor(options: GithubRepositoryOptions) {
    const { config, credentials, owner, repo } = options;
    const path = encodePath(`${owner}/${repo}`);
    this.#name = `${owner}/${repo}`;
    this.#webUrl = `https://${config.host}/${path}`;
    this.#api = new RepositoryApi({
      baseUrl: `${
        config.apiBaseUrl ?? `https://${config.host}/api/v3`
      }/repos/${path}`,
      getHeaders: async () => ({
        'X-GitHub-Api-Version': API_VERSION,
        ...(await credentials.getCredentials({ url: this.#webUrl })).headers,
      }),
    });
  }

  async getInfo(): Promise<RepositoryInfo> {
    const found = await this.#api.find('', { schema: repositorySchema });
    if (!found) {
      throw new NotFoundError(`No repository at '${this.#webUrl}'`);
    }
    return {
      url: found.html_url,
      defaultBranch: found.default_branch,
      isPublic: found.visibility === 'public',
      handover: 'pull-request',
    };
  }

  async getPermission(
    login: string,
  ): Promise<RepositoryPermission | undefined> {
    return this.#api.getPermission(login);
  }

  async getHead(branch: string): Promise<string> {
    const { object } = await this.#api.request(
      `/git/ref/heads/${encodePath(branch)}`,
      { schema: refSchema },
    );
    return object.sha;
  }

  async setCommitStatus(commit: string, status: CommitStatus): Promise<void> {
    return this.#api.setCommitStatus(commit, status);
  }

  async readFile(
    path: string,
    ref: string,
  ): Promise<RepositoryFile | undefined> {
    return this.#api.find(
      `/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
      { schema: fileAnswerSchema },
    );
  }

  async handOver(change: RepositoryChange): Promise<RepositoryHandover> {
    const { branch, message } = change;
    const head = await this.getHead(branch);
    await Promise.all(change.files.map(file => this.#check(file, head)));
    const sha = await this.#commit(change, head);
    const pullRequest = pullRequestFor(message);
    await this.#api.request('/git/refs', {
      schema: refSchema,
      method: 'POST',
      body: { ref: `refs/heads/${pullRequest.head}`, sha },
    });
    const pull = await this.#api.request('/pulls', {
      schema: pullSchema,
      method: 'POST',
      body: { ...pullRequest, base: branch },
    });
    return { kind: 'pull-request', url: pull.html_url, commit: sha };
  }

  async #check({ path, base }: RepositoryFileChange, commit: string) {
    const found = await this.readFile(path, commit);
    if (found?.sha !== base) {
      throw new ConflictError(
        `'${path}' of '${
          this.#name
        }' has changed meanwhile; nothing was written`,
      );
    }
  }

  async #commit({ files, message, author }: RepositoryChange, parent: string) {
    const { tree: before } = await this.#api.request(`/git/commits/${parent}`, {
      schema: commitSchema,
    });
    const tree = await this.#api.request('/git/trees', {
      schema: objectSchema,
      method: 'POST',
      body: {
        base_tree: before.sha,
        tree: await Promise.all(files.map(file => this.#toTreeEntry(file))),
      },
    });
    const { sha } = await this.#api.request('/git/commits', {
      schema: commitSchema,
      method: 'POST',
      body: { message, tree: tree.sha, parents: [parent], author },
    });
    return sha;
  }

  async #toTreeEntry({ path, content }: RepositoryFileChange) {
    const { sha } = await this.#api.request('/git/blobs', {
      schema: objectSchema,
      method: 'POST',
      body: {
        content: Buffer.from(content).toString('base64'),
        encoding: 'base64',
      },
    });
    return { path, mode: '100644', type: 'blob', sha };
  }
}
