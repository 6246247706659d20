import { PluginClient } from '@atrium/backend-common';
import {
  type ApiSummary,
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
}
