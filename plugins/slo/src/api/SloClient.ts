import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  AlertQuery,
  CreateExclusion,
  CreateGateOverride,
  EntityDefinitions,
  ExclusionQuery,
  GateAnswer,
  HeatMapQuery,
  HeatMapRow,
  PrometheusRules,
  SeriesQuery,
  SloAlert,
  SloDetails,
  SloExclusion,
  SloListQuery,
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

  getHeatMap(query: HeatMapQuery): Promise<Page<HeatMapRow>> {
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

  async deleteExclusion(id: string): Promise<SloExclusion> {
    const response = await this.#fetch(
      `/exclusions/${encodeURIComponent(id)}`,
      { method: 'DELETE' },
    );
    return response.json();
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

  async exportOpenSlo(id: string): Promise<string> {
    return (await this.#fetch(`${sloPath(id)}/openslo`)).text();
  }

  exportPrometheusRules(id: string): Promise<PrometheusRules> {
    return this.#get(`${sloPath(id)}/prometheus-rules`);
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.#fetch(`${path}${toSearch(query)}`)).json();
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const response = await this.#fetch(path, {
      method: 'POST',
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
