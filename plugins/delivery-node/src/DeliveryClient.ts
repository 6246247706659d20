import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  Change,
  ChangeQuery,
  CloudEvent,
  CurrentDeployments,
  DeliverySummaries,
  Deployment,
  DeploymentQuery,
  DoraComparison,
  DoraQuery,
  DoraReport,
  EnvironmentMatrix,
  EventCounts,
  EventCountsAnswer,
  EventCountsRequest,
  Incident,
  IncidentQuery,
  IngestAnswer,
  OverviewItem,
  OverviewQuery,
  Run,
  RunQuery,
  Ticket,
  TicketQuery,
} from '@atrium/plugin-delivery-common';
import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  MAX_COUNT_QUERIES,
} from '@atrium/plugin-delivery-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';

/** How many entities one request may name. */
const MAX_REFS = 100;

/** Asks delivery over HTTP, wherever it runs. */
export class DeliveryClient implements DeliveryService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('delivery', options);
  }

  async ingest(events: CloudEvent[], options: DeliveryServiceOptions) {
    return this.#client.post<IngestAnswer>('/events', events, {
      ...options,
      mediaType: CLOUD_EVENT_BATCH_MEDIA_TYPE,
    });
  }

  async getRuns(query: RunQuery, options: DeliveryServiceOptions) {
    return this.#client.get<Page<Run>>('/runs', query, options);
  }

  async getDeployments(
    query: DeploymentQuery,
    options: DeliveryServiceOptions,
  ) {
    return this.#client.get<Page<Deployment>>('/deployments', query, options);
  }

  async getChanges(query: ChangeQuery, options: DeliveryServiceOptions) {
    return this.#client.get<Page<Change>>('/changes', query, options);
  }

  async getIncidents(query: IncidentQuery, options: DeliveryServiceOptions) {
    return this.#client.get<Page<Incident>>('/incidents', query, options);
  }

  async getTickets(query: TicketQuery, options: DeliveryServiceOptions) {
    return this.#client.get<Page<Ticket>>('/tickets', query, options);
  }

  async getEnvironments(entityRef: string, options: DeliveryServiceOptions) {
    return this.#client.get<EnvironmentMatrix>(
      '/environments',
      { entityRef },
      options,
    );
  }

  async getCurrentDeployments(
    componentRefs: string[],
    options: DeliveryServiceOptions,
  ) {
    const deployments: Deployment[] = [];
    for (let start = 0; start < componentRefs.length; start += MAX_REFS) {
      const entityRef = componentRefs.slice(start, start + MAX_REFS);
      const { items } = await this.#client.get<CurrentDeployments>(
        '/current-deployments',
        { entityRef },
        options,
      );
      deployments.push(...items);
    }
    return deployments;
  }

  async getOverview(query: OverviewQuery, options: DeliveryServiceOptions) {
    return this.#client.get<Page<OverviewItem>>('/overview', query, options);
  }

  async getSummaries(
    componentRefs: string[],
    period: { from: string; to: string },
    options: DeliveryServiceOptions,
  ) {
    const query = { entityRef: componentRefs, ...period };
    return this.#client.get<DeliverySummaries>('/summaries', query, options);
  }

  async getDora(query: DoraQuery, options: DeliveryServiceOptions) {
    return this.#client.get<DoraReport>('/dora', query, options);
  }

  async compareDora(
    entityRefs: string[],
    period: { from: string; to: string },
    options: DeliveryServiceOptions,
  ) {
    const query = { entityRef: entityRefs, ...period };
    return this.#client.get<DoraComparison>('/dora/comparison', query, options);
  }

  async countEvents(
    { queries, ...period }: EventCountsRequest,
    options: DeliveryServiceOptions,
  ) {
    const counts: EventCounts[] = [];
    for (let start = 0; start < queries.length; start += MAX_COUNT_QUERIES) {
      const some = queries.slice(start, start + MAX_COUNT_QUERIES);
      const { items } = await this.#client.post<EventCountsAnswer>(
        '/event-counts',
        { ...period, queries: some },
        options,
      );
      counts.push(...items);
    }
    return counts;
  }
}
