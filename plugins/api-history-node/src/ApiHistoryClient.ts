import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type ApiSummary,
  type ApiVersion,
  type BreakingVersion,
  type ListBreakingQuery,
  type ListVersionsQuery,
  MAX_SUMMARY_REFS,
} from '@atrium/plugin-api-history-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  ApiHistoryService,
  ApiHistoryServiceOptions,
} from './ApiHistoryService';

/** Asks api-history over HTTP, wherever it runs. */
export class ApiHistoryClient implements ApiHistoryService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('api-history', options);
  }

  async getSummaries(entityRefs: string[], options: ApiHistoryServiceOptions) {
    return this.#client.postForRefs<ApiSummary>(
      '/summaries/by-entity',
      entityRefs,
      {
        ...options,
        batchSize: MAX_SUMMARY_REFS,
      },
    );
  }

  async getVersions(
    query: ListVersionsQuery,
    options: ApiHistoryServiceOptions,
  ) {
    return this.#client.get<Page<ApiVersion>>(
      '/versions',
      { ...query },
      options,
    );
  }

  async getBreaking(
    query: ListBreakingQuery,
    options: ApiHistoryServiceOptions,
  ) {
    return this.#client.get<Page<BreakingVersion>>(
      '/breaking',
      { ...query },
      options,
    );
  }
}
