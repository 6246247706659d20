import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { useActorNames } from '@atrium/ui';
import {
  type DeliveryEvents,
  deliveryEventsApiRef,
} from '../api/DeliveryEventsApi';

const NOTHING: DeliveryEvents = { deployments: [], incidents: [] };

/** What happened to an entity in production, and by whom. */
export function useDeliveryEvents(entityRef: string) {
  const api = useApi(deliveryEventsApiRef);
  const { data = NOTHING, error } = useQuery({
    queryKey: ['slo-delivery-events', entityRef],
    queryFn: () => api.getEvents(entityRef),
  });
  const names = useActorNames(
    data.deployments.flatMap(({ actor }) => actor ?? []),
  );
  const events: DeliveryEvents = {
    ...data,
    deployments: data.deployments.map(deployment => ({
      ...deployment,
      actor: deployment.actor && names.get(deployment.actor),
    })),
  };
  return { events, error };
}
