import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { SLO_SIGNAL_CHANNEL, type SloSignal } from '@atrium/plugin-slo-common';
import { SLO_QUERY_KEY } from './useSloQuery';

/** Several signals come with one evaluation; one refresh follows them. */
const SETTLE_MS = 300;

/**
 * Reads anew what a page shows when the backend says that it changed.
 *
 * @param entityRef - the only entity whose changes matter; all when undefined
 */
export function useSloSignals(entityRef?: string) {
  const queryClient = useQueryClient();
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals?.subscribe<SloSignal>(
      SLO_SIGNAL_CHANNEL,
      ({ entityRefs }) => {
        if (entityRef === undefined || entityRefs.includes(entityRef)) {
          clearTimeout(timer);
          timer = setTimeout(
            () => queryClient.invalidateQueries({ queryKey: [SLO_QUERY_KEY] }),
            SETTLE_MS,
          );
        }
      },
    );
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  }, [entityRef, queryClient, signals]);
}
