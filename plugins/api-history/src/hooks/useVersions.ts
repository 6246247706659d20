import { useEffect } from 'react';
import {
  versionAddedChannel,
  type VersionAddedSignal,
} from '@atrium/plugin-api-history-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { apiHistoryApiRef } from '../api/ApiHistoryApi';

/** The versions of an API, newest first, page by page and live. */
export function useVersions(entityRef: string) {
  const history = useApi(apiHistoryApiRef);
  useRefreshOnNewVersion(entityRef);
  return useInfiniteQuery({
    queryKey: ['api-history', entityRef, 'versions'],
    queryFn: ({ pageParam }) =>
      history.listVersions({ entityRef, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
  });
}

/** The newest version of an API, or null before there is one; live. */
export function useNewestVersion(entityRef: string) {
  const history = useApi(apiHistoryApiRef);
  useRefreshOnNewVersion(entityRef);
  return useQuery({
    queryKey: ['api-history', entityRef, 'newest-version'],
    queryFn: async () => {
      const { items } = await history.listVersions({ entityRef, limit: 1 });
      return items.at(0) ?? null;
    },
  });
}

/** Whatever is shown of an API is asked for again when it got a version. */
function useRefreshOnNewVersion(entityRef: string): void {
  const queryClient = useQueryClient();
  const { lastSignal } = useSignal<VersionAddedSignal>(
    versionAddedChannel(entityRef),
  );
  const number = lastSignal?.number;
  useEffect(() => {
    if (number !== undefined) {
      queryClient.invalidateQueries({ queryKey: ['api-history', entityRef] });
    }
  }, [queryClient, entityRef, number]);
}
