import { useQuery } from '@tanstack/react-query';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { toRecentPages } from './RecentPage';

/** The visits api keeps this many by itself. */
const MAX_VISITS = 100;

/**
 * Documentation pages that the person read, latest first.
 *
 * @returns `undefined` when the app keeps no visits
 */
export function useRecentPages() {
  const visitsApi = useApiHolder().get(visitsApiRef);
  const query = useQuery({
    queryKey: ['techdocs', 'recent-pages'],
    queryFn: async () =>
      toRecentPages((await visitsApi?.list({ limit: MAX_VISITS })) ?? []),
    enabled: visitsApi !== undefined,
    // The list grows by reading, not by time.
    staleTime: 0,
  });
  return visitsApi ? query : undefined;
}
