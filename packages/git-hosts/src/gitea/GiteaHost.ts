import { InputError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { z } from 'zod';
import type { GitHost, OpenRepositoryOptions } from '../GitHost';
import {
  parseRepositoryPage,
  type RepositoryName,
  type RepositoryPage,
} from '../HostRepository';
import { encodePath } from '../http/encodePath';
import { HostApi } from '../http/HostApi';
import { LimitsByHost } from '../http/LimitsByHost';
import { GiteaRepository } from './GiteaRepository';

/** Gitea and Forgejo, by the portal's integrations. */
export class GiteaHost implements GitHost<GiteaRepository> {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #limits = new LimitsByHost('Gitea');

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  findRepository(pageUrl: string): RepositoryPage | undefined {
    const config = this.#findConfig(pageUrl);
    return config && parseRepositoryPage(pageUrl, toBaseUrl(config));
  }

  hasCredentials(url: string): boolean {
    return Boolean(this.#findConfig(url)?.password);
  }

  open(
    repository: RepositoryName,
    options?: OpenRepositoryOptions,
  ): GiteaRepository {
    const path = `repos/${encodePath(repository.fullName)}`;
    return new GiteaRepository(
      repository,
      this.#openApi(path, repository, options),
    );
  }

  /** Makes a repository without content in an organisation. */
  async createRepository(
    repository: RepositoryName,
    details: { description: string; isPrivate: boolean },
    options?: OpenRepositoryOptions,
  ): Promise<void> {
    const [owner, name] = repository.fullName.split('/');
    const path = `orgs/${encodePath(owner)}`;
    await this.#openApi(path, repository, options).request('/repos', {
      schema: z.unknown(),
      method: 'POST',
      body: {
        name,
        description: details.description,
        private: details.isPrivate,
      },
    });
  }

  #openApi(
    path: string,
    { fullName, url }: RepositoryName,
    options: OpenRepositoryOptions | undefined,
  ): HostApi {
    const config = this.#findConfig(url);
    if (!config) {
      throw new InputError(`No Gitea integration is configured for '${url}'`);
    }
    const baseUrl = `${toBaseUrl(config)}/api/v1/${path}`;
    return new HostApi({
      ...options,
      baseUrl,
      pagesBelow: `${baseUrl}/`,
      getHeaders: async () => ({ ...getGiteaRequestOptions(config).headers }),
      limits: this.#limits.get(config.host),
      owner: fullName.split('/')[0],
    });
  }

  #findConfig(url: string): GiteaIntegrationConfig | undefined {
    return URL.canParse(url)
      ? this.#integrations.gitea.byUrl(url)?.config
      : undefined;
  }
}

function toBaseUrl({ baseUrl, host }: GiteaIntegrationConfig): string {
  return (baseUrl ?? `https://${host}`).replace(/\/+$/, '');
}
