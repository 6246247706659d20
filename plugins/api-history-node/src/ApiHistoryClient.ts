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
    const summaries: ApiSummary[] = [];
    for (let start = 0; start < entityRefs.length; start += MAX_SUMMARY_REFS) {
      const { items } = await this.#client.post<{ items: ApiSummary[] }>(
        '/summaries/by-entity',
        { entityRefs: entityRefs.slice(start, start + MAX_SUMMARY_REFS) },
        options,
      );
      summaries.push(...items);
    }
    return summaries;
  }
}
