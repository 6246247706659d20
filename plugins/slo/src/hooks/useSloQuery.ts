import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { type SloApi, sloApiRef } from '../api/SloApi';

/** What every query of slo begins with, so that a signal finds them. */
export const SLO_QUERY_KEY = 'slo';

/** Signals say when something changed; this is for when none arrives. */
const REFRESH_MS = 60_000;

/**
 * Asks the slo backend, and keeps the answer before while it asks again.
 *
 * @param key - the method and what it is asked
 */
export function useSloQuery<T>(
  key: unknown[],
  ask: (api: SloApi) => Promise<T>,
) {
  const api = useApi(sloApiRef);
  return useQuery({
    queryKey: [SLO_QUERY_KEY, ...key],
    queryFn: () => ask(api),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}
