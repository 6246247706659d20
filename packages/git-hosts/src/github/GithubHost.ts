import { InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import type { GitHost, OpenRepositoryOptions } from '../GitHost';
import {
  parseRepositoryPage,
  type RepositoryName,
  type RepositoryPage,
} from '../HostRepository';
import { encodePath } from '../http/encodePath';
import { HostApi } from '../http/HostApi';
import { LimitsByHost } from '../http/LimitsByHost';
import { GithubRepository } from './GithubRepository';

const API_VERSION = '2022-11-28';

/** What GitHub is reached by. */
export interface GithubHostOptions {
  integrations: ScmIntegrationRegistry;
  credentials: GithubCredentialsProvider;
}

/** GitHub and GitHub Enterprise, by the portal's integrations. */
export class GithubHost implements GitHost<GithubRepository> {
  readonly #options: GithubHostOptions;
  readonly #limits = new LimitsByHost('GitHub');

  constructor(options: GithubHostOptions) {
    this.#options = options;
  }

  findRepository(pageUrl: string): RepositoryPage | undefined {
    return this.#findConfig(pageUrl)
      ? parseRepositoryPage(pageUrl, new URL(pageUrl).origin)
      : undefined;
  }

  /** Whether an integration is configured for the host of an address. */
  covers(url: string): boolean {
    return this.#findConfig(url) !== undefined;
  }

  hasCredentials(url: string): boolean {
    const config = this.#findConfig(url);
    return Boolean(config?.token || config?.apps?.length);
  }

  open(
    repository: RepositoryName,
    options?: OpenRepositoryOptions,
  ): GithubRepository {
    const { fullName, url } = repository;
    const config = this.#findConfig(url);
    if (!config) {
      throw new InputError(`No GitHub integration is configured for '${url}'`);
    }
    const apiBaseUrl = config.apiBaseUrl ?? `https://${config.host}/api/v3`;
    const api = new HostApi({
      ...options,
      baseUrl: `${apiBaseUrl}/repos/${encodePath(fullName)}`,
      pagesBelow: `${new URL(apiBaseUrl).origin}/`,
      getHeaders: async () => ({
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': API_VERSION,
        ...(await this.#options.credentials.getCredentials({ url })).headers,
      }),
      limits: this.#limits.get(config.host),
      owner: fullName.split('/')[0],
    });
    return new GithubRepository(repository, api);
  }

  #findConfig(url: string): GithubIntegrationConfig | undefined {
    return URL.canParse(url)
      ? this.#options.integrations.github.byUrl(url)?.config
      : undefined;
  }
}
