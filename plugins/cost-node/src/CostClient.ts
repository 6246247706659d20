import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  AnomaliesQuery,
  Anomaly,
  CostSummaries,
  CostSummary,
  SummaryQuery,
} from '@atrium/plugin-cost-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  CostService,
  CostServiceOptions,
  CostSummariesOptions,
} from './CostService';

/** Asks cost over HTTP, wherever it runs. */
export class CostClient implements CostService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('cost', options);
  }

  async getSummary(query: SummaryQuery, options: CostServiceOptions) {
    return this.#client.get<CostSummary>('/summary', query, options);
  }

  async getSummaries(
    entityRef: string[],
    { withTagged, ...options }: CostSummariesOptions,
  ) {
    return this.#client.get<CostSummaries>(
      '/summaries',
      { entityRef, withTagged: withTagged ? 'true' : undefined },
      options,
    );
  }

  async getAnomalies(query: AnomaliesQuery, options: CostServiceOptions) {
    return this.#client.get<Page<Anomaly>>('/anomalies', { ...query }, options);
  }
}
