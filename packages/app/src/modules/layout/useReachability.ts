import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isUnreachable } from '@atrium/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';

/** How often a portal that does not answer is asked whether it is back. */
const ASK_AGAIN_MS = 5_000;

/** The read that says whether there is a portal at all. */
const PROBE = 'reachability';

/** Whether what a page shows can be kept current, and why not. */
export type Reachability = 'reachable' | 'offline' | 'unanswered';

function subscribe(onChange: () => void) {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/**
 * Whether the portal can be reached, as the reads of the open page find out. Once
 * it is back, what they show is read again.
 */
export function useReachability(): Reachability {
  const client = useQueryClient();
  const baseUrl = useApi(configApiRef).getString('backend.baseUrl');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const [isAnswering, setIsAnswering] = useState(true);
  useEffect(() => {
    let isDown = false;
    return client.getQueryCache().subscribe(event => {
      if (event.type !== 'updated') {
        return;
      }
      const { action, query } = event;
      if (action.type === 'success') {
        setIsAnswering(true);
        if (isDown) {
          isDown = false;
          void client.invalidateQueries();
        }
      } else if (action.type === 'error') {
        if (query.queryKey[0] === PROBE) {
          isDown = true;
        } else if (isUnreachable(action.error)) {
          setIsAnswering(false);
        }
      }
    });
  }, [client]);
  // A single read fails for reasons of its own, too, such as a blocker of ads.
  const { isError } = useQuery({
    queryKey: [PROBE],
    queryFn: async () => {
      const { ok } = await fetch(`${baseUrl}/.backstage/health/v1/liveness`);
      if (!ok) {
        // A proxy answers for a portal that is down.
        throw new Error('The portal does not answer');
      }
      return true;
    },
    enabled: !isAnswering,
    staleTime: 0,
    retry: false,
    refetchInterval: ASK_AGAIN_MS,
  });
  if (!isOnline) {
    return 'offline';
  }
  return isAnswering || !isError ? 'reachable' : 'unanswered';
}
