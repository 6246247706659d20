import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  Deployment,
  DeploymentQuery,
  Incident,
  IncidentQuery,
} from '@atrium/plugin-delivery-common';
import type { DeliveryEvents, DeliveryEventsApi } from './DeliveryEventsApi';
import { toSearch } from './toSearch';

/** More than this in one window is not told apart on a chart. */
const MAX_EVENTS = 200;

/** Asks the delivery backend over HTTP, if there is one. */
export class DeliveryEventsClient implements DeliveryEventsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async getEvents(entityRef: string): Promise<DeliveryEvents> {
    const query = { entityRef, tier: 'production', limit: MAX_EVENTS } as const;
    const [deployments, incidents] = await Promise.all([
      this.#list<Deployment>('/deployments', query satisfies DeploymentQuery),
      this.#list<Incident>('/incidents', query satisfies IncidentQuery),
    ]);
    return { deployments, incidents };
  }

  async #list<T>(
    path: string,
    query: DeploymentQuery | IncidentQuery,
  ): Promise<T[]> {
    const response = await this.#fetchApi.fetch(
      `plugin://delivery${path}${toSearch(query)}`,
    );
    // Neither delivery itself nor what it knows of the entity has to exist.
    if (response.status === 404) {
      return [];
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items }: Page<T> = await response.json();
    return items;
  }
}
