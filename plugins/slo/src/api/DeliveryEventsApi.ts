import { createApiRef } from '@backstage/frontend-plugin-api';
import type { Deployment, Incident } from '@atrium/plugin-delivery-common';

/** What happened to a service in production, newest first. */
export interface DeliveryEvents {
  deployments: Deployment[];
  incidents: Incident[];
}

/** What is drawn beside a budget: it often says who spent it. */
export interface DeliveryEventsApi {
  /** Nothing happened as far as one knows where delivery is not installed. */
  getEvents(entityRef: string): Promise<DeliveryEvents>;
}

/** The delivery backend, as far as charts of budgets need it. */
export const deliveryEventsApiRef = createApiRef<DeliveryEventsApi>().with({
  id: 'plugin.slo.delivery-events',
  pluginId: 'slo',
});
