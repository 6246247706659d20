import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useQuery } from '@tanstack/react-query';
import { toRecentThings } from './RecentThing';

/** The visits api keeps this many by itself. */
const MAX_VISITS = 100;

/** Where the person was last, read from their browser in an instant. */
export function useRecentThings() {
  const visitsApi = useApi(visitsApiRef);
  return useQuery({
    queryKey: ['home', 'recently-visited'],
    queryFn: async () =>
      toRecentThings(await visitsApi.list({ limit: MAX_VISITS })),
    // The list grows by reading, not by time.
    staleTime: 0,
  });
}
