import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { deliveryApiRef } from '../api/DeliveryApi';
import type { Days } from '../days/costDays';
import { useAnomalies } from './useAnomalies';

/** What happened in production and what was unusual in some days. */
export function useCostEvents(entityRef: string | undefined, days: Days) {
  const deliveryApi = useApi(deliveryApiRef);
  const anomalies = useAnomalies(entityRef);
  const selection = selectionOf(entityRef);
  const timeline = useQuery({
    queryKey: ['cost-timeline', entityRef, days],
    queryFn: () =>
      deliveryApi.getTimeline({
        ...selection,
        from: new Date(days.from).toISOString(),
        to: new Date(days.to).toISOString(),
      }),
    // Delivery knows services, and what and who has them.
    enabled: selection !== undefined,
  });
  return {
    events: {
      timeline: timeline.data,
      anomalies: anomalies.data?.items ?? [],
    },
    error: timeline.error ?? anomalies.error,
  };
}

function selectionOf(entityRef: string | undefined) {
  if (entityRef === undefined) {
    return {};
  }
  switch (parseEntityRef(entityRef).kind) {
    case 'component':
    case 'domain':
      return { entityRef };
    case 'system':
      return { systemRef: entityRef };
    case 'group':
    case 'user':
      return { ownerRef: entityRef };
    default:
      return undefined;
  }
}
