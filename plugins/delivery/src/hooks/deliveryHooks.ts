import { DELIVERY_SIGNAL_CHANNEL } from '@atrium/plugin-delivery-common';
import { createPluginHooks, useEntitySignals } from '@atrium/ui';
import { deliveryApiRef } from '../api/DeliveryApi';

export const {
  usePluginQuery: useDeliveryQuery,
  usePluginMutation: useDeliveryMutation,
} = createPluginHooks({ pluginId: 'delivery', apiRef: deliveryApiRef });

/** Reads anew what changed; of one entity, or of all. */
export const useDeliverySignals = (entityRef?: string) =>
  useEntitySignals({
    channel: DELIVERY_SIGNAL_CHANNEL,
    queryKey: ['delivery'],
    entityRef,
  });
