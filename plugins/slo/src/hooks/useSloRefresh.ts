import { useQueryClient } from '@tanstack/react-query';
import { SLO_QUERY_KEY } from './useSloQuery';

/** Reads anew what pages of slo show, after something was changed. */
export function useSloRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: [SLO_QUERY_KEY] });
}
