import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { Page } from '@atrium/common';
import type {
  Deployment,
  DeploymentQuery,
  Incident,
  IncidentQuery,
} from '@atrium/plugin-delivery-common';
import { PluginHttpClient, statusOf } from '@atrium/ui';
import type { DeliveryEventsApi } from './DeliveryEventsApi';

/** More than this in one window is not told apart on a chart. */
const MAX_EVENTS = 200;

/** Asks the delivery backend, if there is one. */
export function createDeliveryEventsClient(
  fetchApi: FetchApi,
): DeliveryEventsApi {
  const http = new PluginHttpClient({ pluginId: 'delivery', fetchApi });

  async function list<T>(
    path: string,
    query: DeploymentQuery | IncidentQuery,
  ): Promise<T[]> {
    try {
      return (await http.get<Page<T>>(path, query)).items;
    } catch (error) {
      // Neither delivery itself nor what it knows of the entity has to exist.
      if (statusOf(error) === 404) {
        return [];
      }
      throw error;
    }
  }

  return {
    async getEvents(entityRef) {
      const query = {
        entityRef,
        tier: 'production',
        limit: MAX_EVENTS,
      } as const;
      const [deployments, incidents] = await Promise.all([
        list<Deployment>('/deployments', query),
        list<Incident>('/incidents', query),
      ]);
      return { deployments, incidents };
    },
  };
}
