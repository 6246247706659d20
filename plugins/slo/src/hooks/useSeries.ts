import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SeriesQuery } from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';

const REFRESH_MS = 60_000;

/**
 * An objective over time.
 *
 * @remarks Not asked anew at each signal, which comes with every evaluation: a
 * chart of weeks does not look different after half a minute.
 */
export function useSeries(sloId: string, query: SeriesQuery) {
  const api = useApi(sloApiRef);
  return useQuery({
    queryKey: ['slo-series', sloId, query],
    queryFn: () => api.getSeries(sloId, query),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}
