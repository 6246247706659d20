import type {
  Attention,
  EntityList,
  EntityListQuery,
} from '@atrium/plugin-entity-summary-common';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { HttpReadOptions } from '@atrium/ui';

/** What the home page asks. */
export interface HomeApi {
  /** What waits for the person who asks, most urgent first. */
  getAttention(options?: HttpReadOptions): Promise<Attention>;
  /** Entities with what is known of them at a glance. */
  listEntities(
    query: EntityListQuery,
    options?: HttpReadOptions,
  ): Promise<EntityList>;
}

export const homeApiRef = createApiRef<HomeApi>().with({
  id: 'plugin.home.atrium',
  pluginId: 'home',
});
