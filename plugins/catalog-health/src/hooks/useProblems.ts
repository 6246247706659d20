import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '@atrium/ui';
import { catalogHealthApiRef } from '../api/CatalogHealthApi';

/** A push shows within a minute, and so does its correction. */
const REFRESH_MS = 15_000;

/** More than this is a platform that has to be mended, not a list to read. */
const MAX_PROBLEMS = 2_000;

/** Everything that is wrong, as far as the person may see it. */
export function useProblems() {
  const api = useApi(catalogHealthApiRef);
  return useQuery({
    queryKey: ['catalog-health-problems'],
    queryFn: () => readAllPages(page => api.listProblems(page), MAX_PROBLEMS),
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
