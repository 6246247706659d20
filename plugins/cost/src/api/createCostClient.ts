import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { CostApi } from './CostApi';

/** Asks the cost backend. */
export function createCostClient(fetchApi: FetchApi): CostApi {
  const http = new PluginHttpClient({ pluginId: 'cost', fetchApi });
  return {
    getSummary: query => http.get('/summary', { ...query }),
    getSeries: query => http.get('/series', { ...query }),
    getBreakdown: query => http.get('/breakdown', { ...query }),
    downloadBreakdown: (query, format) =>
      http.getBlob(urlPath`/breakdown.${format}`, { ...query }),
    getMovers: query => http.get('/movers', { ...query }),
    listResources: (query, options) =>
      http.get('/resources', { ...query }, options),
    listRows: (query, options) => http.get('/rows', { ...query }, options),
    getUnitCosts: entityRef => http.get('/unit-costs', { entityRef }),
    getSavings: entityRef => http.get('/savings', { entityRef }),
    getBudgets: query => http.get('/budgets', { ...query }),
    getBudgetDraft: entityRef => http.get('/budget-proposals', { entityRef }),
    proposeBudget: proposal => http.post('/budget-proposals', proposal),
    listAnomalies: query => http.get('/anomalies', { ...query }),
    acknowledgeAnomaly: (id, body) =>
      http.post(urlPath`/anomalies/${id}/acknowledge`, body),
    listImports: query => http.get('/imports', { ...query }),
    getImport: id => http.get(urlPath`/imports/${id}`),
    upload: (query, file) => http.postFile('/imports', { ...query }, file),
    listSources: () => http.get('/sources'),
    getAllocation: () => http.get('/allocation'),
    listAllocationVersions: () => http.get('/allocation/versions'),
    getUnallocated: query => http.get('/unallocated', { ...query }),
    dryRunRules: dryRun => http.post('/rule-dry-runs', dryRun),
    getProposalDraft: subject => http.get('/proposals', { ...subject }),
    checkProposal: proposal => http.post('/proposals/check', proposal),
    propose: proposal => http.post('/proposals', proposal),
  };
}
