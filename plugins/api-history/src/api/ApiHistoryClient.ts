import type { Page } from '@atrium/common';
import type {
  ApiDiff,
  ApiLineDiff,
  ApiVersion,
  BreakingVersion,
  DiffQuery,
  ListBreakingQuery,
  ListVersionsQuery,
} from '@atrium/plugin-api-history-common';
import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { ApiHistoryApi } from './ApiHistoryApi';

/** Options of {@link ApiHistoryClient}. */
export interface ApiHistoryClientOptions {
  fetchApi: FetchApi;
}

/** Asks the backend by its REST API. */
export class ApiHistoryClient implements ApiHistoryApi {
  readonly #fetchApi: FetchApi;

  constructor(options: ApiHistoryClientOptions) {
    this.#fetchApi = options.fetchApi;
  }

  listVersions(query: ListVersionsQuery): Promise<Page<ApiVersion>> {
    return this.#get('/versions', query);
  }

  getDiff(query: DiffQuery): Promise<ApiDiff> {
    return this.#get('/diff', query);
  }

  getLineDiff(query: DiffQuery): Promise<ApiLineDiff> {
    return this.#get('/diff/lines', query);
  }

  listBreaking(query: ListBreakingQuery): Promise<Page<BreakingVersion>> {
    return this.#get('/breaking', query);
  }

  async #get<T>(path: string, query: Record<string, unknown>): Promise<T> {
    const response = await this.#fetchApi.fetch(
      `plugin://api-history${path}?${toSearch(query)}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function toSearch(query: Record<string, unknown>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item !== undefined) {
        search.append(name, String(item));
      }
    }
  }
  return search;
}
