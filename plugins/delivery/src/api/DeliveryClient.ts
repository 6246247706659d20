import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  Change,
  ChangeQuery,
  Deployment,
  DeploymentQuery,
  DoraComparison,
  DoraQuery,
  DoraReport,
  EnvironmentMatrix,
  ServicePeriodQuery,
  Incident,
  IncidentQuery,
  OverviewItem,
  OverviewQuery,
  RefusedClaims,
  Run,
  RunDetails,
  RunQuery,
  RunTrend,
  RunTrendQuery,
  Timeline,
} from '@atrium/plugin-delivery-common';
import type { DeliveryApi, ExportedList } from './DeliveryApi';

type Query = Partial<Record<string, string | number | string[] | undefined>>;

/** Speaks to the delivery backend over HTTP. */
export class DeliveryClient implements DeliveryApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getRuns(query: RunQuery): Promise<Page<Run>> {
    return this.#get('/runs', query);
  }

  getRun(id: string): Promise<RunDetails> {
    return this.#get(`/runs/${encodeURIComponent(id)}`);
  }

  async rerun(id: string): Promise<void> {
    const response = await this.#fetchApi.fetch(
      `plugin://delivery/runs/${encodeURIComponent(id)}/rerun`,
      { method: 'POST' },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  }

  async getRunTrends(query: RunTrendQuery): Promise<RunTrend[]> {
    const { items } = await this.#get<{ items: RunTrend[] }>(
      '/run-trends',
      query,
    );
    return items;
  }

  getDeployments(query: DeploymentQuery): Promise<Page<Deployment>> {
    return this.#get('/deployments', query);
  }

  getChanges(query: ChangeQuery): Promise<Page<Change>> {
    return this.#get('/changes', query);
  }

  getIncidents(query: IncidentQuery): Promise<Page<Incident>> {
    return this.#get('/incidents', query);
  }

  getEnvironments(entityRef: string): Promise<EnvironmentMatrix> {
    return this.#get('/environments', { entityRef });
  }

  getRefusedClaims(entityRef: string): Promise<RefusedClaims> {
    return this.#get('/refused-claims', { entityRef });
  }

  getOverview(query: OverviewQuery): Promise<Page<OverviewItem>> {
    return this.#get('/overview', query);
  }

  getDora(query: DoraQuery): Promise<DoraReport> {
    return this.#get('/dora', query);
  }

  getTimeline(query: ServicePeriodQuery): Promise<Timeline> {
    return this.#get('/timeline', query);
  }

  async exportCsv(
    list: ExportedList,
    query: ServicePeriodQuery,
  ): Promise<Blob> {
    return (await this.#fetch(`/${list}.csv`, query)).blob();
  }

  compareDora(
    entityRefs: string[],
    period: { from: string; to: string },
  ): Promise<DoraComparison> {
    return this.#get('/dora/comparison', { entityRef: entityRefs, ...period });
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.#fetch(path, query)).json();
  }

  async #fetch(path: string, query: Query): Promise<Response> {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of [value ?? []].flat()) {
        params.append(name, String(item));
      }
    }
    const search = params.size > 0 ? `?${params}` : '';
    const response = await this.#fetchApi.fetch(
      `plugin://delivery${path}${search}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
