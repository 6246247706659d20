import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ownerRefsSchema } from '@atrium/common';
import {
  type FetchApi,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { PluginHttpClient } from '../http/PluginHttpClient';

/**
 * Whose things are the signed-in person's own: theirs, those of their groups, and
 * those of every group below these. Whatever says "mine" goes by these refs.
 *
 * @remarks The backend decides it in one place. A backend that is asked for what
 * the ref of the person owns means the same.
 */
export function useOwnerRefs() {
  return useQuery(ownerRefsQuery(useApi(fetchApiRef)));
}

/** Gives the refs of {@link useOwnerRefs} to the function of another query. */
export function useReadOwnerRefs(): () => Promise<string[]> {
  const fetchApi = useApi(fetchApiRef);
  const queryClient = useQueryClient();
  return useCallback(
    // The other query tries again itself; twice over would take many seconds.
    () => queryClient.fetchQuery({ ...ownerRefsQuery(fetchApi), retry: false }),
    [fetchApi, queryClient],
  );
}

function ownerRefsQuery(fetchApi: FetchApi) {
  return {
    queryKey: ['catalog', 'owner-refs'],
    queryFn: async () => {
      const http = new PluginHttpClient({ pluginId: 'catalog', fetchApi });
      const answer = await http.get('/owner-refs');
      return ownerRefsSchema.parse(answer).ownerRefs;
    },
    // People change teams seldom.
    staleTime: 60_000,
  };
}
