import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient } from '@atrium/ui';
import type { ApiHistoryApi } from './ApiHistoryApi';

/** Asks the backend of api-history. */
export function createApiHistoryClient(fetchApi: FetchApi): ApiHistoryApi {
  const http = new PluginHttpClient({ pluginId: 'api-history', fetchApi });
  return {
    listVersions: query => http.get('/versions', query),
    getDiff: query => http.get('/diff', query),
    getLineDiff: query => http.get('/diff/lines', query),
    listBreaking: query => http.get('/breaking', query),
  };
}
