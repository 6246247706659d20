import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogHealthApiRef } from '../api/CatalogHealthApi';
import { readAllProblems } from '../api/readAllProblems';

/** A push shows within a minute, and so does its correction. */
const REFRESH_MS = 15_000;

/** Everything that is wrong, as far as the person may see it. */
export function useProblems() {
  const api = useApi(catalogHealthApiRef);
  return useQuery({
    queryKey: ['catalog-health-problems'],
    queryFn: () => readAllProblems(api),
    refetchInterval: REFRESH_MS,
  });
}

/** What is wrong with an entity and its file. */
export function useEntityProblems(entityRef: string) {
  const api = useApi(catalogHealthApiRef);
  return useQuery({
    queryKey: ['catalog-health-problems', entityRef],
    queryFn: () => api.listProblems({ entityRef }),
    refetchInterval: REFRESH_MS,
  });
}
