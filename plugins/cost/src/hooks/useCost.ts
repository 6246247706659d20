import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type {
  BreakdownQuery,
  MoversQuery,
  ResourcesQuery,
  RowsQuery,
  SeriesQuery,
  SummaryQuery,
} from '@atrium/plugin-cost-common';
import { useCostPages, useCostQuery } from './costHooks';

/** Options of a query that waits for something else. */
interface WaitingOptions {
  enabled?: boolean;
}

/** What somebody wants to know first. */
export const useCostSummary = (
  query: SummaryQuery,
  options: WaitingOptions = {},
) => useCostQuery(['summary', query], api => api.getSummary(query), options);

/** Cost over time. */
export const useCostSeries = (
  query: SeriesQuery,
  options: WaitingOptions = {},
) => useCostQuery(['series', query], api => api.getSeries(query), options);

/** Cost taken apart. */
export const useBreakdown = (
  query: BreakdownQuery,
  options: WaitingOptions = {},
) =>
  useCostQuery(['breakdown', query], api => api.getBreakdown(query), options);

/** What explains most of why cost rose or fell. */
export const useMovers = (query: MoversQuery) =>
  useCostQuery(['movers', query], api => api.getMovers(query));

/** The resources behind the cost of an entity. */
export const useCostResources = (query: Omit<ResourcesQuery, 'cursor'>) =>
  useCostPages(['resources', query], (api, cursor) =>
    api.listResources({ ...query, cursor }),
  );

/** Charges as their providers have them. */
export const useCostRows = (query: Omit<RowsQuery, 'cursor'>) =>
  useCostPages(['rows', query], (api, cursor) =>
    api.listRows({ ...query, cursor }),
  );

/** What one unit of work costs. */
export const useUnitCosts = (entityRef: string) =>
  useCostQuery(['unit-costs', entityRef], api => api.getUnitCosts(entityRef));

/** What could be saved. */
export const useSavings = (entityRef: string | undefined) =>
  useCostQuery(['savings', entityRef], api => api.getSavings(entityRef));

/** The ref of the signed-in person, who stands for all of their teams. */
export function useMyRef() {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['identity', 'ref'],
    queryFn: async () =>
      (await identityApi.getBackstageIdentity()).userEntityRef,
    staleTime: Infinity,
  });
}
