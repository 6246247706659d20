import { PluginHttpClient } from '@atrium/ui';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { EntityGraphApi } from './EntityGraphApi';

/** Asks the backend of the graph of entities. */
export function createEntityGraphClient(fetchApi: FetchApi): EntityGraphApi {
  const http = new PluginHttpClient({ pluginId: 'entity-graph', fetchApi });
  return {
    getNeighbourhood: (query, options) =>
      http.get('/neighbourhood', { ...query }, options),
    getImpact: (query, options) => http.get('/impact', { ...query }, options),
    exportNotice: query => http.getBlob('/impact.md', { ...query }),
    exportImpact: query => http.getBlob('/impact.csv', { ...query }),
    getReliance: (query, options) =>
      http.get('/reliance', { ...query }, options),
    getPath: (query, options) => http.get('/path', { ...query }, options),
    getCycles: () => http.get('/cycles'),
    getDifferences: query => http.get('/differences', { ...query }),
  };
}
