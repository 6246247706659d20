import { InputError } from '@backstage/errors';
import {
  DefaultGitlabCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { OpenRepositoryOptions } from '../GitHost';
import type { RepositoryName } from '../HostRepository';
import { HostApi } from '../http/HostApi';
import { LimitsByHost } from '../http/LimitsByHost';
import { GitlabRepository } from './GitlabRepository';

/** GitLab, by the portal's integrations; it is only read. */
export class GitlabHost {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: DefaultGitlabCredentialsProvider;
  readonly #limits = new LimitsByHost('GitLab');

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  }

  /** @throws InputError when no integration covers the repository. */
  open(
    { fullName, url }: RepositoryName,
    options?: OpenRepositoryOptions,
  ): GitlabRepository {
    const config = this.#integrations.gitlab.byUrl(url)?.config;
    if (!config) {
      throw new InputError(`No GitLab integration is configured for '${url}'`);
    }
    const baseUrl = `${config.apiBaseUrl}/projects/${encodeURIComponent(
      fullName,
    )}`;
    return new GitlabRepository(
      new HostApi({
        ...options,
        baseUrl,
        pagesBelow: `${baseUrl}/`,
        getHeaders: async () => ({
          ...(await this.#credentials.getCredentials({ url })).headers,
        }),
        limits: this.#limits.get(config.host),
        owner: fullName.split('/')[0],
      }),
    );
  }
}
