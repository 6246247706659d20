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
    return this.#client.postForRefs<DocsSummary>(
      '/docs-summaries/by-entity',
      entityRefs,
      {
        ...options,
        batchSize: MAX_SUMMARY_REFS,
      },
    );
  }
}
