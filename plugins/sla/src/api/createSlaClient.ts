import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { SlaApi } from './SlaApi';

/** Asks the sla backend, and slo for what an agreement can be measured by. */
export function createSlaClient(fetchApi: FetchApi): SlaApi {
  const http = new PluginHttpClient({ pluginId: 'sla', fetchApi });
  const slo = new PluginHttpClient({ pluginId: 'slo', fetchApi });
  return {
    listSlos: query => slo.get('/slos', query),
    listAgreements: query => http.get('/agreements', query),
    getAgreement: id => http.get(urlPath`/agreements/${id}`),
    createAgreement: terms => http.post('/agreements', terms),
    updateAgreement: (id, terms) => http.put(urlPath`/agreements/${id}`, terms),
    deleteAgreement: id => http.delete(urlPath`/agreements/${id}`),
    listReports: query => http.get('/reports', query),
    getReport: (agreementId, month) =>
      http.get(urlPath`/reports/${agreementId}/${month}`),
    exportReport: (agreementId, month) =>
      http.getText(urlPath`/reports/${agreementId}/${month}`, {
        format: 'csv',
      }),
    closeReport: (agreementId, month) =>
      http.post(urlPath`/reports/${agreementId}/${month}/close`, {}),
  };
}
