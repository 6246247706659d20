import type { Page } from '@atrium/common';
import type {
  Change,
  ChangeQuery,
  CloudEvent,
  Deployment,
  DeploymentQuery,
  DoraQuery,
  DoraReport,
  EnvironmentMatrix,
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
import { CLOUD_EVENT_BATCH_MEDIA_TYPE } from '@atrium/plugin-delivery-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';

/** How many entities one request may name. */
const MAX_REFS = 100;

type QueryValue = string | number | string[] | undefined;

/** Asks delivery over HTTP, wherever it runs. */
export class DeliveryClient implements DeliveryService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async ingest(events: CloudEvent[], options: DeliveryServiceOptions) {
    return this.#request<IngestAnswer>('/events', options, {
      method: 'POST',
      headers: { 'content-type': CLOUD_EVENT_BATCH_MEDIA_TYPE },
      body: JSON.stringify(events),
    });
  }

  async getRuns(query: RunQuery, options: DeliveryServiceOptions) {
    return this.#get<Page<Run>>('/runs', query, options);
  }

  async getDeployments(
    query: DeploymentQuery,
    options: DeliveryServiceOptions,
  ) {
    return this.#get<Page<Deployment>>('/deployments', query, options);
  }

  async getChanges(query: ChangeQuery, options: DeliveryServiceOptions) {
    return this.#get<Page<Change>>('/changes', query, options);
  }

  async getIncidents(query: IncidentQuery, options: DeliveryServiceOptions) {
    return this.#get<Page<Incident>>('/incidents', query, options);
  }

  async getTickets(query: TicketQuery, options: DeliveryServiceOptions) {
    return this.#get<Page<Ticket>>('/tickets', query, options);
  }

  async getEnvironments(entityRef: string, options: DeliveryServiceOptions) {
    return this.#get<EnvironmentMatrix>(
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
      const { items } = await this.#get<{ items: Deployment[] }>(
        '/current-deployments',
        { entityRef },
        options,
      );
      deployments.push(...items);
    }
    return deployments;
  }

  async getOverview(query: OverviewQuery, options: DeliveryServiceOptions) {
    return this.#get<Page<OverviewItem>>('/overview', query, options);
  }

  async getDora(query: DoraQuery, options: DeliveryServiceOptions) {
    return this.#get<DoraReport>('/dora', query, options);
  }

  async compareDora(
    entityRefs: string[],
    period: { from: string; to: string },
    options: DeliveryServiceOptions,
  ) {
    const query = { entityRef: entityRefs, ...period };
    const { items } = await this.#get<{ items: DoraReport[] }>(
      '/dora/comparison',
      query,
      options,
    );
    return items;
  }

  async #get<T>(
    path: string,
    query: { [name: string]: QueryValue },
    options: DeliveryServiceOptions,
  ): Promise<T> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of [value].flat()) {
        if (item !== undefined) {
          parameters.append(name, String(item));
        }
      }
    }
    return this.#request(`${path}?${parameters}`, options);
  }

  async #request<T>(
    path: string,
    { credentials }: DeliveryServiceOptions,
    init?: RequestInit,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'delivery',
    });
    const baseUrl = await this.#discovery.getBaseUrl('delivery');
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init?.headers, authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
