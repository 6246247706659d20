import { ServiceUnavailableError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod';

interface GiteaNewRepositoryOptions {
  config: GiteaIntegrationConfig;
  owner: string;
  repo: string;
  signal?: AbortSignal;
}

/** A person waits for the run. */
const REQUEST_TIMEOUT_MS = 10_000;

const repositorySchema = z.object({ empty: z.boolean() });
const branchSchema = z.object({ commit: z.object({ message: z.string() }) });

/** A repository that a run makes, or finds half made when it goes on. */
export class GiteaNewRepository {
  readonly #options: GiteaNewRepositoryOptions;

  constructor(options: GiteaNewRepositoryOptions) {
    this.#options = options;
  }

  get baseUrl(): string {
    const { baseUrl, host } = this.#options.config;
    return (baseUrl ?? `https://${host}`).replace(/\/$/, '');
  }

  /** Whether it is there, and whether somebody has pushed to it. */
  async getState(): Promise<'absent' | 'empty' | 'filled'> {
    const found = await this.#request(this.#path, repositorySchema);
    if (!found) {
      return 'absent';
    }
    return found.empty ? 'empty' : 'filled';
  }

  /** The message of the newest commit of a branch. */
  async readMessage(branch: string): Promise<string | undefined> {
    const found = await this.#request(
      `${this.#path}/branches/${encodeURIComponent(branch)}`,
      branchSchema,
    );
    return found?.commit.message;
  }

  async create(details: { description: string; isPrivate: boolean }) {
    const { owner, repo } = this.#options;
    await this.#request(
      `/orgs/${encodeURIComponent(owner)}/repos`,
      z.unknown(),
      {
        name: repo,
        description: details.description,
        private: details.isPrivate,
      },
    );
  }

  get #path(): string {
    const { owner, repo } = this.#options;
    return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  }

  async #request<T>(
    path: string,
    schema: z.ZodType<T>,
    body?: object,
  ): Promise<T | undefined> {
    const { config, signal } = this.#options;
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...getGiteaRequestOptions(config).headers,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (response.status === 404 && !body) {
      return undefined;
    }
    if (!response.ok) {
      throw new ServiceUnavailableError(
        `'${this.baseUrl}' answered ${response.status} for '${path}': ${(
          await response.text()
        ).slice(0, 200)}`,
      );
    }
    return schema.parse(await response.json());
  }
}
