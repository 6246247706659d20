import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  DELIVERY_SIGNAL_CHANNEL,
  type DeliverySignal,
} from '@atrium/plugin-delivery-common';
import { DELIVERY_QUERY_KEY } from './useDeliveryQuery';

/** Events come in bursts; one refresh follows each. */
const SETTLE_MS = 300;

/**
 * Reads anew what a page shows when the backend says that it changed.
 *
 * @param entityRef - the only entity whose changes matter; all when undefined
 */
export function useDeliverySignals(entityRef?: string) {
  const queryClient = useQueryClient();
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals?.subscribe<DeliverySignal>(
      DELIVERY_SIGNAL_CHANNEL,
      ({ entityRefs }) => {
        if (entityRef === undefined || entityRefs.includes(entityRef)) {
          clearTimeout(timer);
          timer = setTimeout(
            () =>
              queryClient.invalidateQueries({ queryKey: [DELIVERY_QUERY_KEY] }),
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
