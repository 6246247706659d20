import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  AlertQuery,
  CheckSloProposal,
  ContractQuery,
  CreateExclusion,
  CreateGateOverride,
  CreateSloProposal,
  EntityDefinitions,
  ExclusionQuery,
  GateAnswer,
  HeatMapQuery,
  HeatMapSlo,
  PrometheusRules,
  ReportQuery,
  SeriesQuery,
  SlaContract,
  SlaContractInput,
  SlaContractSummary,
  SlaReport,
  SloAlert,
  SloDetails,
  SloExclusion,
  SloListQuery,
  SloProposal,
  SloProposalCheck,
  SloProposalDraft,
  SloSeries,
  SloSummary,
} from '@atrium/plugin-slo-common';
import type { SloApi } from './SloApi';
import { type Query, toSearch } from './toSearch';

/** Speaks to the slo backend over HTTP. */
export class SloClient implements SloApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  listSlos(query: SloListQuery): Promise<Page<SloSummary>> {
    return this.#get('/slos', query);
  }

  getSlo(id: string): Promise<SloDetails> {
    return this.#get(sloPath(id));
  }

  getSeries(id: string, query: SeriesQuery): Promise<SloSeries> {
    return this.#get(`${sloPath(id)}/series`, query);
  }

  getHeatMap(query: HeatMapQuery): Promise<Page<HeatMapSlo>> {
    return this.#get('/heat-map', query);
  }

  getDefinitions(entityRef: string): Promise<EntityDefinitions> {
    return this.#get('/definitions', { entityRef });
  }

  listAlerts(query: AlertQuery): Promise<Page<SloAlert>> {
    return this.#get('/alerts', query);
  }

  listExclusions(query: ExclusionQuery): Promise<Page<SloExclusion>> {
    return this.#get('/exclusions', query);
  }

  createExclusion(exclusion: CreateExclusion): Promise<SloExclusion> {
    return this.#post('/exclusions', exclusion);
  }

  deleteExclusion(id: string): Promise<SloExclusion> {
    return this.#delete(`/exclusions/${encodeURIComponent(id)}`);
  }

  getGate(entityRef: string): Promise<GateAnswer> {
    return this.#get(gatePath(entityRef));
  }

  overrideGate(
    entityRef: string,
    override: CreateGateOverride,
  ): Promise<GateAnswer> {
    return this.#post(`${gatePath(entityRef)}/override`, override);
  }

  getProposalDraft(entityRef: string): Promise<SloProposalDraft> {
    return this.#get('/proposals', { entityRef });
  }

  checkSlo(proposal: CheckSloProposal): Promise<SloProposalCheck> {
    return this.#post('/proposals/check', proposal);
  }

  proposeSlo(proposal: CreateSloProposal): Promise<SloProposal> {
    return this.#post('/proposals', proposal);
  }

  async exportOpenSlo(id: string): Promise<string> {
    return (await this.#fetch(`${sloPath(id)}/openslo`)).text();
  }

  exportPrometheusRules(id: string): Promise<PrometheusRules> {
    return this.#get(`${sloPath(id)}/prometheus-rules`);
  }

  listContracts(query: ContractQuery): Promise<Page<SlaContractSummary>> {
    return this.#get('/contracts', query);
  }

  getContract(id: string): Promise<SlaContract> {
    return this.#get(contractPath(id));
  }

  createContract(terms: SlaContractInput): Promise<SlaContract> {
    return this.#post('/contracts', terms);
  }

  updateContract(id: string, terms: SlaContractInput): Promise<SlaContract> {
    return this.#send('PUT', contractPath(id), terms);
  }

  deleteContract(id: string): Promise<SlaContract> {
    return this.#delete(contractPath(id));
  }

  listReports(query: ReportQuery): Promise<Page<SlaReport>> {
    return this.#get('/reports', query);
  }

  getReport(contractId: string, month: string): Promise<SlaReport> {
    return this.#get(reportPath(contractId, month));
  }

  async exportReport(contractId: string, month: string): Promise<string> {
    const path = `${reportPath(contractId, month)}?format=csv`;
    return (await this.#fetch(path)).text();
  }

  closeReport(contractId: string, month: string): Promise<SlaReport> {
    return this.#post(`${reportPath(contractId, month)}/close`, {});
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.#fetch(`${path}${toSearch(query)}`)).json();
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.#send('POST', path, body);
  }

  async #delete<T>(path: string): Promise<T> {
    return (await this.#fetch(path, { method: 'DELETE' })).json();
  }

  async #send<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
  ): Promise<T> {
    const response = await this.#fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(`plugin://slo${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function sloPath(id: string): string {
  return `/slos/${encodeURIComponent(id)}`;
}

function gatePath(entityRef: string): string {
  return `/gates/${encodeURIComponent(entityRef)}`;
}

function contractPath(id: string): string {
  return `/contracts/${encodeURIComponent(id)}`;
}

function reportPath(contractId: string, month: string): string {
  return `/reports/${encodeURIComponent(contractId)}/${month}`;
}
