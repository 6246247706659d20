import type {
  Attention,
  EntityList,
  EntityListQuery,
  EntitySummary,
  SavedView,
  SaveView,
} from '@atrium/plugin-entity-summary-common';
import type { HttpReadOptions } from '@atrium/ui';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What is known of entities at a glance, as far as the person may see it. */
export interface EntitySummaryApi {
  /** One page of a list, with the counts of its kinds and filters. */
  listEntities(
    query: EntityListQuery,
    options?: HttpReadOptions,
  ): Promise<EntityList>;
  /** All pages of it as a file for a spreadsheet. */
  exportEntities(query: EntityListQuery): Promise<Blob>;
  /** What the page of one entity shows first. */
  getSummary(
    entityRef: string,
    options?: HttpReadOptions,
  ): Promise<EntitySummary>;
  /** What waits for the person, most urgent first. */
  getAttention(options?: HttpReadOptions): Promise<Attention>;
  /** The views of the catalog that are the person's own or their teams'. */
  listViews(options?: HttpReadOptions): Promise<{ items: SavedView[] }>;
  saveView(view: SaveView): Promise<SavedView>;
  deleteView(id: string): Promise<void>;
}

export const entitySummaryApiRef = createApiRef<EntitySummaryApi>().with({
  id: 'plugin.catalog.entity-summary',
  pluginId: 'catalog',
});
