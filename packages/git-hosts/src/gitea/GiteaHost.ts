import { InputError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { GitHost, OpenRepositoryOptions } from '../GitHost';
import {
  parseRepositoryPage,
  type RepositoryName,
  type RepositoryPage,
} from '../HostRepository';
import { encodePath } from '../http/encodePath';
import { HostApi } from '../http/HostApi';
import { RateLimits } from '../http/RateLimits';
import { GiteaRepository } from './GiteaRepository';

/** Gitea and Forgejo, by the portal's integrations. */
export class GiteaHost implements GitHost<GiteaRepository> {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #limits = new Map<string, RateLimits>();

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
    const { fullName, url } = repository;
    const config = this.#findConfig(url);
    if (!config) {
      throw new InputError(`No Gitea integration is configured for '${url}'`);
    }
    const baseUrl = `${toBaseUrl(config)}/api/v1/repos/${encodePath(fullName)}`;
    const api = new HostApi({
      ...options,
      baseUrl,
      pagesBelow: `${baseUrl}/`,
      getHeaders: async () => ({ ...getGiteaRequestOptions(config).headers }),
      limits: this.#limitsOf(config),
      owner: fullName.split('/')[0],
    });
    return new GiteaRepository(repository, api);
  }

  #findConfig(url: string): GiteaIntegrationConfig | undefined {
    return URL.canParse(url)
      ? this.#integrations.gitea.byUrl(url)?.config
      : undefined;
  }

  #limitsOf({ host }: GiteaIntegrationConfig): RateLimits {
    const limits = this.#limits.get(host) ?? new RateLimits('Gitea');
    this.#limits.set(host, limits);
    return limits;
  }
}

function toBaseUrl({ baseUrl, host }: GiteaIntegrationConfig): string {
  return (baseUrl ?? `https://${host}`).replace(/\/+$/, '');
}
