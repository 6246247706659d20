import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient } from '@atrium/ui';
import type { HomeApi } from './HomeApi';

/** Asks the backend of entity-summary. */
export function createHomeClient(fetchApi: FetchApi): HomeApi {
  const http = new PluginHttpClient({ pluginId: 'entity-summary', fetchApi });
  return {
    getAttention: options => http.get('/attention', {}, options),
    listEntities: (query, options) => http.get('/entities', query, options),
  };
}
