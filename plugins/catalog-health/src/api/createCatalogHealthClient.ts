import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient } from '@atrium/ui';
import type { CatalogHealthApi } from './CatalogHealthApi';

/** Asks the backend of catalog-health. */
export function createCatalogHealthClient(
  fetchApi: FetchApi,
): CatalogHealthApi {
  const http = new PluginHttpClient({ pluginId: 'catalog-health', fetchApi });
  return {
    listProblems: (query, options) => http.get('/problems', query, options),
  };
}
