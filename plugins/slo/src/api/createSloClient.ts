import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { SloApi } from './SloApi';

/** Asks the slo backend. */
export function createSloClient(fetchApi: FetchApi): SloApi {
  const http = new PluginHttpClient({ pluginId: 'slo', fetchApi });
  return {
    listSlos: (query, options) => http.get('/slos', query, options),
    getSlo: id => http.get(urlPath`/slos/${id}`),
    getSeries: (id, query) => http.get(urlPath`/slos/${id}/series`, query),
    getHeatMap: query => http.get('/heat-map', query),
    getDefinitions: entityRef => http.get('/definitions', { entityRef }),
    listAlerts: query => http.get('/alerts', query),
    listExclusions: query => http.get('/exclusions', query),
    createExclusion: exclusion => http.post('/exclusions', exclusion),
    deleteExclusion: id => http.delete(urlPath`/exclusions/${id}`),
    getGate: entityRef => http.get(urlPath`/gates/${entityRef}`),
    overrideGate: (entityRef, override) =>
      http.post(urlPath`/gates/${entityRef}/override`, override),
    getProposalDraft: entityRef => http.get('/proposals', { entityRef }),
    checkSlo: proposal => http.post('/proposals/check', proposal),
    proposeSlo: proposal => http.post('/proposals', proposal),
    exportOpenSlo: id => http.getText(urlPath`/slos/${id}/openslo`),
    exportPrometheusRules: id =>
      http.get(urlPath`/slos/${id}/prometheus-rules`),
  };
}
