import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  AlertQuery,
  DailyCountQuery,
  DailyCounts,
  EntitySloStatus,
  GateAnswer,
  PushCount,
  PushCountsAnswer,
  SeriesQuery,
  SloAlert,
  SloDetails,
  SloListQuery,
  SloSeries,
  SloSummary,
} from '@atrium/plugin-slo-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { SloService, SloServiceOptions } from './SloService';

/** Asks slo over HTTP, wherever it runs. */
export class SloClient implements SloService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('slo', options);
  }

  async getSlos(query: SloListQuery, options: SloServiceOptions) {
    return this.#client.get<Page<SloSummary>>('/slos', query, options);
  }

  async getSlo(id: string, options: SloServiceOptions) {
    return this.#client.get<SloDetails>(
      `/slos/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  async getSeries(id: string, query: SeriesQuery, options: SloServiceOptions) {
    const path = `/slos/${encodeURIComponent(id)}/series`;
    return this.#client.get<SloSeries>(path, query, options);
  }

  async getStatuses(entityRefs: string[], options: SloServiceOptions) {
    const { items } = await this.#client.get<{ items: EntitySloStatus[] }>(
      '/statuses',
      { entityRef: entityRefs },
      options,
    );
    return items;
  }

  async getGate(entityRef: string, options: SloServiceOptions) {
    const path = `/gates/${encodeURIComponent(entityRef)}`;
    return this.#client.get<GateAnswer>(path, {}, options);
  }

  async getAlerts(query: AlertQuery, options: SloServiceOptions) {
    return this.#client.get<Page<SloAlert>>('/alerts', query, options);
  }

  async getDailyCounts(queries: DailyCountQuery[], options: SloServiceOptions) {
    const { items } = await this.#client.post<{ items: DailyCounts[] }>(
      '/daily-counts/by-query',
      { queries },
      options,
    );
    return items;
  }

  async pushCounts(counts: PushCount[], options: SloServiceOptions) {
    return this.#client.post<PushCountsAnswer>('/counts', { counts }, options);
  }
}
