import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { RunTrend } from '@atrium/plugin-delivery-common';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { DeliveryApi } from './DeliveryApi';

/** Asks the delivery backend. */
export function createDeliveryClient(fetchApi: FetchApi): DeliveryApi {
  const http = new PluginHttpClient({ pluginId: 'delivery', fetchApi });
  return {
    getRuns: query => http.get('/runs', query),
    getRun: id => http.get(urlPath`/runs/${id}`),
    rerun: id => http.post(urlPath`/runs/${id}/rerun`),
    getRunTrends: async query =>
      (await http.get<{ items: RunTrend[] }>('/run-trends', query)).items,
    getDeployments: query => http.get('/deployments', query),
    getChanges: query => http.get('/changes', query),
    getIncidents: query => http.get('/incidents', query),
    getEnvironments: entityRef => http.get('/environments', { entityRef }),
    getRefusedClaims: entityRef => http.get('/refused-claims', { entityRef }),
    getOverview: query => http.get('/overview', query),
    getDora: query => http.get('/dora', query),
    getTimeline: query => http.get('/timeline', query),
    exportCsv: (list, query) => http.getBlob(urlPath`/${list}.csv`, query),
    compareDora: (entityRef, period) =>
      http.get('/dora/comparison', { entityRef, ...period }),
  };
}
