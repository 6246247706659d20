import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { type DeliveryApi, deliveryApiRef } from '../api/DeliveryApi';

/** What every query of delivery begins with, so that a signal finds them. */
export const DELIVERY_QUERY_KEY = 'delivery';

/**
 * Asks the delivery backend, and keeps the answer before while it asks again.
 *
 * @param key - the method and what it is asked
 */
export function useDeliveryQuery<T>(
  key: unknown[],
  ask: (api: DeliveryApi) => Promise<T>,
) {
  const api = useApi(deliveryApiRef);
  return useQuery({
    queryKey: [DELIVERY_QUERY_KEY, ...key],
    queryFn: () => ask(api),
    placeholderData: keepPreviousData,
  });
}
