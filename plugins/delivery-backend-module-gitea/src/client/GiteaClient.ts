import type {
  HostAnswer,
  HostRepository,
  PollClient,
} from '@atrium/plugin-delivery-node';
import { InputError, ResponseError } from '@backstage/errors';
import {
  type GiteaIntegrationConfig,
  getGiteaRequestOptions,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { type GiteaRepository, parseGiteaRepository } from './GiteaRepository';

const NEXT_PAGE = /<([^>]+)>;\s*rel="next"/;
const REQUEST_TIMEOUT_MS = 30_000;

/** Asks Gitea's REST API about repositories, by the portal's integrations. */
export class GiteaClient implements PollClient {
  readonly #integrations: ScmIntegrationRegistry;

  constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  /**
   * The repository that an address at a configured host is in.
   *
   * @remarks Its addresses are made from the configuration: an event must not
   * send our credentials elsewhere.
   */
  findRepository(url: string): GiteaRepository | undefined {
    const config = this.#findConfig(url);
    return config && parseGiteaRepository(url, toBaseUrl(config));
  }

  /** Whether the portal may do more at a host than look at what is public. */
  hasCredentials(url: string): boolean {
    return Boolean(this.#findConfig(url)?.password);
  }

  /** Asks for what is below a repository, or for a page named by an answer. */
  async request(
    repository: HostRepository,
    pathOrUrl: string,
  ): Promise<HostAnswer> {
    const response = await this.#fetch(repository, pathOrUrl, 'GET');
    return {
      body: await response.json(),
      isUnchanged: false,
      nextUrl: NEXT_PAGE.exec(response.headers.get('link') ?? '')?.[1],
    };
  }

  /** Has Gitea do what is below a repository. */
  async post(repository: HostRepository, path: string): Promise<void> {
    await this.#fetch(repository, path, 'POST');
  }

  async #fetch(
    { fullName, source }: HostRepository,
    pathOrUrl: string,
    method: 'GET' | 'POST',
  ): Promise<Response> {
    const config = this.#findConfig(source);
    if (!config) {
      throw new InputError(
        `No Gitea integration is configured for '${source}'`,
      );
    }
    const apiUrl = `${toBaseUrl(config)}/api/v1/repos/${fullName}`;
    const isPage = /^https?:/.test(pathOrUrl);
    // An answer must not send our credentials elsewhere.
    if (isPage && !pathOrUrl.startsWith(`${apiUrl}/`)) {
      throw new InputError(`'${pathOrUrl}' is not at '${apiUrl}'`);
    }
    const response = await fetch(isPage ? pathOrUrl : `${apiUrl}${pathOrUrl}`, {
      method,
      headers: {
        Accept: 'application/json',
        ...getGiteaRequestOptions(config).headers,
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
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
