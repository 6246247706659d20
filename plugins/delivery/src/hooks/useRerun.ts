import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { deliveryApiRef } from '../api/DeliveryApi';
import { DELIVERY_QUERY_KEY } from './useDeliveryQuery';

/** Starts a run again. */
export function useRerun(runId: string) {
  const api = useApi(deliveryApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.rerun(runId),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: [DELIVERY_QUERY_KEY] }),
  });
}
