import type { Page } from '@atrium/common';
import type {
  AlertQuery,
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
import { ResponseError } from '@backstage/errors';
import type { SloService, SloServiceOptions } from './SloService';

type QueryValue = string | number | string[] | undefined;

/** Asks slo over HTTP, wherever it runs. */
export class SloClient implements SloService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getSlos(query: SloListQuery, options: SloServiceOptions) {
    return this.#get<Page<SloSummary>>('/slos', query, options);
  }

  async getSlo(id: string, options: SloServiceOptions) {
    return this.#get<SloDetails>(
      `/slos/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  async getSeries(id: string, query: SeriesQuery, options: SloServiceOptions) {
    const path = `/slos/${encodeURIComponent(id)}/series`;
    return this.#get<SloSeries>(path, query, options);
  }

  async getStatuses(entityRefs: string[], options: SloServiceOptions) {
    const { items } = await this.#get<{ items: EntitySloStatus[] }>(
      '/statuses',
      { entityRef: entityRefs },
      options,
    );
    return items;
  }

  async getGate(entityRef: string, options: SloServiceOptions) {
    const path = `/gates/${encodeURIComponent(entityRef)}`;
    return this.#get<GateAnswer>(path, {}, options);
  }

  async getAlerts(query: AlertQuery, options: SloServiceOptions) {
    return this.#get<Page<SloAlert>>('/alerts', query, options);
  }

  async pushCounts(counts: PushCount[], options: SloServiceOptions) {
    return this.#request<PushCountsAnswer>('/counts', options, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ counts }),
    });
  }

  async #get<T>(
    path: string,
    query: { [name: string]: QueryValue },
    options: SloServiceOptions,
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
    { credentials }: SloServiceOptions,
    init?: RequestInit,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'slo',
    });
    const baseUrl = await this.#discovery.getBaseUrl('slo');
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
