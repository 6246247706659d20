import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { ScorecardApi } from './ScorecardApi';

/** Asks the scorecard backend. */
export function createScorecardClient(fetchApi: FetchApi): ScorecardApi {
  const http = new PluginHttpClient({ pluginId: 'scorecard', fetchApi });
  return {
    listScorecards: () => http.get('/scorecards'),
    getScorecard: name => http.get(urlPath`/scorecards/${name}`),
    listResults: (query, options) => http.get('/results', query, options),
    getReport: query => http.get('/report', query),
    getHistory: query => http.get('/history', { ...query }),
    readCsv: (list, query) => http.getBlob(`/${list}.csv`, { ...query }),
    listExemptions: query => http.get('/exemptions', query),
    getExemptionDebt: () => http.get('/exemptions/debt'),
    createExemption: exemption => http.post('/exemptions', exemption),
    decideExemption: ({ id, action, note }) =>
      http.post(urlPath`/exemptions/${id}/${action}`, { note }),
    listInitiatives: query => http.get('/initiatives', query),
    getInitiative: id => http.get(urlPath`/initiatives/${id}`),
    createInitiative: initiative => http.post('/initiatives', initiative),
    updateInitiative: (id, initiative) =>
      http.put(urlPath`/initiatives/${id}`, initiative),
    cancelInitiative: id => http.delete(urlPath`/initiatives/${id}`),
    getFix: query => http.get('/fixes', { ...query }),
    createFix: fix => http.post('/fixes', fix),
    confirmOwnership: entityRef =>
      http.post('/ownership-confirmations', { entityRef }),
    listFindings: (query, options) => http.get('/findings', query, options),
    getFinding: id => http.get(urlPath`/findings/${id}`),
    listFindingScans: query => http.get('/findings/scans', query),
    listFindingTools: query => http.get('/findings/tools', query),
    suppressFinding: (id, input) =>
      http.post(urlPath`/findings/${id}/suppression`, input),
    endSuppression: id => http.delete(urlPath`/findings/${id}/suppression`),
    listComponents: query => http.get('/components', query),
    getFacts: () => http.get('/facts'),
    dryRun: dryRun => http.post('/dry-runs', dryRun),
    getProposalDraft: subject => http.get('/proposals', { ...subject }),
    checkProposal: proposal => http.post('/proposals/check', proposal),
    propose: proposal => http.post('/proposals', proposal),
  };
}
