import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';

type QueryValue = string | number | string[] | undefined;

/** Backends give up on their own queries before this. */
const TIMEOUT_MS = 30_000;

/** What {@link PluginClient} works with. */
export interface PluginClientServices {
  auth: AuthService;
  discovery: DiscoveryService;
  /** How long the plugin may take to answer. Default: 30 seconds. */
  timeoutMs?: number;
}

/** Who asks. */
export interface PluginClientOptions {
  credentials: BackstageCredentials;
}

/** Asks the backend of another plugin, on behalf of whoever asks. */
export class PluginClient {
  readonly #pluginId: string;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #timeoutMs: number;

  constructor(pluginId: string, services: PluginClientServices) {
    this.#pluginId = pluginId;
    this.#auth = services.auth;
    this.#discovery = services.discovery;
    this.#timeoutMs = services.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * Reads JSON; a list in the query becomes a repeated parameter.
   *
   * @throws ResponseError with what the plugin answered, ServiceUnavailableError
   * when it did not.
   */
  async get<T>(
    path: string,
    query: { [name: string]: QueryValue },
    options: PluginClientOptions,
  ): Promise<T> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of [value].flat()) {
        if (item !== undefined) {
          parameters.append(name, String(item));
        }
      }
    }
    return this.#request(`${path}?${parameters}`, options);
  }

  /**
   * Sends JSON and reads the answer.
   *
   * @throws ResponseError with what the plugin answered, ServiceUnavailableError
   * when it did not.
   */
  async post<T>(
    path: string,
    body: object,
    options: PluginClientOptions & {
      mediaType?: string;
      headers?: { [name: string]: string };
    },
  ): Promise<T> {
    const { mediaType = 'application/json', headers } = options;
    return this.#request(path, options, {
      method: 'POST',
      headers: { ...headers, 'content-type': mediaType },
      body: JSON.stringify(body),
    });
  }

  /**
   * Asks about any number of entities, some at a time, and joins the answers.
   *
   * @throws as `post` does
   */
  async postForRefs<T>(
    path: string,
    entityRefs: readonly string[],
    { batchSize, ...options }: PluginClientOptions & { batchSize: number },
  ): Promise<T[]> {
    const found: T[] = [];
    for (let start = 0; start < entityRefs.length; start += batchSize) {
      const { items } = await this.post<{ items: T[] }>(
        path,
        { entityRefs: entityRefs.slice(start, start + batchSize) },
        options,
      );
      found.push(...items);
    }
    return found;
  }

  async #request<T>(
    path: string,
    { credentials }: PluginClientOptions,
    init?: RequestInit,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: this.#pluginId,
    });
    const baseUrl = await this.#discovery.getBaseUrl(this.#pluginId);
    const response = await this.#fetch(`${baseUrl}${path}`, path, {
      ...init,
      headers: { ...init?.headers, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(this.#timeoutMs),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  async #fetch(
    url: string,
    path: string,
    init: RequestInit,
  ): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch (error) {
      throw new ServiceUnavailableError(
        `'${this.#pluginId}' did not answer ${path.replace(/\?.*$/, '')}`,
        error,
      );
    }
  }
}
