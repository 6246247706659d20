import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, statusOf } from '@atrium/ui';
import type { DeliveryApi } from './DeliveryApi';

/** Asks the delivery backend, if there is one. */
export function createDeliveryClient(fetchApi: FetchApi): DeliveryApi {
  const http = new PluginHttpClient({ pluginId: 'delivery', fetchApi });
  return {
    async getTimeline(query) {
      try {
        return await http.get('/timeline', query);
      } catch (error) {
        // Neither delivery itself nor what it knows of the entity has to exist.
        if (statusOf(error) === 404) {
          return { items: [] };
        }
        throw error;
      }
    },
  };
}
