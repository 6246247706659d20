import type { HostAnswer, PollClient } from '@atrium/plugin-delivery-node';
import { RateLimits } from '@atrium/git-hosts';
import { InputError, ResponseError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import type { GithubRepository } from '../mapping/GithubRepository';

const NEXT_PAGE = /<([^>]+)>;\s*rel="next"/;
const API_VERSION = '2022-11-28';
const REQUEST_TIMEOUT_MS = 30_000;

/** What the client needs. */
export interface GithubClientOptions {
  integrations: ScmIntegrationRegistry;
  credentials: GithubCredentialsProvider;
}

/** How to ask. */
export interface GithubRequestOptions {
  method?: 'GET' | 'POST';
  /** What was answered last time; an unchanged answer costs nothing. */
  etag?: string;
  /** Nobody waits for the answer: leave some of the rate limit to others. */
  isBackground?: boolean;
}

/** Asks GitHub's REST API about repositories, by the portal's integrations. */
export class GithubClient implements PollClient {
  readonly #options: GithubClientOptions;
  readonly #limits = new RateLimits('GitHub');

  constructor(options: GithubClientOptions) {
    this.#options = options;
  }

  /** Whether an integration is configured for the host of an address. */
  covers(url: string): boolean {
    return this.#options.integrations.github.byUrl(url) !== undefined;
  }

  /** Whether the portal may do more at a host than look at what is public. */
  hasCredentials(url: string): boolean {
    const config = this.#options.integrations.github.byUrl(url)?.config;
    return Boolean(config?.token || config?.apps?.length);
  }

  /** Asks for what is below a repository, or for a page named by an answer. */
  async request(
    repository: GithubRepository,
    pathOrUrl: string,
    options: GithubRequestOptions = {},
  ): Promise<HostAnswer> {
    const { isBackground = false, method = 'GET', etag } = options;
    const [owner] = repository.fullName.split('/');
    this.#limits.check(owner, { isBackground });
    const url = this.#toUrl(repository, pathOrUrl);
    const { headers } = await this.#options.credentials.getCredentials({
      url: repository.url,
    });
    const response = await fetch(url, {
      method,
      headers: {
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': API_VERSION,
        // Else fetch adds "no-cache", by which a server may ignore the ETag.
        ...(etag
          ? { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' }
          : {}),
        ...headers,
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    this.#limits.observe(owner, response);
    if (response.status === 304) {
      return { isUnchanged: true, etag };
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const text = await response.text();
    return {
      body: text === '' ? undefined : JSON.parse(text),
      isUnchanged: false,
      etag: response.headers.get('etag') ?? undefined,
      nextUrl: NEXT_PAGE.exec(response.headers.get('link') ?? '')?.[1],
    };
  }

  #toUrl(repository: GithubRepository, pathOrUrl: string): string {
    const { github } = this.#options.integrations;
    const apiBaseUrl = github.byUrl(repository.url)?.config.apiBaseUrl;
    if (!apiBaseUrl) {
      throw new InputError(
        `No GitHub integration is configured for '${repository.url}'`,
      );
    }
    if (!/^https?:/.test(pathOrUrl)) {
      return `${apiBaseUrl}/repos/${repository.fullName}${pathOrUrl}`;
    }
    // An answer must not send our credentials elsewhere.
    if (new URL(pathOrUrl).origin !== new URL(apiBaseUrl).origin) {
      throw new InputError(`'${pathOrUrl}' is not at '${apiBaseUrl}'`);
    }
    return pathOrUrl;
  }
}
