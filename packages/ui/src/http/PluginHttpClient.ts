import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';

/** Options of {@link PluginHttpClient}. */
export interface PluginHttpClientOptions {
  /** The plugin whose backend is asked. */
  pluginId: string;
  fetchApi: FetchApi;
}

/**
 * The search parameters of a request: a list repeats its parameter, and what is
 * undefined is left out.
 */
export type HttpQuery = Partial<
  Record<string, string | number | boolean | readonly string[]>
>;

/** Options of a read. The context of a query function fits. */
export interface HttpReadOptions {
  /** Aborts the request. */
  signal?: AbortSignal;
}

/** Options of a change. */
export interface HttpWriteOptions {
  /** Besides the type of its content, such as `Idempotency-Key`. */
  headers?: Record<string, string>;
}

/**
 * Speaks JSON over HTTP to the backend of a plugin.
 *
 * @remarks Paths begin with a slash; write values into them by {@link urlPath}.
 * Each method throws a `ResponseError` when the backend refuses.
 */
export class PluginHttpClient {
  readonly #baseUrl: string;
  readonly #fetchApi: FetchApi;

  constructor(options: PluginHttpClientOptions) {
    this.#baseUrl = `plugin://${options.pluginId}`;
    this.#fetchApi = options.fetchApi;
  }

  async get<T>(
    path: string,
    query?: HttpQuery,
    options?: HttpReadOptions,
  ): Promise<T> {
    return (await this.#read(path, query, options)).json();
  }

  /** Reads a text that is not JSON, such as YAML. */
  async getText(path: string, query?: HttpQuery): Promise<string> {
    return (await this.#read(path, query)).text();
  }

  /** Reads a file to save, such as CSV. */
  async getBlob(path: string, query?: HttpQuery): Promise<Blob> {
    return (await this.#read(path, query)).blob();
  }

  /** Sends `body` as JSON, if there is one. */
  post<T>(
    path: string,
    body?: unknown,
    options?: HttpWriteOptions,
  ): Promise<T> {
    return this.#write(path, { method: 'POST', body, ...options });
  }

  /** Sends `body` as JSON in place of what is there. */
  put<T>(path: string, body: unknown): Promise<T> {
    return this.#write(path, { method: 'PUT', body });
  }

  /** Sends a file as it is. */
  async postFile<T>(path: string, query: HttpQuery, file: Blob): Promise<T> {
    const response = await this.#fetch(`${path}${toSearch(query)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    return response.json();
  }

  delete<T>(path: string): Promise<T> {
    return this.#write(path, { method: 'DELETE' });
  }

  #read(
    path: string,
    query: HttpQuery = {},
    options?: HttpReadOptions,
  ): Promise<Response> {
    return this.#fetch(
      `${path}${toSearch(query)}`,
      options && { signal: options.signal },
    );
  }

  async #write<T>(
    path: string,
    request: HttpWriteOptions & { method: string; body?: unknown },
  ): Promise<T> {
    const { method, body, headers } = request;
    const response = await this.#fetch(path, {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && {
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    // A change that was accepted need not be answered by anything.
    const text = await response.text();
    const answer = text ? JSON.parse(text) : undefined;
    return answer;
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `${this.#baseUrl}${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function toSearch(query: HttpQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value ?? []].flat()) {
      params.append(name, String(item));
    }
  }
  return params.size > 0 ? `?${params}` : '';
}
