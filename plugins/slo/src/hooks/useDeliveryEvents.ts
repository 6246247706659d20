import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { deliveryEventsApiRef } from '../api/DeliveryEventsApi';

/** What happened to an entity in production. */
export function useDeliveryEvents(entityRef: string) {
  const api = useApi(deliveryEventsApiRef);
  return useQuery({
    queryKey: ['slo-delivery-events', entityRef],
    queryFn: () => api.getEvents(entityRef),
  });
}
