import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ServiceSelection,
  Timeline,
} from '@atrium/plugin-delivery-common';

/** What was shipped and what broke: it often says why cost changed. */
export interface DeliveryApi {
  /** Nothing happened as far as one knows where delivery is not installed. */
  getTimeline(
    query: Partial<ServiceSelection> & { from: string; to: string },
  ): Promise<Pick<Timeline, 'items'>>;
}

/** The delivery backend, as far as charts of cost need it. */
export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.cost.delivery',
  pluginId: 'cost',
});
