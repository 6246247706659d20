import { createApiRef } from '@backstage/frontend-plugin-api';

/** Opens the search over any page. */
export interface QuickSearchApi {
  open(): void;
  close(): void;
  isOpen(): boolean;
  /** Calls back on every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export const quickSearchApiRef = createApiRef<QuickSearchApi>().with({
  id: 'plugin.search.quick-search',
  pluginId: 'search',
});
