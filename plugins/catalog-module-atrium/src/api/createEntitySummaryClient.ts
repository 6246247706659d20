import { parseEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { EntitySummaryApi } from './EntitySummaryApi';

/** Asks the backend of entity-summary. */
export function createEntitySummaryClient(
  fetchApi: FetchApi,
): EntitySummaryApi {
  const http = new PluginHttpClient({ pluginId: 'entity-summary', fetchApi });
  return {
    listEntities: (query, options) => http.get('/entities', query, options),
    exportEntities: query => http.getBlob('/entities.csv', query),
    getSummary: (entityRef, options) => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return http.get(
        urlPath`/entities/${kind}/${namespace}/${name}`,
        undefined,
        options,
      );
    },
    getAttention: options => http.get('/attention', undefined, options),
    listViews: options => http.get('/views', undefined, options),
    saveView: view => http.post('/views', view),
    deleteView: id => http.delete(urlPath`/views/${id}`),
  };
}
