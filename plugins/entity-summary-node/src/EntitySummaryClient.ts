import { PluginClient } from '@atrium/backend-common';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  EntitySummaryService,
  EntitySummaryServiceOptions,
} from './EntitySummaryService';

/** How many refs one request names at most. */
const BATCH = 500;

/** Asks entity-summary over HTTP, wherever it runs. */
export class EntitySummaryClient implements EntitySummaryService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('entity-summary', options);
  }

  async getRows(entityRefs: string[], options: EntitySummaryServiceOptions) {
    const rows: EntityRow[] = [];
    for (let start = 0; start < entityRefs.length; start += BATCH) {
      const { items } = await this.#client.post<{ items: EntityRow[] }>(
        '/rows',
        { entityRefs: entityRefs.slice(start, start + BATCH) },
        options,
      );
      rows.push(...items);
    }
    return rows;
  }
}
