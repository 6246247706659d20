import { PluginClient } from '@atrium/backend-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { DocsService, DocsServiceOptions } from './DocsService';
import { type DocsSummary, MAX_SUMMARY_REFS } from './docsSummary';

/** Asks techdocs over HTTP, wherever it runs. */
export class DocsClient implements DocsService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('techdocs', options);
  }

  async getSummaries(entityRefs: string[], options: DocsServiceOptions) {
    const summaries: DocsSummary[] = [];
    for (let start = 0; start < entityRefs.length; start += MAX_SUMMARY_REFS) {
      const { items } = await this.#client.post<{ items: DocsSummary[] }>(
        '/docs-summaries/by-entity',
        { entityRefs: entityRefs.slice(start, start + MAX_SUMMARY_REFS) },
        options,
      );
      summaries.push(...items);
    }
    return summaries;
  }
}
